import { describe, expect, test } from 'vitest';
import { paragraph, variantsOf } from './edition.ts';

const paragraphs = (...numbers: number[]): string => numbers.map(paragraph).join('\n\n');
const P = (number: number): string => paragraph(number);

describe('witnesses that say the same', () => {
  test('have no variants', () => {
    expect(variantsOf(paragraphs(1, 2, 3), { A: paragraphs(1, 2, 3), B: paragraphs(1, 2, 3) })).toEqual([]);
  });

  test('may lay the text out in another way: headings, bold type, blank lines', () => {
    const body = `## 一\n\n${P(1)}\n\n## 二\n\n${P(2)}`;
    expect(variantsOf(body, { A: `# 一\n${P(1)}\n\n\n二\n\n**${P(2)}**` })).toEqual([]);
  });

  test('may carry a part of the text: paragraphs before and behind it are no variants', () => {
    expect(variantsOf(paragraphs(1, 2, 3, 4), { A: paragraphs(1, 2, 3, 4), B: paragraphs(2, 3) })).toEqual(
      [],
    );
  });

  test('may break a sentence at the end of a page', () => {
    const [head, tail] = [P(2).slice(0, 7), P(2).slice(7)];
    expect(variantsOf(paragraphs(1, 2, 3), { A: `${P(1)}\n\n${head}\n\n${tail}\n\n${P(3)}` })).toEqual([]);
  });
});

describe('words', () => {
  test('that differ are a substitution, with the reading of each witness', () => {
    const other = P(2).replace('第2之2项', '第2之贰项');
    expect(
      variantsOf(paragraphs(1, 2, 3), {
        A: paragraphs(1, 2, 3),
        B: paragraphs(1, 2, 3).replace(P(2), other),
      }),
    ).toEqual(['2 substitution: 2 | A: 2 | B: 贰']);
  });

  test('that one witness lacks are an omission, those that it adds an addition', () => {
    const body = '双方在加强反导拦截能力的同时，还可用来执行战略任务。';
    expect(
      variantsOf(body, { A: body, B: body.replace('反导', '反'), C: body.replace('还可', '还可以') }),
    ).toEqual(['1 omission: 导 | A: 导 | B: – | C: 导', '1 addition: – | A: – | B: – | C: 以']);
  });

  test('on which witnesses differ from the text in different ways are one variant', () => {
    const body = '双方将协助新成员国平稳融入合作机制。';
    expect(
      variantsOf(body, { A: body.replace('平稳', '平移'), B: body.replace('平稳融入', '融入') }),
    ).toEqual(['1 substitution: 平稳 | A: 平移 | B: –']);
  });

  test('that stand in place of a whole passage are not picked to pieces by the characters they happen to share', () => {
    const body = `${P(1)}为防止外空军备竞赛及防止对外空物体使用武力提供根本和可靠保障。`;
    const other = `${P(1)}为防止外空军备竞赛及防止严重破坏国际经济秩序的单边措施。`;
    expect(variantsOf(body, { A: body, B: other })).toEqual([
      '1 substitution: 对外空物体使用武力提供根本和可靠保障 | A: 对外空物体使用武力提供根本和可靠保障 | B: 严重破坏国际经济秩序的单边措施',
    ]);
  });

  test('at which a witness breaks off within a paragraph are an omission of the rest of that paragraph', () => {
    expect(
      variantsOf('双方愿推进改革，共同维护利益。\n\n双方愿继续合作，共同推动发展。', {
        A: '双方愿推进改革，',
      }),
    ).toEqual(['1 omission: 共同维护利益。 | A: –']);
  });
});

