// A corpus in a few lines: files by path; problems as `path:line code “words”` with the line counted from 1.

import { checkCorpus } from '../../../server/src/core/accounting/check-corpus.ts';
import { createLineIndex } from '../../../server/src/core/span.ts';
import { corpusFiles } from '../../corpus/shipped.ts';

export type CorpusTexts = Readonly<Record<string, string>>;

export interface Fields {
  readonly title?: string;
  readonly regularised?: string;
  readonly witnesses?: string;
  readonly more?: string;
}

export function statement(
  body: string,
  {
    title = '甲乙声明',
    regularised = '[width, spacing]',
    witnesses = '[{siglum: A, source: a.txt, lines: [[1, 9]]}]',
    more = '',
  }: Fields = {},
): string {
  return [
    '---',
    'id: a',
    `title: ${title}`,
    'language: zh-CN',
    `regularised: ${regularised}`,
    `witnesses: ${witnesses}`,
    ...(more === '' ? [] : [more]),
    '---',
    '',
    body,
    '',
  ].join('\n');
}

export function check(texts: CorpusTexts) {
  const all = new Map(Object.entries(texts));
  const result = checkCorpus(corpusFiles(all));
  const place = ({
    uri,
    span,
  }: {
    readonly uri: string;
    readonly span: { readonly start: number };
  }): string => `${uri}:${String(createLineIndex(all.get(uri) ?? '').positionAt(span.start).line + 1)}`;
  return {
    ...result,
    shown: result.problems.map(
      (problem) =>
        `${place(problem)} ${problem.code}${problem.related.length === 0 ? '' : ` (${problem.related.map(place).join(', ')})`}`,
    ),
  };
}
