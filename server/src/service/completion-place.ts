import type { Draft } from './draft.ts';

/** The lines around a cursor up to the next blank ones, enough to tell what is being written there. */
export interface Around {
  /** From the last blank line to the cursor. */
  readonly before: string;
  /** The end of `before` that is on the cursor's line. */
  readonly line: string;
  /** From the cursor to the next blank line. */
  readonly after: string;
  /** Of the cursor in the document. */
  readonly offset: number;
}

/** So many lines without a blank one are no paragraph that anybody writes. */
const MOST_LINES = 100;

export function linesAround({ text, lines }: Draft, offset: number): Around {
  const { line } = lines.positionAt(offset);
  const isBlank = (each: number): boolean => {
    const { start, end } = lines.lineSpan(each);
    return /^[\s>]*$/.test(text.slice(start, end));
  };
  let first = line;
  while (first > 0 && line - first < MOST_LINES && !isBlank(first - 1)) first--;
  let last = line;
  while (last + 1 < lines.lineCount && last - line < MOST_LINES && !isBlank(last + 1)) last++;
  return {
    before: text.slice(lines.lineSpan(first).start, offset),
    line: text.slice(lines.lineSpan(line).start, offset),
    after: text.slice(offset, lines.lineSpan(last).end),
    offset,
  };
}

/** True inside of a bracket that can hold citations: one that is open, and no note of Pandoc's (`^[…]`). */
export function isInBracket(before: string): boolean {
  const open: number[] = [];
  for (const { 0: sign, index } of before.matchAll(/\\.|[[\]]/gsu)) {
    if (sign === '[') open.push(index);
    else if (sign === ']') open.pop();
  }
  const innermost = open.at(-1);
  return innermost !== undefined && before.charAt(innermost - 1) !== '^';
}

/** What follows the bracket that the text before left open; `undefined` if nothing closes it. */
export function afterBracket(after: string): string | undefined {
  let depth = 0;
  for (const { 0: sign, index } of after.matchAll(/\\.|[[\]]/gsu)) {
    if (sign === '[') depth++;
    else if (sign === ']' && --depth < 0) return after.slice(index + 1);
  }
  return undefined;
}

/** A space where a citation after this text is set off by one: after a word or mark of a script that spaces its words. */
export function spaceAfter(before: string): '' | ' ' {
  const words = before.replace(/[”’»“]+$/u, '');
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}.,;:!?)"'%]$/u.test(words) ? ' ' : '';
}
