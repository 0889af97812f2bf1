import { BREAK, fullWidthMark } from '../collation/character-fold.ts';
import { spanOf, withoutEdges, wordsOf, type CharStream } from '../collation/char-stream.ts';
import {
  counterpartOf,
  type AlignedWitness,
  type Difference,
  type Differences,
} from '../collation/differences.ts';
import { addressOf, type EditedText } from '../collation/edited-text.ts';
import type { FrontMatterSpans } from '../statement/front-matter-spans.ts';
import type { RecordedVariant } from '../statement/model.ts';
import type { Finding, Place } from './finding.ts';
import { codesOf, findWords, passageRange } from './passage-range.ts';

type Compared = AlignedWitness & Differences;

/**
 * Holds the list of variants in the front matter against the witnesses: each entry must be true, and each difference
 * in wording must be in an entry. Of a text without the list only their number is reported, as information, for
 * nobody has said that they were looked at; with one witness there is nothing to list.
 */
export function checkVariants(
  text: EditedText,
  spans: FrontMatterSpans,
  witnesses: readonly Compared[],
  isReported: (start: number, end: number) => boolean,
): Finding[] {
  const { statement } = text;
  const recorded = statement.metadata.variants;
  if (recorded === undefined) return witnesses.length < 2 ? [] : countVariants(text, spans, witnesses);
  const ranges = new Map<RecordedVariant, readonly [number, number]>();
  const problems = recorded.flatMap((variant, index): Finding[] => {
    const item = spans.variants[index];
    const problem = (
      code: Finding['code'],
      field: string,
      values: Record<string, string>,
      related: Place[],
    ): Finding => ({
      ...{ code, severity: 'error', uri: statement.uri, values: { at: variant.at, ...values }, related },
      span: item?.fields.get(field) ?? item?.whole ?? { start: 0, end: 0 },
    });
    const passage = passageRange(text, variant.at);
    const found =
      passage === undefined
        ? []
        : variant.text === undefined
          ? [[passage.start, passage.end] as const]
          : findWords(text, passage, variant.text);
    const [range, second] = found;
    if (range === undefined || second !== undefined) {
      const related = passage === undefined ? [] : [{ uri: statement.uri, span: passage.span }];
      const values = { words: variant.text ?? '', count: String(found.length) };
      return [problem('variant-text', passage === undefined ? 'at' : 'text', values, related)];
    }
    ranges.set(variant, range);
    return Object.entries(variant.readings).flatMap(([siglum, reading]) => {
      const compared = witnesses.find(({ witness }) => witness.siglum === siglum);
      if (compared === undefined) return [problem('variant-witness', `readings.${siglum}`, { siglum }, [])];
      const { stream, source } = compared.witness;
      const [from, to] = counterpartOf(compared, ...range);
      const isSame = isEqual(codesOf(reading), codesIn(stream, from, to));
      const isVariant = !isEqual(codesOf(reading), codesIn(text.stream, ...range));
      if (isSame && isVariant) return [];
      const related = [
        { uri: source.uri, span: spanOf(stream, from, to) },
        { uri: statement.uri, span: spanOf(text.stream, ...range) },
      ];
      const values = { siglum, words: reading, found: wordsOf(stream, from, to) };
      return [problem('variant-reading', `readings.${siglum}`, values, related)];
    });
  });
  const isListed = (siglum: string, difference: Difference): boolean => {
    const [start, end] = withoutEdges(text.stream, difference.start, difference.end);
    return recorded.some((variant) => {
      const range = ranges.get(variant);
      return range !== undefined && siglum in variant.readings && range[0] <= start && end <= range[1];
    });
  };
  for (const each of witnesses) {
    for (const difference of wordingOf(each)) {
      const { start, end, from, to } = difference;
      if (isListed(each.witness.siglum, difference) || isReported(start, end)) continue;
      const { stream, source, siglum } = each.witness;
      problems.push({
        ...{
          code: 'variant-unrecorded',
          severity: 'error',
          uri: statement.uri,
          span: spanOf(text.stream, start, end),
        },
        values: {
          ...{ at: addressOf(text, start, end), siglum },
          ...{ words: wordsOf(text.stream, start, end), found: wordsOf(stream, from, to) },
        },
        related: [{ uri: source.uri, span: spanOf(stream, from, to) }],
      });
    }
  }
  return problems;
}

