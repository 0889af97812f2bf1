// `pincite corpus check` and `pincite collate` as processes, on the shipped corpus and on copies with something wrong.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Range } from '../../server/src/core/span.ts';
import { pincite, repository } from '../cli/command.ts';

interface Check {
  readonly sources: readonly { source: string; characters: number; accounted: number; furniture: number }[];
  readonly statements: readonly { key: string; characters: number; carried: number; emended: number }[];
  readonly problems: readonly { file: string; range: Range; code: string; severity: string; message: string; related: readonly { file: string; range: Range }[] }[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'pincite-check-'));
const shipped = path.join(repository, 'corpus');
const STABILITY = 'cn-ru-2025-global-strategic-stability';
const file = `statements/${STABILITY}.statement.md`;
let copies = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of the shipped corpus in which one file is other than it was. */
function copyWith(name: string, change: (text: string) => string): string {
  const copy = path.join(folder, String(copies++));
  cpSync(shipped, copy, { recursive: true });
  const target = path.join(copy, name);
  writeFileSync(target, change(readFileSync(target, 'utf8')));
  return copy;
}

async function check(corpus: string): Promise<{ readonly code: number | null; readonly result: Check }> {
  const { code, out } = await pincite(['corpus', 'check', '--no-default-corpus', '--corpus', corpus, '--json']);
  return { code, result: JSON.parse(out) as Check };
}

describe('pincite corpus check', () => {
  test('accounts for every character of the shipped corpus', async () => {
    const { code, out } = await pincite(['corpus', 'check', '--json']);
    const { sources, statements, problems } = JSON.parse(out) as Check;
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(sources.map(({ source }) => source)).toEqual(readdirSync(path.join(shipped, 'sources')).sort());
    for (const { source, characters, accounted } of sources) {
      expect(characters).toBe(Array.from(readFileSync(path.join(shipped, 'sources', source), 'utf8')).length);
      expect(accounted).toBe(characters);
    }
    expect(statements).toHaveLength(5);
    for (const { characters, carried, emended } of statements) expect(carried + emended).toBe(characters);
  });

  test('fails and names file and line where a statement was changed', async () => {
    const text = readFileSync(path.join(shipped, file), 'utf8');
    const line = text.slice(0, text.indexOf('避免危险误判')).split('\n').length - 1;
    const { code, result } = await check(copyWith(file, (old) => old.replace('避免危险误判', '避免危险误断')));
    expect(code).toBe(1);
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ code: 'text-not-carried', severity: 'error', range: { start: { line } } });
    expect(result.problems[0]?.file).toMatch(new RegExp(`${STABILITY}\\.statement\\.md$`));
    expect(result.problems[0]?.message).toContain('“断”');
    expect(result.problems[0]?.related.map((place) => path.basename(place.file))).toContain('001_0c5f77757cb6d9ee.txt');
  });

  test('fails and names the line of a source that was changed, and the source', async () => {
    // The other witness has the words of the text: what the first has is a variant that nobody has recorded.
    const name = 'sources/001_0c5f77757cb6d9ee.txt';
    const { code, result } = await check(copyWith(name, (old) => old.replace('避免危险误判', '避免危险误断')));
    expect(code).toBe(1);
    expect(result.problems.map((problem) => [problem.code, path.basename(problem.file), problem.range.start.line])).toEqual([
      ['source-altered', '001_0c5f77757cb6d9ee.txt', 0],
      ['variant-unrecorded', '001_0c5f77757cb6d9ee.txt', 10],
    ]);
  });

  test('names what is wrong at the line of the front matter that causes it', async () => {
    const line = async (change: (text: string) => string): Promise<string[]> => {
      const copy = copyWith(file, change);
      const written = readFileSync(path.join(copy, file), 'utf8').split('\n');
      const { result } = await check(copy);
      return result.problems.filter((problem) => problem.file.endsWith('.statement.md')).map((problem) => `${problem.code}: ${(written[problem.range.start.line] ?? '').trim().slice(0, 23)}`);
    };
    expect(await line((text) => text.replace('001_0c5f77757cb6d9ee.txt', '009.txt'))).toContain('witness-source-missing: - {siglum: A, source: 0');
    expect(await line((text) => text.replace('[[7, 63]]', '[[7, 99]]'))).toEqual(['witness-out-of-range: - {siglum: A, source: 0']);
    expect(await line((text) => text.replace('[[3, 23]]', '[[3, 29]]'))).toContain('source-claimed-twice: - {siglum: B, source: 0');
    expect(await line((text) => text.replace('emendations: []', 'emendations:\n  - {at: "1", witness: 天地玄黄, reading: 和, reason: 误}'))).toEqual(['emendation-witness: - {at: "1", witness: 天地']);
    expect(await line((text) => text.replace('siglum: A, ', ''))).toContain('front-matter-field: - {source: 001_0c5f7775');
  });

  test('cannot run without a statement, or without a folder that was asked for', async () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const none = await pincite(['corpus', 'check', '--no-default-corpus', '--corpus', empty]);
    expect([none.code, none.err]).toEqual([2, 'pincite: There is no statement to check.\n']);
    const missing = await pincite(['corpus', 'check', '--corpus', path.join(folder, 'nowhere')]);
    expect(missing.code).toBe(2);
  });

  test('tells in words what it found', async () => {
    const copy = copyWith(file, (old) => old.replace('共同防止条约被用于', '防止条约被用于'));
    const { code, out } = await pincite(['corpus', 'check', '--no-default-corpus', '--corpus', copy]);
    expect(code).toBe(1);
    expect(out).toMatch(/^001_0c5f77757cb6d9ee\.txt\t3466 characters, 3466 accounted for, 109 of them furniture$/m);
    expect(out).toMatch(/statement\.md:\d+:\d+: error: 18: the text leaves out “共同”, which A has here\. \(001_0c5f77757cb6d9ee\.txt:41:\d+\)$/m);
  });
});

