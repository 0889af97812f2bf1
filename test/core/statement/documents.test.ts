// Whole documents in miniature, in the shapes in which statements are published.

import { expect, test } from 'vitest';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import { render, unindent } from './render.ts';

function check(text: string, expected: string): void {
  expect(render(text)).toBe(unindent(expected));
}

test('a resolution: preambular paragraphs are 0.n, operative ones are sections', () => {
  check(
    `Peaceful uses of outer space

The General Assembly,

*Recalling* its resolution 1 (I) of 24 January 1946,

*Noting* the report of the Committee,

1. *Decides* to establish a commission:

   (a) To study the question;

   (b) To report to the Assembly;

2. *Requests* the Secretary-General

   to report;

3. *Decides* to remain seized of the matter.
`,
    `§ 0 preamble
     0.1 The General Assembly,
     0.2 *Recalling* its resolution 1 (I) of 24 January 1946,
     0.3 *Noting* the report of the Committee,
     § 1 decimal 1
     1.0.1 *Decides* to establish a commission:
     § 1.1 letter (a)
     1.1.1 To study the question;
     § 1.2 letter (b)
     1.2.1 To report to the Assembly;
     § 2 decimal 2
     2.1 *Requests* the Secretary-General
     2.2 to report;
     § 3 decimal 3
     3.1 *Decides* to remain seized of the matter.`,
  );
});

test('a resolution without blank lines', () => {
  check(
    `Resolution 1 (I)

The General Assembly,
Recalling the principles of the Charter of the
United Nations,
Also concerned by the dangers of atomic energy,
1. Decides to establish a commission;
2. Requests the Secretary-General:
(a) to act;
(b) to report.

17th plenary meeting,
24 January 1946.
`,
    `§ 0 preamble
     0.1 The General Assembly,
     0.2 Recalling the principles of the Charter of the United Nations,
     0.3 Also concerned by the dangers of atomic energy,
     § 1 decimal 1
     1.1 Decides to establish a commission;
     § 2 decimal 2
     2.0.1 Requests the Secretary-General:
     § 2.1 letter (a)
     2.1.1 to act;
     § 2.2 letter (b)
     2.2.1 to report.
     * 17th plenary meeting,
     24 January 1946.`,
  );
});

test('a text that breaks off behind its last number is no title', () => {
  check(
    '声明\n\n一、双方重申友好。\n\n二、各国享有平等地参与制定\n\n国际法的权利。\n',
    `§ 1 han 一
     1.1 双方重申友好。
     § 2 han 二
     2.1 各国享有平等地参与制定
     2.2 国际法的权利。`,
  );
});

test('a resolution in parts: paragraphs are counted within each part', () => {
  check(
    `Question of X

The General Assembly,

I

1. Decides one thing;

2. Decides another;

II

1. Decides a third thing.
`,
    `§ 0 preamble
     0.1 The General Assembly,
     § 1 roman I
     § 1.1 decimal 1
     1.1.1 Decides one thing;
     § 1.2 decimal 2
     1.2.1 Decides another;
     § 2 roman II
     § 2.1 decimal 1
     2.1.1 Decides a third thing.`,
  );
});

test('a numbered communiqué without headings', () => {
  check(
    `Leaders' Declaration

We, the leaders, met.

1. We agree.

2. We reaffirm:

- peace;
- trade.

3. We thank the host.
`,
    `§ 0 preamble
     0.1 We, the leaders, met.
     § 1 decimal 1
     1.1 We agree.
     § 2 decimal 2
     2.1 We reaffirm:
     2.2 - peace;
     2.3 - trade.
     § 3 decimal 3
     3.1 We thank the host.`,
  );
});

test('a numbered communiqué with headings: the numbers run through', () => {
  check(
    `# Leaders' Declaration

## Global economy

1. We agree.

2. We reaffirm.

## Climate

3. It warms.

4. We act.
`,
    `§ 1 heading | Global economy
     § 1.1 decimal… 1
     1.1.1 We agree.
     § 1.2 decimal… 2
     1.2.1 We reaffirm.
     § 2 heading | Climate
     § 2.3 decimal… 3
     2.3.1 It warms.
     § 2.4 decimal… 4
     2.4.1 We act.`,
  );
});

test('numbered paragraphs before the first heading of a communiqué are in section 0', () => {
  check(
    `# Leaders' Declaration

Preface.

1. We met.

2. We agree.

## Climate

3. It warms.

## Trade

4. We trade.
`,
    `§ 0 preamble
     0.0.1 Preface.
     § 0.1 decimal… 1
     0.1.1 We met.
     § 0.2 decimal… 2
     0.2.1 We agree.
     § 1 heading | Climate
     § 1.3 decimal… 3
     1.3.1 It warms.
     § 2 heading | Trade
     § 2.4 decimal… 4
     2.4.1 We trade.`,
  );
});

