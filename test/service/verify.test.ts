import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../server/src/service/refusal.ts';
import { defaultQuotationOptions } from '../../server/src/service/quotations.ts';
import type { Verified } from '../../server/src/service/verify.ts';
import { createWorld, shippedWorld, statementFile } from './workspace.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const world = await shippedWorld();

async function verify(text: string, address?: string, key = STABILITY): Promise<Verified> {
  const target = address === undefined ? undefined : { key, address };
  const verified = await world.service.verify(text, target, defaultQuotationOptions);
  if (isRefusal(verified)) throw new Error(verified.refused);
  return verified;
}

/** `kind “quoted” → “original”` */
function edits({ edits: found }: Verified): string[] {
  return found.map(({ kind, quoted, original }) => `${kind} “${quoted}” → “${original}”`);
}

describe('verbatim', () => {
  test('in the passage that is named, and where it stands in that', async () => {
    const words = '双方反对个别国家将外空用于武装对抗的企图';
    expect(await verify(words, '10')).toEqual({
      ...{ verdict: 'verbatim', source: words, edits: [], elsewhere: [], isTooShort: false },
      place: { key: STABILITY, address: '10', words: expect.stringContaining('第10段') as string },
    });
    for (const address of ['', '9-11', '第10段'])
      expect((await verify(words, address)).place?.address).toBe('10');
  });

  test('somewhere, with the other places', async () => {
    const fixture = {
      'file:///corpus/a.statement.md': statementFile(
        'a',
        '甲乙丙丁戊己。\n\n又甲乙丙丁戊己，再甲乙丙丁戊己。',
      ),
      'file:///corpus/b.statement.md': statementFile('b', '乙。\n\n甲乙丙丁戊己。'),
    };
    const { service } = await createWorld(fixture);
    const verified = await service.verify('甲乙丙丁戊己', undefined, defaultQuotationOptions);
    if (isRefusal(verified)) throw new Error(verified.refused);
    const { place, elsewhere, verdict } = verified;
    expect(verdict).toBe('verbatim');
    // Each passage once, with the place itself.
    const all = [place, ...elsewhere].map((each) => `${each?.key ?? ''}#${each?.address ?? ''}`);
    expect(all.sort()).toEqual(['a#1', 'a#2', 'b#2']);
  });

  test('whatever marks, quotation signs and emphasis it comes in', async () => {
    const words = '核战争打不赢也打不得';
    for (const text of [
      ...[`“${words}”`, `「${words}」`, `"${words}"`, `‘${words}’`, `“‘${words}’”。`, ` ${words}。\n`],
      ...[
        `> ${words}`,
        `> “核战争打不赢\n> 也打不得”`,
        `核战争**打不赢**也打不得`,
        `“${words}”[@${STABILITY}，第15段]`,
      ],
      `    ${words}`,
    ])
      expect(await verify(text, '15'), text).toMatchObject({ verdict: 'verbatim', source: words, edits: [] });
    // Marks that stand around a part are not around the whole.
    expect(await verify('“美国金穹”计划公然提出大幅增加“外空作战手段”', '9')).toMatchObject({
      verdict: 'altered',
    });
  });

  test('over two paragraphs, each on a line', async () => {
    const text =
      '> 双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。\n>\n> 某些核武器国家采取挑衅行径';
    expect(await verify(text, '11-12')).toMatchObject({
      ...{ verdict: 'verbatim', place: { address: '11-12' } },
      source:
        '双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。\n某些核武器国家采取挑衅行径',
    });
  });

  test('with words left out, and set in another form', async () => {
    const verified = await verify('雙方反對個別國家……武装对抗的企图,反对', '10');
    expect(verified).toMatchObject({ verdict: 'verbatim', source: '双方反对个别国家……武装对抗的企图，反对' });
    expect(edits(verified)).toEqual([
      'script “雙” → “双”',
      'script “對個別國” → “对个别国”',
      'width “,” → “，”',
    ]);
  });
});

describe('altered', () => {
  test('each change with its place in the quotation', async () => {
    const verified = await verify('“反对个别国家将太空用于武装对抗的种种企图”', '10');
    expect(verified).toMatchObject({
      ...{ verdict: 'altered', place: { key: STABILITY, address: '10' }, elsewhere: [] },
      source: '反对个别国家将外空用于武装对抗的企图',
    });
    expect(edits(verified)).toEqual(['substitution “太” → “外”', 'addition “种种” → “”']);
    expect(verified.edits[0]).toMatchObject({
      offsets: [8, 9],
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } },
    });
    expect(edits(await verify('双方反对将外空用于武装对抗的企图', '10'))).toEqual([
      'omission “” → “个别国家”',
    ]);
  });
});

describe('misplaced and not found', () => {
  test('says where the words stand', async () => {
    const verified = await verify('双方反对个别国家将外空用于武装对抗的企图', '9');
    expect(verified).toMatchObject({
      ...{ verdict: 'misplaced', place: { key: STABILITY, address: '10' } },
      elsewhere: [{ key: STABILITY, address: '10' }],
    });
  });

  test('says nothing of a place that it does not know', async () => {
    for (const address of [undefined, '9'])
      expect(await verify('双方决定共同建设月球背面的国际天文台', address)).toEqual({
        ...{ verdict: 'not-found', source: '', edits: [], elsewhere: [], isTooShort: false },
      });
  });

  test('few words tell nothing but in the passage that is named', async () => {
    expect(await verify('双方')).toMatchObject({ verdict: 'not-found', isTooShort: true, elsewhere: [] });
    expect(await verify('铁穹', '9')).toMatchObject({ verdict: 'not-found', isTooShort: true });
    expect(await verify('铁穹', '8')).toMatchObject({ verdict: 'verbatim', isTooShort: false });
  });
});

test('what cannot be verified is refused with one sentence', async () => {
  const refusal = async (text: string, key = STABILITY, address = ''): Promise<string> => {
    const verified = await world.service.verify(text, { key, address }, defaultQuotationOptions);
    return isRefusal(verified) ? verified.refused : '';
  };
  expect(await refusal('双方谴责', `${STABILITY}x`)).toContain(STABILITY);
  expect(await refusal('双方谴责', STABILITY, '99')).toContain('第25段');
  expect(await refusal('双方谴责', STABILITY, '乱写')).toContain('乱写');
  for (const empty of ['', ' \n', '“”', '> \n>', '……']) expect(await refusal(empty)).toContain('no words');
});
