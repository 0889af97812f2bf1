import { allSections } from '../../../server/src/core/passage.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';

/** A statement made from the text under its front matter. */
export function statementFrom(body: string, language = 'zh-CN'): Statement {
  const source = `---\nid: key\ntitle: 标题\nlanguage: ${language}\n---\n\n${body}\n`;
  const { statement } = parseStatement('file:///key.statement.md', source);
  if (statement === undefined) throw new Error('The fixture is no statement.');
  return statement;
}

/** Every address that a statement has: its sections that hold text, its paragraphs, and runs of neighbours. */
export function addressesOf(statement: Statement): string[] {
  const paragraphs = statement.paragraphs.map(({ address }) => address);
  const sections = allSections(statement)
    .map(({ address }) => address)
    .filter((address) => paragraphs.some((paragraph) => paragraph.startsWith(`${address}.`)));
  const runs = (addresses: readonly string[], width: number): string[] =>
    addresses.slice(width).map((address, i) => `${addresses[i] ?? ''}-${address}`);
  const outermost = sections.filter((address) => !address.includes('.'));
  // From a paragraph to the whole of a later section.
  const mixed = paragraphs.flatMap((address) => {
    const next = outermost.find((section) => Number(section) > Number(address.split('.')[0]));
    return next === undefined ? [] : [`${address}-${next}`];
  });
  return [
    ...sections,
    ...paragraphs,
    ...runs(paragraphs, 1),
    ...runs(paragraphs, 2),
    ...runs(outermost, 1),
    ...mixed,
  ];
}

/** A joint statement: a preamble of two paragraphs and five numbered parts. */
export const joint = statementFrom(
  '前言甲。\n\n前言乙。\n\n' +
    [1, 2, 3, 4, 5]
      .map(
        (n) => `## ${'一二三四五'.charAt(n - 1)}\n\n甲${String(n)}。\n\n乙${String(n)}。\n\n丙${String(n)}。`,
      )
      .join('\n\n'),
);

/** Numbered straight through, without sections. */
export const plain = statementFrom('甲。\n\n乙。\n\n丙。\n\n丁。\n\n戊。');

/** Parts with （一） and 1. inside, and paragraphs before the first nested section. */
export const nested = statementFrom(
  [
    '序。',
    '## 一、甲',
    '首。',
    '次。',
    '（一）乙。',
    '丙。',
    '（二）丁。',
    '戊。',
    '## 二、己',
    '1. 庚。',
    '2. 辛。',
    '续。',
  ].join('\n\n'),
);

/** Chapters with articles whose numbers run through. */
export const treaty = statementFrom(
  [
    '序。',
    '## 第一章 总则',
    '### 第一条',
    '甲。',
    '乙。',
    '### 第二条',
    '丙。',
    '## 第二章 分则',
    '### 第三条',
    '丁。',
    '### 第四条',
    '戊。',
    '己。',
  ].join('\n\n'),
);

/** The same in English, with lettered items. */
export const englishTreaty = statementFrom(
  [
    'Preamble of one paragraph.',
    '## Chapter 1',
    '### Article 1',
    'A.',
    'B.',
    '## Chapter 2',
    '### Article 2',
    'C:',
    '(a) one;',
    '(b) two.',
    '### Article 3',
    'D.',
  ].join('\n\n'),
  'en',
);

/** A resolution: preambular paragraphs, then operative ones. */
export const resolution = statementFrom(
  [
    'Recalling,',
    'Noting,',
    '1. Decides;',
    '2. Calls upon:',
    '(a) all;',
    '(b) others;',
    '3. Remains seized.',
  ].join('\n\n'),
  'en',
);

/** A communiqué whose numbered paragraphs run on under headings. */
export const communique = statementFrom(
  ['## Peace', '1. A.', '2. B.', 'B again.', '## Trade', '3. C.', '4. D.'].join('\n\n'),
  'en',
);

export const russian = statementFrom(
  ['Преамбула здесь.', '## I', 'А.', 'Б.', '## II', 'В.'].join('\n\n'),
  'ru',
);

export const statements = { joint, plain, nested, treaty, englishTreaty, resolution, communique, russian };
