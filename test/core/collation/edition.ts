// An edition in a few lines: a text and its witnesses as strings, the collation as lines that a person reads.

import { regularisedOf } from '../../../server/src/core/collation/agreement.ts';
import { collate } from '../../../server/src/core/collation/collate.ts';
import { editedText } from '../../../server/src/core/collation/edited-text.ts';
import { createSource, witnessText } from '../../../server/src/core/collation/witness-text.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

/** A statement file with a body; witnesses are named but not checked here. */
export function statementOf(body: string, regularised: readonly string[] = []) {
  const head = ['---', 'id: a', 'title: 声明', `regularised: [${regularised.join(', ')}]`, '---'];
  const { statement } = parseStatement('file:///a.statement.md', `${head.join('\n')}\n\n${body.trim()}\n`);
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

/** Each variant as `address kind: text | A: reading | B: reading`; nothing is shown as `–`, a paragraph's end as `¶`. */
export function variantsOf(
  body: string,
  witnesses: Readonly<Record<string, string>>,
  regularised: readonly string[] = [],
): string[] {
  const text = editedText(statementOf(body, regularised), undefined);
  const texts = Object.entries(witnesses).map(([siglum, words]) => {
    const source = createSource(`${siglum}.txt`, `file:///${siglum}.txt`, words.trim());
    return witnessText(
      { siglum, source: source.name, lines: [[1, source.lines.lineCount]] },
      source,
      () => false,
      [],
    );
  });
  return collate(text, texts, regularisedOf(regularised)).variants.map(
    ({ address, kind, text: own, readings }) =>
      [
        `${address} ${kind}: ${shown(own)}`,
        ...[...readings].map(([siglum, words]) => `${siglum}: ${shown(words)}`),
      ].join(' | '),
  );
}

export function shown(words: string): string {
  return words === '' ? '–' : words.replaceAll('\n', '¶');
}

/** A paragraph of Chinese that nothing else repeats: numbered sentences of varied words. */
export function paragraph(number: number): string {
  const subjects = ['双方', '两国', '各方', '中方', '俄方', '国际社会', '联合国', '有关国家'];
  const verbs = ['重申', '强调', '指出', '认为', '支持', '主张', '决定', '反对'];
  const objects = [
    '深化能源合作',
    '扩大地方交往',
    '维护战略稳定',
    '推动贸易便利',
    '加强青年交流',
    '保护生态环境',
    '完善法律基础',
    '落实共同倡议',
  ];
  const at = (list: readonly string[], salt: number): string =>
    list[(number * 7 + salt * 5 + ((number * salt) % 3)) % list.length] ?? '';
  return [1, 2, 3]
    .map(
      (salt) =>
        `${at(subjects, salt)}${at(verbs, salt + number)}${at(objects, salt * number)}第${String(number)}之${String(salt)}项。`,
    )
    .join('');
}
