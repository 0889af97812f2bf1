import { describe, expect, test } from 'vitest';
import { nodes, pincite, type Outcome } from './command.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const WORDS = '双方反对个别国家将外空用于武装对抗的企图';

describe.each(nodes())('under $name', ({ file: node }) => {
  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    pincite(['verify', ...args], { node, ...(input !== undefined && { input }) });

  test('verbatim: exit code 0', async () => {
    const { code, out, err } = await run([`“${WORDS}”`, '--key', `${STABILITY}#10`, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      ...{ verdict: 'verbatim', key: STABILITY, address: '10', source: WORDS, edits: [], elsewhere: [] },
    });
    expect(Object.keys(JSON.parse(out) as object)).toEqual([
      ...['verdict', 'key', 'address', 'source', 'edits', 'elsewhere'],
    ]);
  });

  test('altered: exit code 1, with each change', async () => {
    const args = [WORDS.replace('外空', '太空'), '--key', `${STABILITY}#10`];
    const { code, out, err } = await run([...args, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      ...{ verdict: 'altered', key: STABILITY, address: '10', source: WORDS, elsewhere: [] },
      edits: [
        {
          kind: 'substitution',
          range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } },
          ...{ offsets: [9, 10], quoted: '太', original: '外' },
        },
      ],
    });
    expect((await run(args)).out).toBe(
      `altered\t${STABILITY}#10\t第10段 of “中俄全球战略稳定联合声明”\n    ${WORDS}\n  1:10 substitution “太” → “外”\n`,
    );
  });

  test('misplaced, and not found', async () => {
    const { code, out } = await run([WORDS, '--key', `${STABILITY}#9`, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ...{ verdict: 'misplaced', key: STABILITY, address: '10' },
      elsewhere: [{ key: STABILITY, address: '10' }],
    });
    const invented = await run(['双方决定共同建设月球背面的国际天文台', '--json']);
    expect(invented).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(invented.out)).toEqual({
      ...{ verdict: 'not-found', key: null, address: null, source: '', edits: [], elsewhere: [] },
    });
  });

  test('reads standard input', async () => {
    for (const args of [['-'], []])
      expect(await run(args, `> ${WORDS}\n`)).toMatchObject({
        ...{
          code: 0,
          err: '',
          out: `verbatim\t${STABILITY}#10\t第10段 of “中俄全球战略稳定联合声明”\n    ${WORDS}\n`,
        },
      });
  });

  test('says when words are too few, and cannot run for a passage that is not there', async () => {
    const few = await run(['双方', '--json']);
    expect(few.code).toBe(1);
    expect(JSON.parse(few.out)).toMatchObject({ verdict: 'not-found' });
    expect(few.err).toContain('--key');
    for (const [key, nearest] of [
      [`${STABILITY}x`, STABILITY],
      [`${STABILITY}#99`, '第25段'],
    ] as const) {
      const { code, out, err } = await run([WORDS, '--key', key]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^pincite: [^\n]+\n$/);
      expect(err).toContain(nearest);
    }
    expect(await run(['“”'])).toMatchObject({ code: 2, out: '' });
  });
});
