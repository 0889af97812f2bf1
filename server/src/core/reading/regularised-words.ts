import type { Regularised } from '../collation/agreement.ts';
import { BREAK, fullWidthMark, isWordCode } from '../collation/character-fold.ts';
import type { CharStream } from '../collation/char-stream.ts';
import { simplified } from '../script-fold.ts';

/**
 * The words of a stretch as an edited text would write them: with the classes of change that a statement declares
 * made, and with each line end that `isJoined` names left out, because a page or column ends there and no paragraph.
 */
export function regularisedWords(
  { written, spaced }: CharStream,
  start: number,
  end: number,
  regularised: Regularised,
  isJoined: (index: number) => boolean,
): string {
  const parts: string[] = [];
  let [before, isTorn] = [BREAK, false];
  for (let i = start; i < end; i++) {
    const code = written[i] ?? 0;
    if (code === BREAK && isJoined(i)) {
      isTorn = true;
      continue;
    }
    const hasSpace = (spaced[i] ?? 0) > 0 || isTorn;
    const isBetweenWords = isWordCode(before) && isWordCode(code);
    if (hasSpace && before !== BREAK && (isBetweenWords || (!regularised.spacing && !isTorn)))
      parts.push(' ');
    parts.push(String.fromCodePoint(regular(code, before, written[i + 1] ?? BREAK, regularised)));
    [before, isTorn] = [code, false];
  }
  return parts.join('');
}

/** Half-width marks are at home within numbers and Latin words: `3,000`, `06:56`. */
function regular(code: number, before: number, after: number, { width, script }: Regularised): number {
  const wide = width && !(isWordCode(before) && isWordCode(after)) ? fullWidthMark(code) : code;
  return script ? simplified(wide) : wide;
}