test('title lines without marks between numbers that run through are headings', () => {
  check(
    `Rio Declaration

1. We met.

Strengthening Global Governance

2. We reform.

3. We cooperate.

Climate Change

4. It warms.
`,
    `§ 0 preamble
     § 0.1 decimal… 1
     0.1.1 We met.
     § 1 heading | Strengthening Global Governance
     § 1.2 decimal… 2
     1.2.1 We reform.
     § 1.3 decimal… 3
     1.3.1 We cooperate.
     § 2 heading | Climate Change
     § 2.4 decimal… 4
     2.4.1 It warms.`,
  );
});

test('a list that starts again within a numbered paragraph is part of it', () => {
  check(
    `Communiqué

4. We met.

5. We agree:

1. on peace;

2. on trade.

6. We parted.
`,
    `§ 4 decimal 4
     4.1 We met.
     § 5 decimal 5
     5.1 We agree:
     5.2 1. on peace;
     5.3 2. on trade.
     § 6 decimal 6
     6.1 We parted.`,
  );
});

test('an annex stands beside what was counted before it', () => {
  check(
    `Resolution

1. Adopts the statute annexed.

2. Decides to meet.

Annex

Statute

1. There is a court.
`,
    `§ 1 decimal 1
     1.1 Adopts the statute annexed.
     § 2 decimal 2
     2.1 Decides to meet.
     § 3 heading | Annex
     3.0.1 Statute
     § 3.1 decimal 1
     3.1.1 There is a court.`,
  );
});

test('an English treaty: articles run through its chapters', () => {
  check(
    `TREATY OF FRIENDSHIP

Preamble

The High Contracting Parties, desiring peace,

have agreed as follows:

CHAPTER I. GENERAL PROVISIONS

Article 1

The Parties shall live in peace.

Article 2

1. The Parties shall consult.

2. They shall do so yearly.

CHAPTER II. FINAL PROVISIONS

Article 3

This Treaty shall enter into force.

Done at Moscow on 16 July 2001, in two copies, each in Chinese and Russian, all texts being equally authentic.

For the People's Republic of A    For the Federation of B
`,
    `§ 0 preamble | Preamble
     0.1 The High Contracting Parties, desiring peace,
     0.2 have agreed as follows:
     § 1 chapter CHAPTER I | GENERAL PROVISIONS
     § 1.1 article… Article 1
     1.1.1 The Parties shall live in peace.
     § 1.2 article… Article 2
     § 1.2.1 decimal 1
     1.2.1.1 The Parties shall consult.
     § 1.2.2 decimal 2
     1.2.2.1 They shall do so yearly.
     § 2 chapter CHAPTER II | FINAL PROVISIONS
     § 2.3 article… Article 3
     2.3.1 This Treaty shall enter into force.
     * Done at Moscow on 16 July 2001, in two copies, each in Chinese and Russian, all texts being equally authentic.
     * For the People's Republic of A    For the Federation of B`,
  );
});

test('a treaty whose first articles precede its first part keeps them in section 0', () => {
  check(
    'Treaty\n\nArticle 1\n\nPeace.\n\nPart I\n\nArticle 2\n\nTrade.\n\nPart II\n\nArticle 3\n\nEnd.\n',
    `§ 0 preamble
     § 0.1 article… Article 1
     0.1.1 Peace.
     § 1 part Part I
     § 1.2 article… Article 2
     1.2.1 Trade.
     § 2 part Part II
     § 2.3 article… Article 3
     2.3.1 End.`,
  );
});

test('a Russian declaration', () => {
  const text = `Совместное заявление Российской Федерации и Китайской Народной Республики

Российская Федерация и Китайская Народная Республика
заявляют о нижеследующем.

I

Стороны отмечают:

а) развитие торговли;

б) развитие культуры.

II

Стороны подтверждают
свою дружбу.

г. Москва, 8 мая 2025 года
`;
  check(
    text,
    `§ 0 preamble
     0.1 Российская Федерация и Китайская Народная Республика заявляют о нижеследующем.
     § 1 roman I
     1.0.1 Стороны отмечают:
     § 1.1 letter а)
     1.1.1 развитие торговли;
     § 1.2 letter б)
     1.2.1 развитие культуры.
     § 2 roman II
     2.1 Стороны подтверждают свою дружбу.
     * г. Москва, 8 мая 2025 года`,
  );
  const { metadata } = parseStatement('file:///a.txt', text).statement ?? {};
  expect(metadata).toMatchObject({ language: 'ru', eventDate: '2025-05-08' });
});

