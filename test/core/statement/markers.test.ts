import { expect, test } from 'vitest';
import { render, unindent } from './render.ts';

function check(text: string, expected: string): void {
  expect(render(text)).toBe(unindent(expected));
}

test('a number of Chinese sections stands alone on its line', () => {
  check(
    '甲乙联合声明\n\n双方声明如下：\n\n一\n\n第一句。\n\n第二句。\n\n二\n\n第三句。\n',
    `§ 0 preamble
     0.1 双方声明如下：
     § 1 han 一
     1.1 第一句。
     1.2 第二句。
     § 2 han 二
     2.1 第三句。`,
  );
});

test('a number of Chinese sections opens their first paragraph', () => {
  check(
    '甲乙联合声明\n\n双方声明如下：\n\n一、双方重申友好。\n\n双方满意。\n\n二、双方将合作。\n',
    `§ 0 preamble
     0.1 双方声明如下：
     § 1 han 一
     1.1 双方重申友好。
     1.2 双方满意。
     § 2 han 二
     2.1 双方将合作。`,
  );
});

test('a number of Chinese sections stands before a title, in a heading or not', () => {
  const expected = `
    § 1 han 一 | 政治关系
    1.1 双方互信。
    § 2 han 二 | 务实合作
    2.1 双方互利。`;
  check('# 甲乙声明\n\n## 一、政治关系\n\n双方互信。\n\n## 二、务实合作\n\n双方互利。\n', expected);
  check('甲乙声明\n\n一、政治关系\n\n双方互信。\n\n二、务实合作\n\n双方互利。\n', expected);
  check('甲乙声明\n\n**一、政治关系**\n\n双方互信。\n\n**二、务实合作**\n\n双方互利。\n', expected);
  check('甲乙声明\n\n## 一 政治关系\n\n双方互信。\n\n## 二 务实合作\n\n双方互利。\n', expected);
});

test('a heading holds the number alone', () => {
  check(
    '# 甲乙声明\n\n开头。\n\n## 一\n\n甲。\n\n## 二\n\n乙。\n',
    `§ 0 preamble
     0.1 开头。
     § 1 han 一
     1.1 甲。
     § 2 han 二
     2.1 乙。`,
  );
});

test('numbers above ten are read', () => {
  check(
    '甲乙声明\n\n九、甲。\n\n十、乙。\n\n十一、丙。\n\n二十、丁。\n\n二十一、戊。\n',
    `§ 9 han 九
     9.1 甲。
     § 10 han 十
     10.1 乙。
     § 11 han 十一
     11.1 丙。
     § 20 han 二十
     20.1 丁。
     § 21 han 二十一
     21.1 戊。
     ! 9 section-missing 二十`,
  );
});

test('sections in parentheses nest; the second paragraph of （二） in 一 is 1.2.2', () => {
  check(
    '声明\n\n一、总体\n\n引言。\n\n（一）政治。\n\n（二）经济。\n\n再说经济。\n\n二、其他。\n',
    `§ 1 han 一 | 总体
     1.0.1 引言。
     § 1.1 han-parenthesised （一）
     1.1.1 政治。
     § 1.2 han-parenthesised （二）
     1.2.1 经济。
     1.2.2 再说经济。
     § 2 han 二
     2.1 其他。`,
  );
});

test('the whole Chinese order 一、（一）1.（1）① nests five deep', () => {
  check(
    '声明\n\n一、甲：\n\n（一）乙：\n\n1. 丙：\n\n（1）丁：\n\n① 戊；\n\n② 己。\n\n（2）庚。\n\n2. 辛。\n\n（二）壬。\n',
    `§ 1 han 一
     1.0.1 甲：
     § 1.1 han-parenthesised （一）
     1.1.0.1 乙：
     § 1.1.1 decimal 1
     1.1.1.0.1 丙：
     § 1.1.1.1 decimal-parenthesised （1）
     1.1.1.1.0.1 丁：
     § 1.1.1.1.1 circled ①
     1.1.1.1.1.1 戊；
     § 1.1.1.1.2 circled ②
     1.1.1.1.2.1 己。
     § 1.1.1.2 decimal-parenthesised （2）
     1.1.1.2.1 庚。
     § 1.1.2 decimal 2
     1.1.2.1 辛。
     § 1.2 han-parenthesised （二）
     1.2.1 壬。`,
  );
});

