import { expect } from 'vitest';
import type { Cited, Position } from '../../../server/src/core/format/cited.ts';
import {
  formatCited,
  formatEntry,
  renderRich,
  type FormatOptions,
} from '../../../server/src/core/format/format.ts';
import type { StyleName } from '../../../server/src/core/format/style-name.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';

/** What a style prints for a passage of one statement, in each position and in the list. */
export interface Expected {
  readonly first: string;
  /** That of the first where it is absent, as in styles without notes. */
  readonly later?: string;
  /** That of the later where it is absent. */
  readonly ibid?: string;
  readonly entry: string;
}

/** Italics are written as *…*, what is raised as ^…^; nothing is escaped. */
export function marked(rich: ReturnType<typeof formatEntry>): string {
  return rich
    .map(({ text, italic, superscript }) =>
      italic === true ? `*${text}*` : superscript === true ? `^${text}^` : text,
    )
    .join('');
}

export function cited(
  style: StyleName,
  passages: readonly Cited[],
  position: Position,
  options: FormatOptions,
): string {
  return marked(formatCited(style, passages, position, options));
}

export function check(
  style: StyleName,
  options: FormatOptions,
  [statement, address]: readonly [Statement, string],
  expected: Expected,
): void {
  const print = (position: Position): string => cited(style, [{ statement, address }], position, options);
  const later = expected.later ?? expected.first;
  expect({
    first: print('first'),
    later: print('later'),
    ibid: print('ibid'),
    entry: marked(formatEntry(style, statement, options)),
  }).toEqual({ first: expected.first, later, ibid: expected.ibid ?? later, entry: expected.entry });
}

export function text(style: StyleName, statement: Statement, options: FormatOptions): string {
  return renderRich(formatEntry(style, statement, options), 'text');
}
