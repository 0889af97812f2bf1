import type { Range } from '../../span.ts';
import type { StatementEntry } from '../entry.ts';
import { textOf } from '../units.ts';
import { readResidue, type Unfolded } from './residue.ts';

/**
 * A segment: some statements with their index, made once and never changed, so that it can be read from a file as it
 * is. Its units are numbered in the order in which answers are given: headings first, then paragraphs; the newer
 * statement before the older, by key where dates are the same; within a statement as they stand.
 */
export interface Segment extends SegmentArrays {
  readonly cards: readonly StatementCard[];
  /** `address\tlocator`, each once. */
  readonly labels: readonly string[];
  /** By card: 0 for a statement that has been replaced or taken out since. */
  readonly live: Uint8Array;
}

/** What a segment is made of beside its cards: typed arrays, all of which go into its file. */
export interface SegmentArrays {
  /** The folded text of all units, one after another. */
  readonly text: Uint16Array;
  /** Where each unit starts in `text`, and the end of the last. */
  readonly starts: Uint32Array;
  /** By unit, the index of its card. */
  readonly cardOf: Uint32Array;
  /** By unit, the index of its label. */
  readonly labelOf: Uint32Array;
  /** Four numbers a unit: where it starts and ends in its file, line and character. */
  readonly ranges: Uint32Array;
  /** What folding took out of the units, one after another. */
  readonly residue: Uint8Array;
  readonly residueStarts: Uint32Array;
  /** Two numbers a heading: the first paragraph under it, and the end of the last. */
  readonly covers: Uint32Array;
  /** The grams that occur, rising. */
  readonly grams: Uint32Array;
  /** By gram, where its list starts in `postings`; and the end of the last. */
  readonly gramStarts: Uint32Array;
  readonly postings: Uint8Array;
}

/** A statement in a segment. */
export interface StatementCard extends Omit<StatementEntry, 'units'> {
  /** Where its units are: `[first, end)` of the headings, `[first, end)` of the paragraphs. */
  readonly headings: readonly [number, number];
  readonly paragraphs: readonly [number, number];
}

export function countUnits({ starts }: SegmentArrays): number {
  return starts.length - 1;
}

export function countHeadings({ covers }: SegmentArrays): number {
  return covers.length / 2;
}

/** How many units are those of statements that have not been replaced or taken out. */
export function countLive({ cards, live }: Segment): number {
  return cards.reduce(
    (sum, { headings, paragraphs }, i) =>
      live[i] === 1 ? sum + headings[1] - headings[0] + paragraphs[1] - paragraphs[0] : sum,
    0,
  );
}

export function cardAt(segment: Segment, unit: number): StatementCard {
  const card = segment.cards[segment.cardOf[unit] ?? 0];
  if (card === undefined) throw new RangeError(`no unit ${String(unit)} in the segment`);
  return card;
}

export function isLive(segment: Segment, unit: number): boolean {
  return segment.live[segment.cardOf[unit] ?? 0] === 1;
}

/** The text of a unit with its folded form. */
export function unitText(segment: Segment, unit: number): Unfolded {
  const { text, starts, residue, residueStarts } = segment;
  const folded = textOf(text.subarray(starts[unit], starts[unit + 1]));
  return readResidue(folded, residue, residueStarts[unit] ?? 0);
}

export function unitRange({ ranges }: Segment, unit: number): Range {
  const at = unit * 4;
  return {
    start: { line: ranges[at] ?? 0, character: ranges[at + 1] ?? 0 },
    end: { line: ranges[at + 2] ?? 0, character: ranges[at + 3] ?? 0 },
  };
}

export function unitLabel({ labels, labelOf }: Segment, unit: number): { address: string; locator: string } {
  const [address = '', locator = ''] = (labels[labelOf[unit] ?? 0] ?? '').split('\t');
  return { address, locator };
}

/** The index of a gram in the dictionary of a segment; of the next higher one, inverted, if it is not there. */
export function findGram({ grams }: SegmentArrays, gram: number): number {
  let low = 0;
  let high = grams.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((grams[middle] ?? 0) < gram) low = middle + 1;
    else high = middle;
  }
  return grams[low] === gram ? low : ~low;
}

/** How many bytes the segment holds in its arrays. */
export function segmentBytes(segment: Segment): number {
  const { text, starts, cardOf, labelOf, ranges, residue, residueStarts, covers } = segment;
  const { grams, gramStarts, postings } = segment;
  return [text, starts, cardOf, labelOf, ranges, residue, residueStarts, covers, grams, gramStarts, postings]
    .map(({ byteLength }) => byteLength)
    .reduce((sum, bytes) => sum + bytes, 0);
}