test('第一章 holds 第一节, which holds 第一条, whose numbers run through', () => {
  check(
    '甲乙条约\n\n第一章 总则\n\n第一节 目的\n\n第一条 双方和平。\n\n第二条 双方友好。\n\n双方永不为敌。\n\n第二节 范围\n\n第三条 双方合作。\n\n第二章 附则\n\n第四条 条约有效。\n',
    `§ 1 chapter 第一章 | 总则
     § 1.1 section 第一节 | 目的
     § 1.1.1 article… 第一条
     1.1.1.1 双方和平。
     § 1.1.2 article… 第二条
     1.1.2.1 双方友好。
     1.1.2.2 双方永不为敌。
     § 1.2 section 第二节 | 范围
     § 1.2.3 article… 第三条
     1.2.3.1 双方合作。
     § 2 chapter 第二章 | 附则
     § 2.4 article… 第四条
     2.4.1 条约有效。`,
  );
});

test('第一部分 is a division of its own', () => {
  check(
    '声明\n\n第一部分\n\n甲。\n\n第二部分：经济\n\n乙。\n',
    `§ 1 part 第一部分
     1.1 甲。
     § 2 part 第二部分 | 经济
     2.1 乙。`,
  );
});

test('decimal numbers with a stop, a parenthesis or two', () => {
  for (const [one, two, kind] of [
    ['1.', '2.', 'decimal'],
    ['1．', '2．', 'decimal'],
    ['1、', '2、', 'decimal'],
    ['1)', '2)', 'decimal-parenthesised'],
    ['(1)', '(2)', 'decimal-parenthesised'],
    ['（1）', '（2）', 'decimal-parenthesised'],
    ['１．', '２．', 'decimal'],
  ] as const) {
    const label = (marker: string): string => marker.replace(/[.．、]$/, '');
    check(
      `Statement\n\n${one} First.\n\n${two} Second.\n`,
      `§ 1 ${kind} ${label(one)}
       1.1 First.
       § 2 ${kind} ${label(two)}
       2.1 Second.`,
    );
  }
});

test('1.1 stands within 1, whatever form 1 has', () => {
  check(
    'Charter\n\n## 1. Aims\n\n1.1 Peace.\n\n1.2 Trade.\n\n## 2. Means\n\n2.1 Talks.\n',
    `§ 1 decimal 1 | Aims
     § 1.1 decimal 1.1
     1.1.1 Peace.
     § 1.2 decimal 1.2
     1.2.1 Trade.
     § 2 decimal 2 | Means
     § 2.1 decimal 2.1
     2.1.1 Talks.`,
  );
});

test('1.1 without a 1 puts in the section that it speaks of', () => {
  check(
    'Charter\n\n1.1 Peace.\n\n1.2 Trade.\n\n2.1 Talks.\n\n2.2 Visits.\n',
    `§ 1 decimal 1
     § 1.1 decimal 1.1
     1.1.1 Peace.
     § 1.2 decimal 1.2
     1.2.1 Trade.
     § 2 decimal 2
     § 2.1 decimal 2.1
     2.1.1 Talks.
     § 2.2 decimal 2.2
     2.2.1 Visits.`,
  );
});

test('letters and small Roman numerals nest, and (i) after (h) is a letter', () => {
  check(
    'Text\n\n1. Decides:\n\n(a) one;\n\n(i) first;\n\n(ii) second;\n\n(b) two.\n\n2. Ends.\n',
    `§ 1 decimal 1
     1.0.1 Decides:
     § 1.1 letter (a)
     1.1.0.1 one;
     § 1.1.1 roman-parenthesised (i)
     1.1.1.1 first;
     § 1.1.2 roman-parenthesised (ii)
     1.1.2.1 second;
     § 1.2 letter (b)
     1.2.1 two.
     § 2 decimal 2
     2.1 Ends.`,
  );
  const letters = 'abcdefghij'.split('');
  check(
    `Text\n\n${letters.map((letter) => `(${letter}) item ${letter};\n\n`).join('')}`,
    letters
      .map((letter, i) => `§ ${String(i + 1)} letter (${letter})\n${String(i + 1)}.1 item ${letter};`)
      .join('\n'),
  );
});

