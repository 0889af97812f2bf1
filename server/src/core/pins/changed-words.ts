import { align } from '../collation/alignment.ts';
import type { Run } from '../collation/run.ts';
import { streamOf } from '../collation/char-stream.ts';
import { comparedText, spanIn } from '../quotation/compared-text.ts';
import type { Span } from '../span.ts';

/** A place at which a text says something else than it did. */
export interface ChangedWords {
  /** In the old text; empty where words were added. */
  readonly was: Span;
  /** In the new text; empty where words were taken out. */
  readonly now: Span;
}

/** Places with fewer equal characters between them are one; what both texts begin or end with is none of them. */
const SHORTEST_RUN = 2;

/** Where a text has changed but in form, in order; whole words of scripts that set spaces between words. */
export function changedWords(was: string, now: string): ChangedWords[] {
  const [a, b] = [comparedText(streamOf(was)), comparedText(streamOf(now))];
  const isAtEdge = ({ a: i, b: j, length }: Run): boolean =>
    (i === 0 && j === 0) || (i + length === a.codes.length && j + length === b.codes.length);
  const runs = align(a.codes, b.codes).filter((run) => run.length >= SHORTEST_RUN || isAtEdge(run));
  const found: ChangedWords[] = [];
  let [from, to] = [0, 0];
  for (const run of [...runs, { a: a.codes.length, b: b.codes.length, length: 0 }]) {
    if (run.a > from || run.b > to)
      add(found, was, now, {
        was: spanIn(a, from, run.a),
        now: spanIn(b, to, run.b),
      });
    [from, to] = [run.a + run.length, run.b + run.length];
  }
  return found;
}

function add(found: ChangedWords[], was: string, now: string, place: ChangedWords): void {
  const wide = wholeWords(was, now, place);
  const last = found.at(-1);
  if (last === undefined || (wide.was.start > last.was.end && wide.now.start > last.now.end)) {
    found.push(wide);
    return;
  }
  found[found.length - 1] = {
    was: { start: last.was.start, end: wide.was.end },
    now: { start: last.now.start, end: wide.now.end },
  };
}

/** Half a word says nothing to a reader. Around a place both texts are the same. */
function wholeWords(was: string, now: string, place: ChangedWords): ChangedWords {
  const before = Math.max(lettersBefore(was, place.was), lettersBefore(now, place.now));
  const behind = Math.max(lettersBehind(was, place.was), lettersBehind(now, place.now));
  const widened = ({ start, end }: Span, length: number): Span => ({
    start: Math.max(0, start - before),
    end: Math.min(length, end + behind),
  });
  return { was: widened(place.was, was.length), now: widened(place.now, now.length) };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isLetter(text: string, at: number): boolean {
  const character = text.charAt(at);
  return LETTER.test(character) && !HAN.test(character);
}

/** How many letters of the word that goes on into a place stand before it. */
function lettersBefore(text: string, { start }: Span): number {
  if (!isLetter(text, start)) return 0;
  let at = start;
  while (at > 0 && isLetter(text, at - 1)) at--;
  return start - at;
}

function lettersBehind(text: string, { start, end }: Span): number {
  if (!isLetter(text, end - 1) || (start === end && !isLetter(text, end))) return 0;
  let at = end;
  while (at < text.length && isLetter(text, at)) at++;
  return at - end;
}
