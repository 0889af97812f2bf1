import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../server/src/core/fold.ts';
import type { StatementEntry } from '../../../../server/src/core/search/entry.ts';
import {
  cardAt,
  countHeadings,
  countUnits,
  unitLabel,
  unitRange,
  unitText,
  type Segment,
} from '../../../../server/src/core/search/index/segment.ts';
import { writeSegment } from '../../../../server/src/core/search/index/segment-writer.ts';
import { atOnce } from '../../../../server/src/core/search/index/slices.ts';
import { anyText } from '../any-text.ts';
import { entry } from '../entries.ts';

function fromEntries(entries: readonly StatementEntry[]): Segment {
  return atOnce(writeSegment(entries.map((each) => ({ kind: 'entry', entry: each }))));
}

/** A segment out of the cards of others. */
function joined(segments: readonly Segment[], takes: (uri: string) => boolean): Segment {
  const sources = segments.flatMap((segment) =>
    segment.cards.filter(({ uri }) => takes(uri)).map((card) => ({ kind: 'card', segment, card }) as const),
  );
  return atOnce(writeSegment(sources));
}

const section = fc.tuple(fc.option(anyText, { nil: undefined }), fc.array(anyText, { maxLength: 4 }));
const statements = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      date: fc.constantFrom('2024', '2025-05-08', '2025-05-09', ''),
      sections: fc.array(section, { maxLength: 4 }),
    }),
    { selector: ({ key }) => key, maxLength: 6 },
  )
  .map((drafts) => drafts.map(entry));

/** Every unit of a segment as it was given. */
function unitsIn(segment: Segment) {
  return Array.from({ length: countUnits(segment) }, (_, unit) => {
    const { original, text, offsets } = unitText(segment, unit);
    expect({ text, offsets }).toEqual(fold(original));
    return {
      key: cardAt(segment, unit).key,
      kind: unit < countHeadings(segment) ? 'heading' : 'paragraph',
      text: original,
      ...unitLabel(segment, unit),
      range: unitRange(segment, unit),
    };
  });
}

describe('a segment', () => {
  test('holds headings before paragraphs, newer statements before older, and each as it was given', () => {
    fc.assert(
      fc.property(statements, (entries) => {
        const sorted = entries.toSorted((a, b) =>
          a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? 1 : -1,
        );
        const expected = (['heading', 'paragraph'] as const).flatMap((kind) =>
          sorted.flatMap(({ key, units }) =>
            units.filter((unit) => unit.kind === kind).map((unit) => ({ key, ...unit })),
          ),
        );
        expect(unitsIn(fromEntries(entries))).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });

  test('out of other segments is the one out of the statements', () => {
    fc.assert(
      fc.property(statements, fc.nat(6), fc.func(fc.boolean()), (entries, cut, keeps) => {
        const parts = [fromEntries(entries.slice(0, cut)), fromEntries(entries.slice(cut))];
        const kept = entries.filter(({ uri }) => keeps(uri));
        expect(joined(parts, keeps)).toEqual(fromEntries(kept));
      }),
      { numRuns: 120 },
    );
  });

  test('knows which paragraphs stand under a heading', () => {
    const segment = fromEntries([
      entry({
        key: 'a',
        date: '2025',
        sections: [
          [undefined, ['甲']],
          ['一', ['乙', '丙']],
          ['二', []],
          ['三', ['丁']],
        ],
      }),
      entry({ key: 'b', date: '2024', sections: [['零', ['戊']]] }),
    ]);
    const under = Array.from({ length: countHeadings(segment) }, (_, heading) => {
      const [start, end] = segment.covers.subarray(heading * 2);
      return Array.from({ length: countUnits(segment) }, (_, unit) => unit)
        .filter((unit) => unit >= (start ?? 0) && unit < (end ?? 0))
        .map((unit) => unitText(segment, unit).original)
        .join('');
    });
    expect(under).toEqual(['乙丙', '', '丁', '戊']);
  });
});