test('wrapped lines are joined with a space, and without one between Han characters', () => {
  check(
    'Statement\n\nThe two parties\nagree on peace\n  and on trade.\n\nThey part.\n',
    `1 The two parties agree on peace and on trade.
     2 They part.`,
  );
  check(
    `声明

中华人民共和国和俄罗斯联邦在两国建立和发展新型
国家关系的成功经验基础上，基于对国际关系和国际
法的共同主张，声明如下：

双方将合作。
`,
    `1 中华人民共和国和俄罗斯联邦在两国建立和发展新型国家关系的成功经验基础上，基于对国际关系和国际法的共同主张，声明如下：
     2 双方将合作。`,
  );
});

test('wrapped Chinese lines with indented first lines are divided there and nowhere else', () => {
  check(
    `声明

\u3000\u3000中华人民共和国和俄罗斯联邦愿在两国关系的成功。
经验基础上，基于对国际关系和国际法的共同主张达
成一致。
\u3000\u3000双方还将在文化教育体育青年各领域继续合作，促
进民心相通。
`,
    `1 中华人民共和国和俄罗斯联邦愿在两国关系的成功。经验基础上，基于对国际关系和国际法的共同主张达成一致。
     2 双方还将在文化教育体育青年各领域继续合作，促进民心相通。`,
  );
});

test('Chinese text with one paragraph a line needs no blank lines', () => {
  check(
    '甲国和乙国联合声明\n双方声明如下：\n一、双方重申友好，愿意继续合作。\n双方满意。\n二、双方反对霸权。\n2025年5月8日于莫斯科\n',
    `§ 0 preamble
     0.1 双方声明如下：
     § 1 han 一
     1.1 双方重申友好，愿意继续合作。
     1.2 双方满意。
     § 2 han 二
     2.1 双方反对霸权。
     * 2025年5月8日于莫斯科`,
  );
});

test('full-width indentation is no part of the words', () => {
  check(
    '\u3000\u3000甲国和乙国联合声明\n\n\u3000\u3000双方声明如下：\n\u3000\u3000一、双方友好。\n\u3000\u3000双方满意。\n',
    `§ 0 preamble
     0.1 双方声明如下：
     § 1 han 一
     1.1 双方友好。
     1.2 双方满意。`,
  );
});

test('English text with one long paragraph a line needs no blank lines', () => {
  const long = (word: string): string => `${`${word} `.repeat(60)}ends.`;
  const { statement } = parseStatement('file:///a.txt', `Statement\n\n${long('alpha')}\n${long('beta')}\n`);
  expect(statement?.paragraphs.map(({ text }) => text)).toEqual([long('alpha'), long('beta')]);
});

test('line ends of Windows and of old Macintoshes change nothing', () => {
  const text = '# Title\n\nThe parties\nagree.\n\n## 1. Peace\n\nPeace\nnow.\n\n2. Trade\n';
  expect(render(text.replaceAll('\n', '\r\n'))).toBe(render(text));
  expect(render(text.replaceAll('\n', '\r'))).toBe(render(text));
});

test('a byte order mark hides neither front matter nor title', () => {
  expect(render('\ufeff---\nid: a\ntitle: T\n---\n\nText.\n', 'file:///a.statement.md')).toBe('1 Text.');
  const { statement } = parseStatement('file:///a.txt', '\ufeff# Title\n\nText.\n');
  expect(statement?.metadata.title).toBe('Title');
  expect(statement?.paragraphs.map(({ text }) => text)).toEqual(['Text.']);
});

test('comments are left out, unless nothing closes them', () => {
  check(
    'Title\n\n<!-- a note -->\nOne.\n\n<!-- a longer\nnote --> Two.\n\n<!-- open\n\nThree.\n',
    `1 One.
     2 Two.
     3 <!-- open
     4 Three.`,
  );
});

test('a colophon with a table and signatures', () => {
  check(
    `甲乙联合声明

一、双方友好。

| 甲国主席 | 乙国总统 |
|------|------|
| 张三 | 伊·伊 |
| 二〇二五年五月八日于莫斯科 | |

（新华社莫斯科5月8日电）
`,
    `§ 1 han 一
     1.1 双方友好。
     * | 甲国主席 | 乙国总统 |
     |------|------|
     | 张三 | 伊·伊 |
     | 二〇二五年五月八日于莫斯科 | |
     * （新华社莫斯科5月8日电）`,
  );
  check(
    '甲乙联合声明\n\n双方友好。\n\n——双方商定加强合作\n\n中华人民共和国主席\u3000俄罗斯联邦总统\n\n习近平\u3000弗·弗·普京\n\n二〇二五年五月八日于莫斯科\n',
    `1 双方友好。
     2 ——双方商定加强合作
     * 中华人民共和国主席\u3000俄罗斯联邦总统
     * 习近平\u3000弗·弗·普京
     * 二〇二五年五月八日于莫斯科`,
  );
});