describe('pincite collate', () => {
  test('lists the variants with address, range, readings and kind', async () => {
    const { code, out } = await pincite(['collate', STABILITY, '--json']);
    expect(code).toBe(0);
    const { key, witnesses, variants } = JSON.parse(out) as { key: string; witnesses: string[]; variants: { address: string; range: Range; readings: Record<string, string>; kind: string }[] };
    expect([key, witnesses]).toEqual([STABILITY, ['A', 'B']]);
    const lines = readFileSync(path.join(shipped, file), 'utf8').split('\n');
    for (const { range, readings } of variants.filter(({ kind }) => kind !== 'division'))
      expect((lines[range.start.line] ?? '').slice(range.start.character, range.end.character)).toBe(readings['A']);
    expect(variants[0]).toMatchObject({ address: '1', readings: { A: '和', B: 'and' }, kind: 'substitution' });
    for (const variant of variants) expect(Object.keys(variant).sort()).toEqual(['address', 'kind', 'range', 'readings']);
  });

  test('prints the field for the front matter, which then accounts for each difference', async () => {
    const stripped = copyWith(file, (old) => old.replace(/^variants:\n(?: {2}- .*\n)*/m, ''));
    const before = await check(stripped);
    expect([before.code, before.result.problems.map(({ code }) => code)]).toEqual([0, ['variants-unrecorded']]);
    const { out } = await pincite(['collate', STABILITY, '--record', '--no-default-corpus', '--corpus', stripped]);
    const target = path.join(stripped, file);
    writeFileSync(target, readFileSync(target, 'utf8').replace('emendations: []\n', `emendations: []\n${out}`));
    expect((await check(stripped)).result.problems).toEqual([]);
  });

  test('refuses what is not there with one line', async () => {
    const { code, out, err } = await pincite(['collate', 'no-such-key']);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
