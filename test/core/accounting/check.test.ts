import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, statement } from './corpus.ts';

const path = 'statements/a.statement.md';
const SOURCE = `甲乙声明

双方同意在 2020 年前开放三个口岸,并

简化通关手续。

双方将定期会晤。

2019年3月1日于丙城
`;
const BODY = `双方同意在2020年前开放三个口岸，并简化通关手续。

双方将定期会晤。

---

2019年3月1日于丙城`;
const corpus = (body: string, fields = {}, source = SOURCE, furniture = '') => ({
  [path]: statement(body, fields),
  'sources/a.txt': source,
  'furniture.yaml': furniture,
});

describe('a corpus that accounts for every character', () => {
  test('has no problem, and says how many characters there are', () => {
    const { shown, sources, statements } = check(corpus(BODY));
    expect(shown).toEqual([]);
    const characters = SOURCE.length;
    expect(sources).toEqual([{ source: 'a.txt', characters, accounted: characters, furniture: 0 }]);
    expect(statements).toEqual([{ uri: path, key: 'a', characters: 50, carried: 50, emended: 0 }]);
  });

  test('is the example of the README', () => {
    const readme = readFileSync(new URL('../../../corpus/README.md', import.meta.url), 'utf8');
    const block = (language: string): string =>
      new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';
    const source = block('text').replace(/^ *\d+(?: {1,2}|$)/gm, '');
    const texts = {
      'statements/jia-yi-2019-border-trade.statement.md': block('markdown'),
      'sources/100_page.txt': source,
      'furniture.yaml': block('yaml'),
    };
    expect(source).toContain('甲国和乙国关于边境贸易的联合声明');
    expect(check(texts).shown).toEqual([]);
  });

  test('may be in another language, where spaces count', () => {
    const source = 'Joint Statement\n\nThe Sides agree to open\nthree border posts.\n\nThey will meet.\n';
    const fields = {
      title: 'Joint Statement',
      regularised: '[]',
      witnesses: '[{siglum: A, source: a.txt, lines: [[1, 6]]}]',
    };
    const body = 'The Sides agree to open three border posts.\n\nThey will meet.';
    expect(check(corpus(body, fields, source)).shown).toEqual([]);
    expect(check(corpus(body.replace('border posts', 'borderposts'), fields, source)).shown).toEqual([
      `${path}:9 text-not-carried (sources/a.txt:4)`,
    ]);
  });

  test('may take each passage from another witness, and jump where both have the words', () => {
    const witnesses =
      '[{siglum: A, source: a.txt, lines: [[1, 3]]}, {siglum: B, source: b.txt, lines: [[1, 2]]}]';
    const texts = {
      [path]: statement('双方同意开放口岸，愿继续深化合作。\n\n双方将定期会晤。', {
        witnesses,
        more: 'variants: []',
      }),
      'sources/a.txt': '甲乙声明\n双方同意开放口岸，愿继续深化合作。\n双方将',
      'sources/b.txt': '愿继续深化合作。\n双方将定期会晤。',
    };
    const { shown } = check(texts);
    // Both break off within a paragraph: that is a difference, and the list of variants is said to be whole.
    expect(shown).toEqual([
      `${path}:12 variant-unrecorded (sources/a.txt:3)`,
      `${path}:10 variant-unrecorded (sources/b.txt:1)`,
    ]);
  });
});

describe('characters of a text', () => {
  test.each([
    ['changed', BODY.replace('三个口岸', '五个口岸'), [`${path}:9 text-not-carried (sources/a.txt:3)`]],
    ['left out', BODY.replace('三个', '个'), [`${path}:9 text-omits (sources/a.txt:3)`]],
    ['put in', BODY.replace('三个', '三个个'), [`${path}:9 text-not-carried (sources/a.txt:3)`]],
    [
      'in another order',
      BODY.replace('双方将定期会晤', '双方定期将会晤'),
      [`${path}:11 text-omits (sources/a.txt:7)`, `${path}:11 text-not-carried (sources/a.txt:7)`],
    ],
    ['not regularised', BODY.replace('，', ','), [`${path}:9 text-not-regularised (sources/a.txt:3)`]],
    ['with a space', BODY.replace('2020', '2020 '), [`${path}:9 text-not-carried (sources/a.txt:3)`]],
    ['left out at the end', BODY.replace('于丙城', '于丙'), [`${path}:15 text-omits (sources/a.txt:9)`]],
    [
      'in a paragraph of their own',
      BODY.replace('三个', '三\n\n个'),
      [`${path}:9 text-division (sources/a.txt:3)`],
    ],
    [
      'run together from two paragraphs',
      BODY.replace('手续。\n\n', '手续。'),
      [`${path}:9 text-division-lost (sources/a.txt:5)`],
    ],
  ])('%s are named with the lines of the witness', (_, body, expected) => {
    expect(check(corpus(body)).shown).toEqual(expected);
  });

  test('of two closing lines in one are named', () => {
    const source = `${SOURCE}丙社丁城电\n`;
    const fields = { witnesses: '[{siglum: A, source: a.txt, lines: [[1, 10]]}]' };
    expect(check(corpus(`${BODY}\n\n丙社丁城电`, fields, source)).shown).toEqual([]);
    expect(check(corpus(`${BODY}丙社丁城电`, fields, source)).shown).toEqual([
      `${path}:15 text-division-lost (sources/a.txt:9)`,
    ]);
  });

  test('of a title that no witness has are named at the title', () => {
    expect(check(corpus(BODY, { title: '甲丙声明' })).shown).toEqual([
      `${path}:3 text-not-carried (sources/a.txt:1)`,
    ]);
  });

  test('of a title may stand in the furniture of the source', () => {
    const fields = { witnesses: '[{siglum: A, source: a.txt, lines: [[2, 9]]}]' };
    expect(
      check(corpus(BODY, fields, SOURCE, '- {source: a.txt, lines: [[1, 1]], reason: 网页标题}')).shown,
    ).toEqual([]);
  });
});

