import type { Span } from '../span.ts';
import { align, counterparts } from './alignment.ts';
import type { Regularised } from './agreement.ts';
import { isLayout } from './agreement.ts';
import { BREAK } from './character-fold.ts';
import { spanOf, withoutEdges, wordsOf, type CharStream } from './char-stream.ts';
import {
  counterpartOf,
  differencesOf,
  type AlignedWitness,
  type Difference,
  type Differences,
} from './differences.ts';
import { addressOf, type EditedText } from './edited-text.ts';
import { findBlocks, isMadeOf, type Block } from './moved-blocks.ts';
import type { WitnessText } from './witness-text.ts';

/** What sort of difference a variant is; of several witnesses that differ, the weightiest counts. */
export type VariantKind =
  | 'displacement' // the same words in another place
  | 'repetition' // words that stand elsewhere already
  | 'substitution'
  | 'omission' // the witness lacks what the text has
  | 'addition' // the witness has what the text lacks
  | 'division' // one paragraph in the one, two in the other
  | 'script' // traditional and simplified characters
  | 'width' // full-width and half-width forms, style of quotation marks and dashes
  | 'spacing';

/** A place where a witness differs from the text. */
export interface Variant {
  readonly kind: VariantKind;
  /** Of the paragraph, the run of paragraphs, or the section; `title` and `colophon` for those. */
  readonly address: string;
  /** In the file of the edited text; empty where the text has nothing. */
  readonly span: Span;
  /** The same in characters of the text's stream. */
  readonly start: number;
  readonly end: number;
  /** What the text has there. */
  readonly text: string;
  /** By siglum, what each witness has there as it is written; one that does not carry the place is not listed. */
  readonly readings: ReadonlyMap<string, string>;
}

export interface Collation {
  readonly text: EditedText;
  readonly witnesses: readonly (AlignedWitness & Differences)[];
  readonly variants: readonly Variant[];
}

export function alignWitness(text: EditedText, witness: WitnessText): AlignedWitness {
  return {
    witness,
    counterparts: counterparts(align(text.stream.codes, witness.stream.codes), text.stream.length),
  };
}

/** Aligns a text with its witnesses, and through it the witnesses with one another, and lists where they differ. */
export function collate(
  text: EditedText,
  witnesses: readonly WitnessText[],
  regularised: Regularised,
): Collation {
  const aligned = witnesses.map((witness) => {
    const own = alignWitness(text, witness);
    const differences = differencesOf(text, own, regularised);
    const rests = differences.differences.map(({ from, to }) => [from, to] as const);
    const blocks = findBlocks(text.stream.codes, witness.stream.codes, own.counterparts, rests);
    return { ...own, ...differences, blocks };
  });
  const carriersOf = (start: number, end: number) =>
    aligned.filter((each) => each.start <= start && end <= each.end && each.end > each.start);
  // Where one witness alone has a sentence, a line that ends within it is the end of a page and no more.
  const listed = aligned.flatMap(({ differences }) =>
    differences.filter(
      ({ nature, start, end }) => nature !== 'page-break' || carriersOf(start, end).length > 1,
    ),
  );
  const within = aligned.map(({ differences }) => createWindow(differences));
  const variants = placesOf(listed).map(({ start, end, natures }): Variant => {
    const carrying = carriersOf(start, end);
    const kinds = aligned.flatMap((each, i) =>
      (within[i]?.(start, end) ?? []).map((one) =>
        kindOf(text.stream, each.witness.stream, one, each.blocks),
      ),
    );
    const readings = new Map(
      carrying.map((each) => {
        const [from, to] = counterpartOf(each, start, end);
        return [each.witness.siglum, readingOf(each.witness.stream, from, to, natures)] as const;
      }),
    );
    const [from, to] = withoutEdges(text.stream, start, end);
    // A paragraph that ends in the text is divided from the next.
    const isDivision = from < to && text.stream.written[from] === BREAK;
    return {
      kind: WEIGHTS.find((kind) => kinds.includes(kind)) ?? 'substitution',
      address: addressOf(text, from, isDivision ? to + 1 : to),
      span: spanOf(text.stream, from, to),
      ...{ start: from, end: to, text: wordsOf(text.stream, from, to), readings },
    };
  });
  return { text, witnesses: aligned, variants };
}