/** Entries for the front matter that record what a collation found: the words of the text with enough around them to be found. */
export function recordVariants(text: EditedText, witnesses: readonly Compared[]): RecordedVariant[] {
  const places: [number, number][] = [];
  const all = witnesses.flatMap((each) => wordingOf(each)).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end } of all) {
    const last = places.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else places.push([start, end]);
  }
  return places.map((place) => {
    const [start, end] = withoutEdges(text.stream, ...place);
    const at = addressOf(text, start, end);
    const passage = passageRange(text, at);
    const isWhole =
      passage?.start === start &&
      passage.end === end &&
      text.units.every((unit) => unit.kind !== 'heading' || unit.end <= start || unit.start >= end);
    const range =
      passage === undefined
        ? ([start, end] as const)
        : widen(text, start, end, (from, to) => isUnique(text, at, from, to));
    const own = codesIn(text.stream, ...range);
    const readings = witnesses.flatMap((each) => {
      if (range[0] >= each.end || range[1] <= each.start) return [];
      const [from, to] = counterpartOf(each, ...range);
      return isEqual(own, codesIn(each.witness.stream, from, to))
        ? []
        : [[each.witness.siglum, withoutBreaks(wordsOf(each.witness.stream, from, to))] as const];
    });
    const words = isWhole ? {} : { text: withoutBreaks(wordsOf(text.stream, ...range)) };
    return { at, ...words, readings: Object.fromEntries(readings) };
  });
}

/** Differences in wording; where a text is divided into paragraphs need not be listed. */
function wordingOf({ differences }: Compared): Difference[] {
  return differences.filter(({ nature }) => nature !== 'division' && nature !== 'page-break');
}

function countVariants(text: EditedText, spans: FrontMatterSpans, witnesses: readonly Compared[]): Finding[] {
  const count = witnesses.reduce((sum, each) => sum + wordingOf(each).length, 0);
  if (count === 0) return [];
  const { uri, key } = text.statement;
  const span = spans.witnesses[0]?.whole ?? { start: 0, end: 0 };
  const values = { count: String(count), key };
  return [{ code: 'variants-unrecorded', severity: 'information', uri, span, values, related: [] }];
}

function isUnique(text: EditedText, at: string, start: number, end: number): boolean {
  const passage = passageRange(text, at);
  return (
    passage !== undefined &&
    start < end &&
    findWords(text, passage, wordsOf(text.stream, start, end)).length === 1
  );
}

/** Takes in characters on both sides, within the paragraph, until the words tell their place. */
function widen(
  { stream, units }: EditedText,
  start: number,
  end: number,
  isEnough: (start: number, end: number) => boolean,
): readonly [number, number] {
  const [low, high] = [
    units[stream.units[start] ?? -1]?.start ?? start,
    units[stream.units[Math.max(end - 1, start)] ?? -1]?.end ?? end,
  ];
  let [from, to] = [start, end];
  // A word on either side is what a reader needs to see the place.
  for (let added = 0; added < 2 || !isEnough(from, to); added++) {
    if (from <= low && to >= high) break;
    if (from > low) from--;
    if (to < high) to++;
  }
  return [from, to];
}

function codesIn({ written }: CharStream, start: number, end: number): number[] {
  return [...written.subarray(start, end)].filter((code) => code !== BREAK).map(fullWidthMark);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((code, i) => code === b[i]);
}

function withoutBreaks(words: string): string {
  return words.replaceAll('\n', '');
}