describe('an emendation', () => {
  const more = 'emendations: [{at: "2", witness: 定期定期, reading: 定期, reason: 重出}]';
  const source = SOURCE.replace('定期', '定期定期');

  test('accounts for the words that it puts in', () => {
    const { shown, statements } = check(corpus(BODY, { more }, source));
    expect(shown).toEqual([]);
    expect(statements[0]).toMatchObject({ characters: 50, carried: 48, emended: 2 });
  });

  test('is missed where there is none', () => {
    expect(check(corpus(BODY, {}, source)).shown).toEqual([`${path}:11 text-omits (sources/a.txt:7)`]);
  });

  test('of words that no witness has is named at those words, and the statement stays readable', () => {
    expect(check(corpus(BODY, { more })).shown).toEqual([`${path}:7 emendation-witness`]);
  });

  test('of words that stand in several places is named', () => {
    const twice = more.replace('witness: 定期定期', 'witness: 双方');
    expect(check(corpus(BODY, { more: twice }, source)).shown[0]).toBe(
      `${path}:7 emendation-several (sources/a.txt:3, sources/a.txt:7)`,
    );
  });

  test('whose reading the text does not have is named', () => {
    const body = BODY.replace('将定期会晤', '将定期定期会晤');
    expect(check(corpus(body, { more }, source)).shown).toEqual([
      `${path}:12 text-not-carried (sources/a.txt:7)`,
    ]);
    const other = more.replace('reading: 定期', 'reading: 按期');
    expect(check(corpus(BODY, { more: other }, source)).shown).toContain(
      `${path}:7 emendation-reading (${path}:12)`,
    );
  });

  test('at an address where the words do not stand, or at none, is named', () => {
    expect(check(corpus(BODY, { more: more.replace('"2"', '"1"') }, source)).shown).toEqual([
      `${path}:7 emendation-address (${path}:10)`,
    ]);
    expect(check(corpus(BODY, { more: more.replace('"2"', '"7"') }, source)).shown).toEqual([
      `${path}:7 emendation-address`,
    ]);
  });
});

describe('witnesses', () => {
  test('whose source is missing are named at its name', () => {
    const { shown, statements } = check(
      corpus(BODY, { witnesses: '[{siglum: A, source: b.txt, lines: [[1, 9]]}]' }),
    );
    expect(shown).toEqual([`${path}:6 witness-source-missing`, 'sources/a.txt:1 source-unclaimed']);
    expect(statements).toHaveLength(1);
  });

  test('whose lines are not in the source are named', () => {
    expect(
      check(corpus(BODY, { witnesses: '[{siglum: A, source: a.txt, lines: [[1, 12]]}]' })).shown,
    ).toEqual([`${path}:6 witness-out-of-range`]);
    expect(
      check(corpus(BODY, { witnesses: '[{siglum: A, source: a.txt, lines: [[1, 5], [9, 7], [7, 9]]}]' }))
        .shown,
    ).toEqual([`${path}:6 witness-out-of-range`]);
  });

  test('that claim the same lines are named, with the other claim and the lines', () => {
    const witnesses =
      '\n  - {siglum: A, source: a.txt, lines: [[1, 9]]}\n  - {siglum: B, source: a.txt, lines: [[7, 7]]}';
    expect(check(corpus(BODY, { witnesses })).shown).toEqual([
      `${path}:8 source-claimed-twice (${path}:7, sources/a.txt:7)`,
    ]);
  });

  test('that share a siglum are named', () => {
    const witnesses =
      '\n  - {siglum: A, source: a.txt, lines: [[1, 5]]}\n  - {siglum: A, source: a.txt, lines: [[6, 9]]}';
    expect(check(corpus(BODY, { witnesses })).shown[0]).toBe(`${path}:8 witness-siglum`);
  });

  test('take their lines in the order in which they are listed', () => {
    const lines = SOURCE.split('\n');
    const source = [...lines.slice(6, 9), ...lines.slice(0, 6)].join('\n');
    const witnesses = '[{siglum: A, source: a.txt, lines: [[4, 8], [1, 3]]}]';
    expect(check(corpus(BODY, { witnesses }, source)).shown).toEqual([]);
  });
});

