import type { TextEdit } from './trap.ts';

/** The edits, one for each line that differs, that make one text of another with as many lines. */
export function changedLines(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const lines = after.split('\n');
  let start = 0;
  for (const [i, line] of before.split('\n').entries()) {
    const other = lines[i] ?? '';
    if (line !== other) edits.push(lineEdit(line, other, start));
    start += line.length + 1;
  }
  return edits;
}

function lineEdit(line: string, other: string, start: number): TextEdit {
  const shorter = Math.min(line.length, other.length);
  let head = 0;
  while (head < shorter && line.charAt(head) === other.charAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && line.at(-1 - tail) === other.at(-1 - tail)) tail++;
  // No half of a character beyond the BMP is left behind.
  if (/[\ud800-\udbff]/.test(line.charAt(head - 1))) head--;
  if (tail > 0 && /[\udc00-\udfff]/.test(line.charAt(line.length - tail))) tail--;
  return {
    span: { start: start + head, end: start + line.length - tail },
    text: other.slice(head, other.length - tail),
  };
}