test('Roman numerals and capital letters open divisions of an outline', () => {
  check(
    'Plan\n\nI. Politics\n\nWe agree.\n\nA. Talks\n\nWe talk.\n\nB. Visits\n\nWe visit.\n\nII. Trade\n\nWe trade.\n',
    `§ 1 roman I | Politics
     1.0.1 We agree.
     § 1.1 letter A | Talks
     1.1.1 We talk.
     § 1.2 letter B | Visits
     1.2.1 We visit.
     § 2 roman II | Trade
     2.1 We trade.`,
  );
});

test('English and Russian names of divisions', () => {
  check(
    'Treaty\n\n## Part One\n\n## Section II. Trade\n\nArticle 5\n\nText.\n\nArticle 6. Text of six.\n',
    `§ 1 part Part One
     § 1.2 section Section II | Trade
     § 1.2.5 article Article 5
     1.2.5.1 Text.
     § 1.2.6 article Article 6
     1.2.6.1 Text of six.`,
  );
  check(
    'Договор\n\nРаздел 1. Общие положения\n\nСтатья 1\n\nСтороны дружат.\n\nСтатья 2. Стороны торгуют.\n\nРаздел 2\n\nСтатья 3\n\nСтороны учатся.\n',
    `§ 1 section Раздел 1 | Общие положения
     § 1.1 article… Статья 1
     1.1.1 Стороны дружат.
     § 1.2 article… Статья 2
     1.2.1 Стороны торгуют.
     § 2 section Раздел 2
     § 2.3 article… Статья 3
     2.3.1 Стороны учатся.`,
  );
});

test('an article has its title on the line below', () => {
  check(
    'Convention\n\nArticle 1\nScope of the present Convention\n\nIt applies to treaties.\n\nArticle 2\n\nUse of terms\n\nTerms are used.\n',
    `§ 1 article Article 1 | Scope of the present Convention
     1.1 It applies to treaties.
     § 2 article Article 2 | Use of terms
     2.1 Terms are used.`,
  );
});

test('the title of an article stands behind its number, in parentheses or after a dash', () => {
  check(
    '条约\n\n第一条（目的）\n\n双方和平。\n\n第二条【范围】双方贸易。\n\n第三条　定义\n\n第二条（二）项不适用。\n',
    `§ 1 article 第一条 | （目的）
     1.1 双方和平。
     § 2 article 第二条
     2.1 【范围】双方贸易。
     § 3 article 第三条 | 定义
     3.1 第二条（二）项不适用。`,
  );
  check(
    'Treaty\n\nArticle 1 Definitions\nTerms are used.\n\nArticle 2 (Scope)\n\nIt applies.\n\n## Article 3 – Final clauses\n\nIt ends.\n',
    `§ 1 article Article 1 | Definitions
     1.1 Terms are used.
     § 2 article Article 2 | (Scope)
     2.1 It applies.
     § 3 article Article 3 | Final clauses
     3.1 It ends.`,
  );
});

test('a wrapped line that starts like an article goes on with its sentence', () => {
  check(
    'Statement\n\nThe organs under\nArticle 5 Council rules and others\nshall meet.\n',
    `1 The organs under Article 5 Council rules and others shall meet.`,
  );
});

test('a number in bold type is a number', () => {
  check(
    'Treaty\n\n**Article 1** The parties agree.\n\n**1.** They talk.\n\n**2.** They act.\n\n**Article 2.** They part.\n',
    `§ 1 article Article 1
     1.0.1 The parties agree.
     § 1.1 decimal 1
     1.1.1 They talk.
     § 1.2 decimal 2
     1.2.1 They act.
     § 2 article Article 2
     2.1 They part.`,
  );
});

test.each(['Preamble', '## Preamble', '## 序言', '序言', 'Преамбула', 'PREAMBLE'])(
  '%s is section 0',
  (line) => {
    check(
      `Treaty\n\n${line}\n\nThe parties,\n\nArticle 1\n\nPeace.\n`,
      `§ 0 preamble | ${line.replace('## ', '')}
     0.1 The parties,
     § 1 article Article 1
     1.1 Peace.`,
    );
  },
);