describe('passages', () => {
  test('that a witness lacks, such as a page of many paragraphs, are one omission', () => {
    const all = Array.from({ length: 60 }, (_, i) => i + 1);
    const without = all.filter((number) => number <= 15 || number > 45);
    const found = variantsOf(paragraphs(...all), { A: paragraphs(...all), B: paragraphs(...without) });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^16-45 omission: /);
    expect(found[0]).toMatch(/ \| B: –$/);
    expect(found[0]).toContain(P(30));
  });

  test('that begin and break off within a page are omitted to the character', () => {
    const [second, fourth] = [P(2).slice(0, 9), P(4).slice(9)];
    const found = variantsOf(paragraphs(1, 2, 3, 4, 5), { B: `${P(1)}\n${second}${fourth}\n${P(5)}` });
    expect(found).toEqual([`2-4 omission: ${P(2).slice(9)}¶${P(3)}¶${P(4).slice(0, 9)} | B: –`]);
  });

  test('that stand in another place are displaced: where they are missing and where they stand', () => {
    const found = variantsOf(paragraphs(1, 2, 3, 4, 5, 6, 7, 8), { B: paragraphs(1, 2, 4, 5, 6, 7, 3, 8) });
    expect(found).toEqual([`3 displacement: ${P(3)} | B: –`, `8 displacement: – | B: ${P(3)}`]);
  });

  test('that change places are displaced', () => {
    expect(variantsOf(paragraphs(1, 2, 3, 4), { B: paragraphs(1, 3, 2, 4) })).toEqual([
      `2 displacement: – | B: ${P(3)}`,
      `3 displacement: ${P(3)} | B: –`,
    ]);
  });

  test('that a witness gives twice or three times are repetitions', () => {
    expect(variantsOf(paragraphs(1, 2, 3), { B: paragraphs(1, 2, 2, 3) })).toEqual([
      `3 repetition: – | B: ${P(2)}`,
    ]);
    expect(variantsOf(paragraphs(1, 2, 3), { B: paragraphs(1, 2, 2, 2, 3) })).toEqual([
      `3 repetition: – | B: ${P(2)}¶${P(2)}`,
    ]);
  });

  test('that come back far behind are repetitions', () => {
    expect(variantsOf(paragraphs(1, 2, 3, 4, 5), { B: paragraphs(1, 2, 3, 4, 2, 5) })).toEqual([
      `5 repetition: – | B: ${P(2)}`,
    ]);
  });

  test('that the text itself has twice are matched in order', () => {
    const body = paragraphs(1, 2, 3, 2, 4);
    expect(variantsOf(body, { A: body })).toEqual([]);
    expect(variantsOf(body, { A: paragraphs(1, 2, 3, 4) })).toEqual([`4 omission: ${P(2)} | A: –`]);
  });
});

describe('division into paragraphs', () => {
  const [one, two] = ['双方认为合作重要。', '双方谴责卑劣行径。'];

  test('is a variant where witnesses divide differently', () => {
    expect(variantsOf(`${one}${two}`, { A: `${one}\n${two}`, B: `${one}${two}` })).toEqual([
      '1 division: – | A: ¶ | B: –',
    ]);
    expect(variantsOf(`${one}\n\n${two}`, { A: `${one}\n${two}`, B: `${one}${two}` })).toEqual([
      '1-2 division: ¶ | A: ¶ | B: –',
    ]);
  });
});

describe('how characters are written', () => {
  const body = '双方（以下称“双方”）声明如下：合作2025年。';

  test('in half width differs in width', () => {
    expect(variantsOf(body, { A: body, B: body.replace('（', '(').replace('：', ':') })).toEqual([
      '1 width: （ | A: （ | B: (',
      '1 width: ： | A: ： | B: :',
    ]);
  });

  test('with straight quotation marks differs in the style of marks', () => {
    expect(variantsOf(body, { B: body.replace('“', '"').replace('”', '"') })).toEqual([
      '1 width: “ | B: "',
      '1 width: ” | B: "',
    ]);
  });

  test('with spaces around digits differs in spacing', () => {
    expect(variantsOf(body, { A: body, B: body.replace('2025', ' 2025 ') })).toEqual([
      '1 spacing: – | A: – | B:  ',
      '1 spacing: – | A: – | B:  ',
    ]);
  });

  test('in traditional characters differs in script, also where every other character does', () => {
    const traditional = '雙方（以下稱“雙方”）聲明如下：合作2025年。';
    expect(variantsOf(body, { B: body.replace('声', '聲') })).toEqual(['1 script: 声 | B: 聲']);
    expect(variantsOf(body, { B: traditional }).map((line) => line.split(' |', 1)[0])).toEqual([
      '1 script: 双',
      '1 script: 称',
      '1 script: 双',
      '1 script: 声',
    ]);
  });

  test('is no variant where the statement declares it regularised', () => {
    const other = ' 雙方(以下稱“雙方”)聲明如下:合作 2025 年。';
    expect(variantsOf(body, { B: other }, ['width', 'spacing', 'script'])).toEqual([]);
    expect(variantsOf(body, { B: other }, ['width', 'spacing'])).toHaveLength(4);
  });
});

describe('tables and lines of a source', () => {
  test('cells that stand side by side are one closing line', () => {
    const body = `${P(1)}\n\n---\n\n甲国主席\u3000乙国总统\n\n2025年5月8日`;
    const witness = `${P(1)}\n\n| 甲国主席   | 乙国总统 |\n|----|----|\n| 2025年5月8日 |  |`;
    expect(variantsOf(body, { A: witness })).toEqual([]);
    expect(variantsOf(body, { A: witness.replace('乙国', '丙国') })).toEqual([
      'colophon substitution: 乙 | A: 丙',
    ]);
  });
});
