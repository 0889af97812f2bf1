import { createFoldBuffer, foldInto } from '../../fold.ts';
import type { StatementEntry, UnitEntry } from '../entry.ts';
import { writeGrams } from './gram-writer.ts';
import { ByteSink } from './postings.ts';
import { writeResidue } from './residue.ts';
import { unitLabel, type Segment, type SegmentArrays, type StatementCard } from './segment.ts';

/** A statement that is to go into a segment: fresh, or out of another segment. */
export type SegmentSource =
  | { readonly kind: 'entry'; readonly entry: StatementEntry }
  | { readonly kind: 'card'; readonly segment: Segment; readonly card: StatementCard };

/** So many units are worked on between two pauses: about a millisecond. */
const UNITS_A_SLICE = 128;

/** The order of statements in a segment and in answers: the newer first, by key where the dates are the same. */
export function compareStatements(
  a: Pick<StatementEntry, 'date' | 'key' | 'uri'>,
  b: Pick<StatementEntry, 'date' | 'key' | 'uri'>,
): number {
  return compare(b.date, a.date) || compare(a.key, b.key) || compare(a.uri, b.uri);
}

/**
 * Makes a segment. Pauses wherever others may have their turn; the value that the generator returns is the segment,
 * which holds what the sources held when it began.
 */
export function* writeSegment(sources: readonly SegmentSource[]): Generator<undefined, Segment> {
  const sorted = sources.toSorted((a, b) => compareStatements(headOf(a), headOf(b)));
  const layout = createLayout();
  const spans = sorted.map(() => ({ headings: [0, 0], paragraphs: [0, 0] }));
  for (const kind of ['heading', 'paragraph'] as const) {
    for (const [i, source] of sorted.entries()) {
      const first = layout.count();
      if (source.kind === 'entry') {
        for (const unit of source.entry.units) {
          if (unit.kind !== kind) continue;
          layout.add(unit, i);
          if (layout.count() % UNITS_A_SLICE === 0) yield;
        }
      } else {
        const [start, end] = source.card[`${kind}s`];
        layout.copy(source.segment, start, end, i);
        yield;
      }
      const span = spans[i];
      if (span !== undefined) span[`${kind}s`] = [first, layout.count()];
    }
  }
  const cards = sorted.map((source, i): StatementCard => {
    const { uri, key, title, date, language, names, stamp } = headOf(source);
    const { headings = [0, 0], paragraphs = [0, 0] } = spans[i] ?? {};
    return {
      ...{ uri, key, title, date, language, names, stamp },
      headings: [headings[0] ?? 0, headings[1] ?? 0],
      paragraphs: [paragraphs[0] ?? 0, paragraphs[1] ?? 0],
    };
  });
  const { arrays, labels } = layout.finish();
  const covers = yield* coversOf(cards, arrays.labelOf, labels);
  const grams = yield* writeGrams(arrays.text, arrays.starts);
  return { ...arrays, ...grams, covers, cards, labels, live: new Uint8Array(cards.length).fill(1) };
}

function headOf(source: SegmentSource): Omit<StatementEntry, 'units'> {
  return source.kind === 'entry' ? source.entry : source.card;
}

type LaidOut = Omit<SegmentArrays, 'covers' | 'grams' | 'gramStarts' | 'postings'>;

/** Numbers that grow as they are written, for lists that are too long to be copied at the end. */
class NumberSink {
  length = 0;
  private numbers = new Uint32Array(1024);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.length++] = number;
  }

  finish(): Uint32Array {
    return this.numbers.slice(0, this.length);
  }
}

/** Lays units out one after another. */
function createLayout() {
  const buffer = createFoldBuffer();
  const residue = new ByteSink(1 << 16);
  let text = new Uint16Array(1 << 16);
  let length = 0;
  const starts = new NumberSink();
  const residueStarts = new NumberSink();
  const cardOf = new NumberSink();
  const labelOf = new NumberSink();
  const ranges = new NumberSink();
  starts.push(0);
  residueStarts.push(0);
  const labels = new Map<string, number>();

  const reserve = (count: number): void => {
    if (length + count <= text.length) return;
    const grown = new Uint16Array(Math.max(text.length * 2, length + count));
    grown.set(text.subarray(0, length));
    text = grown;
  };
  const label = (name: string): void => {
    const known = labels.get(name);
    labelOf.push(known ?? labels.size);
    if (known === undefined) labels.set(name, labels.size);
  };
  const close = (card: number): void => {
    starts.push(length);
    residueStarts.push(residue.length);
    cardOf.push(card);
  };
  return {
    count: () => cardOf.length,
    add: ({ text: original, address, locator, range: { start, end } }: UnitEntry, card: number): void => {
      foldInto(original, buffer);
      reserve(buffer.length);
      text.set(buffer.units.subarray(0, buffer.length), length);
      length += buffer.length;
      writeResidue(residue, original, buffer.units, buffer.offsets, buffer.length);
      label(`${address}\t${locator}`);
      for (const place of [start.line, start.character, end.line, end.character]) ranges.push(place);
      close(card);
    },
    /** Takes over units `[first, end)` of another segment. */
    copy: (from: Segment, first: number, end: number, card: number): void => {
      for (let unit = first; unit < end; unit++) {
        const words = from.text.subarray(from.starts[unit], from.starts[unit + 1]);
        reserve(words.length);
        text.set(words, length);
        length += words.length;
        residue.append(from.residue.subarray(from.residueStarts[unit], from.residueStarts[unit + 1]));
        const { address, locator } = unitLabel(from, unit);
        label(`${address}\t${locator}`);
        for (let i = 0; i < 4; i++) ranges.push(from.ranges[unit * 4 + i] ?? 0);
        close(card);
      }
    },
    finish: (): { arrays: LaidOut; labels: readonly string[] } => ({
      arrays: {
        text: text.slice(0, length),
        starts: starts.finish(),
        cardOf: cardOf.finish(),
        labelOf: labelOf.finish(),
        ranges: ranges.finish(),
        residue: residue.finish(),
        residueStarts: residueStarts.finish(),
      },
      labels: [...labels.keys()],
    }),
  };
}

/** The paragraphs under each heading: those whose address begins with that of the section. */
function* coversOf(
  cards: readonly StatementCard[],
  labelOf: Uint32Array,
  labels: readonly string[],
): Generator<undefined, Uint32Array> {
  const addressesByLabel = labels.map((label) => label.split('\t')[0] ?? '');
  const addressOf = (unit: number): string => addressesByLabel[labelOf[unit] ?? 0] ?? '';
  const covers = new Uint32Array(cards.reduce((sum, { headings }) => sum + headings[1] - headings[0], 0) * 2);
  for (const { headings, paragraphs } of cards) {
    if (headings[0] === headings[1]) continue;
    yield;
    const addresses = Array.from({ length: paragraphs[1] - paragraphs[0] }, (_, i) =>
      addressOf(paragraphs[0] + i),
    );
    for (let heading = headings[0]; heading < headings[1]; heading++) {
      const above = `${addressOf(heading)}.`;
      const first = addresses.findIndex((address) => address.startsWith(above));
      const last = addresses.findLastIndex((address) => address.startsWith(above));
      covers[heading * 2] = paragraphs[0] + Math.max(first, 0);
      covers[heading * 2 + 1] = paragraphs[0] + last + 1;
    }
  }
  return covers;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
