import { describe, expect, test } from 'vitest';
import { formatSarif } from '../../server/src/cli/check/sarif.ts';
import { ALTERED, draftsOf, PAGE_TRAP } from './check-drafts.ts';
import { sarifProblems } from './sarif-rules.ts';

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
    };
    readonly columnKind: string;
    readonly invocations: readonly unknown[];
    readonly results: readonly Result[];
  }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly unknown[];
}

async function sarif(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { out, code } = await draftsOf(files).check(...args, '--format', 'sarif');
  const log = JSON.parse(out) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return { log, run, code };
}

describe('SARIF', () => {
  test('is valid, with every code a rule', async () => {
    const { log, run, code } = await sarif(
      { 'n o/第一章.md': `𠀀${ALTERED}，[@zhang]，${PAGE_TRAP}\n` },
      'n o',
    );
    expect(sarifProblems(log)).toEqual([]);
    expect(code).toBe(1);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['quote-altered', 'warning'],
      ['unknown-key', 'note'],
      ['page-trap', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    // The first character takes two units.
    expect(run.results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'n%20o/%E7%AC%AC%E4%B8%80%E7%AB%A0.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 12 },
        },
      },
    ]);
  });

  test('has the fixes that are safe', async () => {
    const { run } = await sarif({ 'a.md': `甲${PAGE_TRAP}${ALTERED}\n` }, 'a.md');
    const [trap, altered] = run.results;
    expect(altered?.fixes).toBeUndefined();
    expect(trap?.fixes).toMatchObject([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.md' },
            // `, ` becomes `，`.
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 41, endLine: 1, endColumn: 43 },
                insertedContent: { text: '，' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('knows a finding again when its draft is edited elsewhere, and tells the same words twice apart', async () => {
    const prints = async (text: string): Promise<string[]> =>
      (await sarif({ 'a.md': text }, 'a.md')).run.results.map(
        ({ partialFingerprints }) => partialFingerprints['pinciteFinding/v1'] ?? '',
      );
    const before = await prints(`${ALTERED}。\n\n${ALTERED}。\n`);
    expect(new Set(before).size).toBe(2);
    expect(await prints(`# 新\n\n甲。\n\n${ALTERED}。\n\n乙。\n\n${ALTERED}。\n`)).toEqual(before);
  });

  test('is valid without findings, and says which files could not be read', async () => {
    const { log, run, code } = await sarif({ 'a.md': '甲\n' }, 'a.md', 'none.md');
    expect(sarifProblems(log)).toEqual([]);
    expect(code).toBe(2);
    expect(run.results).toEqual([]);
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: expect.stringContaining('none.md') as string } },
        ],
      },
    ]);
  });

  test('leads to the documentation where its address is known', () => {
    const documentation = 'https://example.org/pincite/docs/';
    const log = JSON.parse(formatSarif({ files: [], refused: [], version: '', documentation })) as Log;
    expect(sarifProblems(log)).toEqual([]);
    const rule = log.runs[0]?.tool.driver.rules.find(({ id }) => id === 'quote-altered');
    expect(rule?.helpUri).toBe('https://example.org/pincite/docs/checking.md#quote-altered');
  });
});

test('the rules of the standard find what breaks them', () => {
  const run = { tool: { driver: { name: 'Pincite' } }, results: [] as unknown[] };
  const log = { version: '2.1.0', runs: [run] };
  expect(sarifProblems(log)).toEqual([]);
  expect(sarifProblems({ ...log, version: '2.0.0' })).toHaveLength(1);
  const result = (more: object): object => ({
    version: '2.1.0',
    runs: [{ ...run, results: [{ message: { text: '' }, ...more }] }],
  });
  for (const broken of [
    ...[{ level: 'information' }, { other: 1 }, { message: undefined }, { partialFingerprints: { a: 1 } }],
    { locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] },
    { locations: [{ physicalLocation: { artifactLocation: {}, region: { startLine: 0 } } }] },
    ...[{ fixes: [{}] }, { fixes: [{ artifactChanges: [] }] }],
  ])
    expect(sarifProblems(result(broken)), JSON.stringify(broken)).toHaveLength(1);
});