describe('a source', () => {
  test('with lines that nobody claims is named, a problem for each run of lines', () => {
    const source = `页头\n\n页眉\n${SOURCE}`;
    const fields = { witnesses: '[{siglum: A, source: a.txt, lines: [[4, 12]]}]' };
    const { shown, sources } = check(corpus(BODY, fields, source));
    expect(shown).toEqual(['sources/a.txt:1 source-unclaimed']);
    expect(sources[0]?.characters).toBe((sources[0]?.accounted ?? 0) + 4);
    expect(
      check(corpus(BODY, fields, source, '- {source: a.txt, lines: [[1, 3]], reason: 页眉}')).shown,
    ).toEqual([]);
  });

  test('that was altered is named in place of the text that it no longer agrees with', () => {
    const seal = `${'0'.repeat(64)}  sources/a.txt\n`;
    const texts = { ...corpus(BODY, {}, SOURCE.replace('三个', '五个')), 'sources.sha256': seal };
    expect(check(texts).shown).toEqual([
      `sources/a.txt:3 text-not-carried (${path}:9)`,
      'sources/a.txt:1 source-altered',
    ]);
  });
});

describe('furniture', () => {
  const base = corpus(
    BODY,
    { witnesses: '[{siglum: A, source: a.txt, lines: [[1, 9]]}]' },
    `${SOURCE}双方将定期会晤。\n分享|打印\n`,
  );
  const shown = (furniture: string): string[] => check({ ...base, 'furniture.yaml': furniture }).shown;

  test('is held against the source', () => {
    expect(shown('- {source: a.txt, lines: [[10, 11]], reason: 页脚}')).toEqual([]);
    expect(
      shown(
        '- {source: a.txt, lines: [[10, 10]], repeats: [[7, 7]], reason: 重出}\n- {source: a.txt, lines: [[11, 11]], text: 分享|打印, reason: 按钮}',
      ),
    ).toEqual([]);
    expect(
      shown(
        '- {source: a.txt, lines: [[10, 10]], repeats: [[5, 5]], reason: 重出}\n- {source: a.txt, lines: [[11, 11]], text: 分享, reason: 按钮}',
      ),
    ).toEqual([
      'furniture.yaml:1 furniture-repeats (sources/a.txt:10, sources/a.txt:5)',
      'furniture.yaml:2 furniture-text (sources/a.txt:11)',
    ]);
  });

  test('that is not there, or cannot be read, is named', () => {
    expect(shown('- {source: a.txt, lines: [[10, 12]], reason: 页脚}')).toContain(
      'furniture.yaml:1 furniture-out-of-range',
    );
    expect(shown('- {source: b.txt, lines: [[10, 11]], reason: 页脚}')).toContain(
      'furniture.yaml:1 furniture-source-missing',
    );
    expect(shown('- {source: a.txt, lines: [[10, 11]]}')).toContain('furniture.yaml:1 furniture-invalid');
    expect(shown('- {source: a.txt, lines: 10, reason: 页脚}')).toContain(
      'furniture.yaml:1 furniture-invalid',
    );
    expect(shown('lines: [')).toContain('furniture.yaml:1 furniture-invalid');
  });
});

describe('recorded variants', () => {
  const witnesses =
    '[{siglum: A, source: a.txt, lines: [[1, 9]]}, {siglum: B, source: b.txt, lines: [[1, 9]]}]';
  const texts = (more: string) => ({
    ...corpus(BODY, { witnesses, more }),
    'sources/b.txt': SOURCE.replace('三个口岸', '五个口岸'),
  });

  test('are asked for, as information, where a text with two witnesses has none', () => {
    const { problems } = check(texts(''));
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'information variants-unrecorded',
    ]);
  });

  test('account for each difference', () => {
    expect(check(texts('variants: [{at: "1", text: 三个口岸, readings: {B: 五个口岸}}]')).shown).toEqual([]);
    expect(check(texts('variants: []')).shown).toEqual([`${path}:10 variant-unrecorded (sources/b.txt:3)`]);
  });

  test('that are not true are named at their words', () => {
    expect(check(texts('variants: [{at: "1", text: 三个口岸, readings: {B: 六个口岸}}]')).shown).toEqual([
      `${path}:7 variant-reading (sources/b.txt:3, ${path}:10)`,
    ]);
    expect(check(texts('variants: [{at: "2", text: 三个口岸, readings: {B: 五个口岸}}]')).shown).toContain(
      `${path}:7 variant-text (${path}:12)`,
    );
    expect(check(texts('variants: [{at: "1", text: 三个口岸, readings: {C: 五个口岸}}]')).shown).toContain(
      `${path}:7 variant-witness`,
    );
  });
});

test('a doubt about words that do not stand in the text is named', () => {
  const more = 'doubts: [{at: "2", text: 定时, reason: 疑}]';
  expect(check(corpus(BODY, { more })).shown).toEqual([`${path}:7 doubt-text (${path}:12)`]);
});

test('a statement that names no witness is not checked', () => {
  expect(check({ [path]: statement(BODY, { witnesses: '[]' }) }).shown).toEqual([]);
});
