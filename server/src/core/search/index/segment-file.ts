import { textOf, unitsOf } from '../units.ts';
import type { Segment, SegmentArrays, StatementCard } from './segment.ts';
import type { Sounds } from './sounds.ts';

/**
 * The file of a segment: a sign, the length of a header, the header (JSON in UTF-16: cards, labels, the lengths of the
 * arrays), then the arrays as they lie in memory, each from a place on that its elements can be read at. Numbers are
 * written as this machine has them; a machine with another order of bytes does not know the sign, and makes its own.
 */
const SIGN = 0x50435331;
const FIXED = 8;
const ALIGNMENT = 8;

/** The arrays in their order in a file, by the bytes of an element. */
const ARRAYS = {
  ...{ text: 2, starts: 4, cardOf: 4, labelOf: 4, ranges: 4, residue: 1, residueStarts: 4, covers: 4 },
  ...{ grams: 4, gramStarts: 4, postings: 1 },
} as const satisfies Record<keyof SegmentArrays, 1 | 2 | 4>;
const SOUND_ARRAYS = { starts: 4, postings: 1 } as const satisfies Record<keyof Sounds, 1 | 2 | 4>;

interface Header {
  readonly cards: readonly StatementCard[];
  readonly labels: readonly string[];
  readonly lengths: Readonly<Record<keyof SegmentArrays, number>>;
  /** Absent where the segment was stored before anybody typed pinyin. */
  readonly sounds?: Readonly<Record<keyof Sounds, number>>;
}

/** The bytes of a segment's file, in pieces to be written one after another. */
export function encodeSegment(segment: Segment, sounds: Sounds | undefined): Uint8Array[] {
  const header: Header = {
    ...{ cards: segment.cards, labels: segment.labels, lengths: lengthsOf(ARRAYS, segment) },
    ...(sounds && { sounds: lengthsOf(SOUND_ARRAYS, sounds) }),
  };
  const words = unitsOf(JSON.stringify(header));
  const arrays = [
    ...keysOf(ARRAYS).map((name) => segment[name]),
    ...(sounds ? keysOf(SOUND_ARRAYS).map((name) => sounds[name]) : []),
  ];
  const pieces = [bytesOf(Uint32Array.of(SIGN, words.length)), bytesOf(words)];
  pieces.push(padding(FIXED + words.byteLength));
  for (const array of arrays) pieces.push(bytesOf(array), padding(array.byteLength));
  return pieces.filter(({ length }) => length > 0);
}

/** A segment out of the bytes of its file, which it keeps; `undefined` for bytes that are none. All statements are live. */
export function decodeSegment(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly segment: Segment; readonly sounds?: Sounds } | undefined {
  const own = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  if (own.length < FIXED) return undefined;
  const [sign, length = 0] = new Uint32Array(own.buffer, own.byteOffset, 2);
  if (sign !== SIGN || FIXED + length * 2 > own.length) return undefined;
  const header = readHeader(new Uint16Array(own.buffer, own.byteOffset + FIXED, length));
  if (header === undefined) return undefined;

  let at = aligned(FIXED + length * 2);
  const read = <Name extends string>(
    sizes: Readonly<Record<Name, 1 | 2 | 4>>,
    lengths: Readonly<Record<Name, number>>,
  ): Record<Name, Uint8Array | Uint16Array | Uint32Array> | undefined => {
    const arrays: Partial<Record<Name, Uint8Array | Uint16Array | Uint32Array>> = {};
    for (const name of keysOf(sizes)) {
      const size = sizes[name];
      const count = lengths[name];
      if (!Number.isInteger(count) || count < 0 || at + count * size > own.length) return undefined;
      const Type = size === 1 ? Uint8Array : size === 2 ? Uint16Array : Uint32Array;
      arrays[name] = new Type(own.buffer, own.byteOffset + at, count);
      at = aligned(at + count * size);
    }
    return arrays as Record<Name, Uint8Array | Uint16Array | Uint32Array>;
  };
  const arrays = read(ARRAYS, header.lengths) as SegmentArrays | undefined;
  const sounds = header.sounds && (read(SOUND_ARRAYS, header.sounds) as Sounds | undefined);
  if (arrays === undefined || !isWhole(arrays, header)) return undefined;
  const { cards, labels } = header;
  const segment = { ...arrays, cards, labels, live: new Uint8Array(cards.length).fill(1) };
  return { segment, ...(sounds && { sounds }) };
}

function readHeader(words: Uint16Array): Header | undefined {
  try {
    const header = JSON.parse(textOf(words)) as Partial<Header> | null;
    const isHeader =
      Array.isArray(header?.cards) && Array.isArray(header.labels) && header.lengths !== undefined;
    return isHeader ? (header as Header) : undefined;
  } catch {
    return undefined;
  }
}

/** True if the arrays fit one another. What they hold is vouched for by the checksum of the file. */
function isWhole(arrays: SegmentArrays, { cards, labels }: Header): boolean {
  const { text, starts, cardOf, labelOf, ranges, residue, residueStarts, grams, gramStarts, postings } =
    arrays;
  const units = starts.length - 1;
  return (
    units >= 0 &&
    [cardOf.length, labelOf.length, ranges.length / 4, residueStarts.length - 1].every(
      (count) => count === units,
    ) &&
    starts.at(-1) === text.length &&
    residueStarts.at(-1) === residue.length &&
    gramStarts.length === grams.length + 1 &&
    gramStarts.at(-1) === postings.length &&
    cards.every(({ headings, paragraphs }) => headings[1] <= units && paragraphs[1] <= units) &&
    cardOf.every((card) => card < cards.length) &&
    labelOf.every((label) => label < labels.length)
  );
}

function lengthsOf<Name extends string>(
  sizes: Readonly<Record<Name, number>>,
  arrays: Readonly<Record<NoInfer<Name>, { readonly length: number }>>,
): Record<Name, number> {
  const lengths: Partial<Record<Name, number>> = {};
  for (const name of keysOf(sizes)) lengths[name] = arrays[name].length;
  return lengths as Record<Name, number>;
}

function keysOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record) as Name[];
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** What has to follow so many bytes. */
function padding(length: number): Uint8Array {
  return new Uint8Array(aligned(length) - length);
}