test('what stands before the heading of the preamble belongs to it', () => {
  check(
    '# 宪章\n\n题记。\n\n## 序言\n\n甲。\n\n## 第一条\n\n乙。\n',
    `§ 0 preamble | 序言
     0.1 题记。
     0.2 甲。
     § 1 article 第一条
     1.1 乙。`,
  );
});

test('headings without numbers are counted', () => {
  check(
    '# Communiqué\n\nWe met.\n\n## Trade\n\nWe trade.\n\n## Climate\n\nIt warms.\n\n### Oceans\n\nThey rise.\n',
    `§ 0 preamble
     0.1 We met.
     § 1 heading | Trade
     1.1 We trade.
     § 2 heading | Climate
     2.0.1 It warms.
     § 2.1 heading | Oceans
     2.1.1 They rise.`,
  );
});

test('an unnumbered heading before number one introduces, and one after the last is counted on', () => {
  check(
    '# Report\n\n## Summary\n\nShort.\n\n## 1. Aims\n\nPeace.\n\n## 2. Means\n\nTalks.\n\n## Outlook\n\nBright.\n',
    `§ 0 preamble
     0.1 Summary
     0.2 Short.
     § 1 decimal 1 | Aims
     1.1 Peace.
     § 2 decimal 2 | Means
     2.1 Talks.
     § 3 heading | Outlook
     3.1 Bright.`,
  );
});

test('underlined titles are headings', () => {
  check(
    'Declaration\n===========\n\nTrade\n-----\n\nWe trade.\n',
    `§ 1 heading | Trade
     1.1 We trade.`,
  );
});

test('"——" items are paragraphs of their own, with and without blank lines between them', () => {
  const expected = `
    § 1 han 一
    1.1 双方商定：
    1.2 ——加强工业合作；
    1.3 ——加强农业合作。`;
  check('声明\n\n一\n\n双方商定：\n\n——加强工业合作；\n\n——加强农业合作。\n', expected);
  check('声明\n\n一\n\n双方商定：\n——加强工业合作；\n——加强农业合作。\n', expected);
  check('声明\n\n一\n\n双方商定：\n　　——加强工业合作；\n　　——加强农业合作。\n', expected);
});

test('a text without sections is numbered straight through', () => {
  check(
    '声明\n\n甲。\n\n乙。\n\n丙。\n',
    `1 甲。
     2 乙。
     3 丙。`,
  );
});

test.each([
  ['2025. Das Jahr.'],
  ['3.5%的增长率。'],
  ['3.5 percent of growth.'],
  ['1.1 billion people agree.'],
  ['第三条规定双方合作。'],
  ['第一，双方合作。'],
  ['Article 5 of the Charter says so.'],
  ['Section 3 of the Act applies.'],
  ['I. Ivanov said so.'],
  ['A. Smith said so.'],
  ['9 May is a day.'],
  ['15. Juni war es.'],
  ['2025年5月8日，双方会晤。'],
  ['二〇二五年是重要的一年。'],
  ['十分重要。'],
  ['一方面，双方合作。'],
  ['(as amended) it applies.'],
  ['（以下称“双方”）声明如下。'],
  ['（全文如下）'],
  ['0. Nothing.'],
])('“%s” at the start of a paragraph is text', (sentence) => {
  check(
    `Title\n\nOne.\n\n${sentence}\n\nTwo.\n`,
    `1 One.
     2 ${sentence}
     3 Two.`,
  );
});

test('a stray marker within sections is text', () => {
  check(
    'Communiqué\n\n1. We met.\n\n17. Juni war es.\n\nSection 3. It applies.\n\n2. We parted.\n',
    `§ 1 decimal 1
     1.1 We met.
     1.2 17. Juni war es.
     1.3 Section 3. It applies.
     § 2 decimal 2
     2.1 We parted.`,
  );
});

test('a wrapped line that starts with a number goes on with its paragraph', () => {
  check(
    'Statement\n\nThe parties met in Moscow on May\n9. They will meet again on June\n12. Nothing else was said.\n\nThey parted.\n',
    `1 The parties met in Moscow on May 9. They will meet again on June 12. Nothing else was said.
     2 They parted.`,
  );
});