const WEIGHTS: readonly VariantKind[] = [
  ...(['displacement', 'repetition', 'substitution', 'omission', 'addition'] as const),
  ...(['script', 'width', 'spacing', 'division'] as const),
];

interface PlaceOfDifference {
  readonly start: number;
  readonly end: number;
  readonly natures: ReadonlySet<Difference['nature']>;
}

/** The places where any witness differs; those of several witnesses that overlap are one. */
function placesOf(differences: readonly Difference[]): PlaceOfDifference[] {
  const places: { start: number; end: number; natures: Set<Difference['nature']> }[] = [];
  for (const { start, end, nature } of [...differences].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = places.at(-1);
    const isOne =
      last !== undefined &&
      (start < last.end || (start === last.end && (start === end || last.start === last.end)));
    if (!isOne) places.push({ start, end, natures: new Set([nature]) });
    else {
      last.end = Math.max(last.end, end);
      last.natures.add(nature);
    }
  }
  return places;
}

/** The differences that lie in a place, for places that are asked for in ascending order. */
function createWindow(differences: readonly Difference[]): (start: number, end: number) => Difference[] {
  let next = 0;
  return (start, end) => {
    while ((differences[next]?.start ?? Infinity) < start) next++;
    const found: Difference[] = [];
    for (let i = next; (differences[i]?.start ?? Infinity) <= end; i++) {
      const one = differences[i];
      const isInside = one !== undefined && one.end <= end && (one.start < end || one.start === one.end);
      if (isInside && (one.start < one.end || one.from < one.to || start === end)) found.push(one);
    }
    return found;
  };
}

function kindOf(
  text: CharStream,
  witness: CharStream,
  one: Difference,
  blocks: readonly Block[],
): VariantKind {
  if (one.nature === 'page-break') return 'division';
  if (one.nature !== 'words') return one.nature;
  const isEmpty = (stream: CharStream, start: number, end: number): boolean =>
    stream.written.subarray(start, end).every(isLayout);
  const [noText, noReading] = [isEmpty(text, one.start, one.end), isEmpty(witness, one.from, one.to)];
  if (isMadeOf(blocks, 'displaced', 'text', one.start, one.end) && noReading) return 'displacement';
  if (isMadeOf(blocks, 'displaced', 'witness', one.from, one.to)) return 'displacement';
  if (noText) return isMadeOf(blocks, 'repeated', 'witness', one.from, one.to) ? 'repetition' : 'addition';
  if (noReading) return 'omission';
  const styled = (stream: CharStream, start: number, end: number): string =>
    withoutStyle(wordsOf(stream, start, end));
  return styled(text, one.start, one.end) === styled(witness, one.from, one.to) ? 'width' : 'substitution';
}

/** What a witness has in a place; where nothing but the division into paragraphs or a space differs, that shows. */
function readingOf(
  stream: CharStream,
  from: number,
  to: number,
  natures: ReadonlySet<Difference['nature']>,
): string {
  const isLayoutAlone = [...natures].every(
    (nature) => nature === 'division' || nature === 'page-break' || nature === 'spacing',
  );
  if (!isLayoutAlone) return trimBreaks(wordsOf(stream, from, to));
  return natures.has('spacing') ? ((stream.spaced[from] ?? 0) > 0 ? ' ' : '') : wordsOf(stream, from, to);
}

function trimBreaks(words: string): string {
  const end = String.fromCodePoint(BREAK);
  return words.startsWith(end) || words.endsWith(end) ? words.replace(/^\n+|\n+$/g, '') : words;
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»「」『』＂]/g, '"'],
  [/[‘’‚‛＇]/g, "'"],
  [/[‐‑‒–—―－]+/g, '-'],
  [/…+|\.{3,}/g, '…'],
];

function withoutStyle(words: string): string {
  return STYLES.reduce((text, [pattern, mark]) => text.replace(pattern, mark), words.normalize('NFKC'));
}
