import { BREAK, fullWidthMark } from '../collation/character-fold.ts';
import { isBlank } from '../collation/char-stream.ts';
import type { EditedText } from '../collation/edited-text.ts';
import { findPassage } from '../passage.ts';
import type { Span } from '../span.ts';

/** A stretch of an edited text, in characters of its stream and in offsets of its file. */
export interface PassageRange {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

/**
 * What an address of the front matter names: a paragraph, a run, a section with its heading or marker, `title` or
 * `colophon`. `undefined` if there is no such place.
 */
export function passageRange({ statement, units }: EditedText, at: string): PassageRange | undefined {
  const isNamed = at === 'title' || at === 'colophon';
  const passage = isNamed ? undefined : at === '' ? undefined : findPassage(statement, at);
  if (!isNamed && passage === undefined) return undefined;
  const addresses = new Set(passage?.paragraphs.map(({ address }) => address) ?? []);
  const within = units.filter(({ kind, address, span }) =>
    passage === undefined
      ? kind === at
      : (kind === 'paragraph' && addresses.has(address)) ||
        (kind === 'heading' &&
          passage.kind === 'section' &&
          span.start >= passage.span.start &&
          span.end <= passage.span.end),
  );
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.start, end: last.end, span: { start: first.span.start, end: last.span.end } };
}

/**
 * Where words stand in a stretch of an edited text, as ranges of its stream; white space, line ends and the width of marks count for
 * nothing. Words that are a heading of the stretch as a whole stand there and nowhere else.
 */
export function findWords(
  text: EditedText,
  { start, end }: PassageRange,
  words: string,
): (readonly [number, number])[] {
  const wanted = codesOf(words);
  if (wanted.length === 0) return [];
  const { written } = text.stream;
  const places: number[] = [];
  for (let i = start; i < end; i++) if (written[i] !== BREAK) places.push(i);
  const codes = places.map((i) => fullWidthMark(written[i] ?? 0));
  const found: (readonly [number, number])[] = [];
  for (let i = 0; i + wanted.length <= codes.length; i++) {
    if (!wanted.every((code, k) => codes[i + k] === code)) continue;
    found.push([places[i] ?? 0, (places[i + wanted.length - 1] ?? 0) + 1]);
  }
  const heading = found.find(([from, to]) =>
    text.units.some((unit) => unit.kind === 'heading' && unit.start === from && unit.end === to),
  );
  return heading === undefined ? found : [heading];
}

/** The characters of words without white space, in one width. */
export function codesOf(words: string): number[] {
  return [...words]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => !isBlank(code))
    .map(fullWidthMark);
}
