import type { LineIndex } from '../span.ts';
import { createLineIndex } from '../span.ts';
import type { Witness } from '../statement/model.ts';
import { BREAK, CELL } from './character-fold.ts';
import { createStreamBuilder, type CharStream, type StreamBuilder } from './char-stream.ts';

/** A file as it was received. */
export interface Source {
  /** Its name below the folder `sources`. */
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Words of a source that an edited text replaces by others. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly reading: string;
}

/** What a witness says, in the order in which its lines are listed. */
export interface WitnessText {
  readonly siglum: string;
  readonly source: Source;
  /** Offsets are those of the source, units its lines, counted from 0. */
  readonly stream: CharStream;
  /** For each replacement that was made, the characters that came in: the first, and the one after the last. */
  readonly replaced: ReadonlyMap<Replacement, readonly [number, number]>;
}

export function createSource(name: string, uri: string, text: string): Source {
  return { name, uri, text, lines: createLineIndex(text) };
}

/**
 * The words of a witness: its lines in order, without what `isFurniture` names, and without the layout of the source:
 * heading marks, `**`, the borders of tables. Lines that the source does not have are passed over.
 */
export function witnessText(
  { siglum, lines: ranges }: Witness,
  source: Source,
  isFurniture: (offset: number) => boolean,
  replacements: readonly Replacement[],
): WitnessText {
  const builder = createStreamBuilder();
  const replaced = new Map<Replacement, readonly [number, number]>();
  let previous = -1;
  for (const line of linesOf(ranges, source)) {
    const { start, end } = source.lines.lineSpan(line);
    if (source.text.slice(start, end).trim() === '') continue;
    const before = builder.length();
    if (previous >= 0 && before > 0) builder.put(BREAK, source.lines.lineSpan(previous).end, previous);
    const opened = builder.length();
    addLine(builder, source, line, isFurniture, replacements, replaced);
    if (builder.length() === opened) {
      // Nothing but layout: no line of the text.
      builder.truncate(before);
    } else previous = line;
  }
  return { siglum, source, stream: builder.build(), replaced };
}

/** The lines of ranges that count from 1, counted from 0, as far as the source has them. */
export function linesOf(ranges: readonly (readonly [number, number])[], { lines }: Source): number[] {
  return ranges.flatMap(([from, to]) => {
    const [first, last] = [Math.max(from, 1), Math.min(to, lines.lineCount)];
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first - 1 + i);
  });
}

const HEADING = /^\s{0,3}#{1,6}(?:[ \t]+|$)/;
const TABLE_ROW = /^\s*\|/;
const TABLE_RULE = /^[\s:|-]*$/;

function addLine(
  builder: StreamBuilder,
  { text, lines }: Source,
  line: number,
  isFurniture: (offset: number) => boolean,
  replacements: readonly Replacement[],
  replaced: Map<Replacement, readonly [number, number]>,
): void {
  const { start, end } = lines.lineSpan(line);
  const whole = text.slice(start, end);
  if (TABLE_ROW.test(whole) && TABLE_RULE.test(whole)) return;
  const heading = HEADING.exec(whole)?.[0].length ?? 0;
  const isTable = TABLE_ROW.test(whole);
  const isSkipped = (at: number): boolean =>
    (text[at] === '*' && (text[at + 1] === '*' || text[at - 1] === '*')) ||
    (isTable && text[at] === '|') ||
    isFurniture(at);
  const addPart = (from: number, to: number): void => {
    let at = from;
    while (isTable && at < to) {
      const border = text.indexOf('|', at);
      const cellEnd = border < 0 || border >= to ? to : border;
      const before = builder.length();
      if (before > opened && text.slice(at, cellEnd).trim() !== '' && at > from)
        builder.put(CELL, at - 1, line);
      builder.add(text, at, cellEnd, line, isSkipped);
      at = cellEnd + 1;
    }
    if (!isTable) builder.add(text, from, to, line, isSkipped);
  };
  const opened = builder.length();
  let at = start + heading;
  for (const replacement of replacements) {
    if (replacement.start < at || replacement.end > end) continue;
    addPart(at, replacement.start);
    const first = builder.length();
    builder.insert(replacement.reading, replacement.start, line);
    replaced.set(replacement, [first, builder.length()]);
    at = replacement.end;
  }
  addPart(at, end);
}
