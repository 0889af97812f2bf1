import { linesOf, type Source } from '../collation/witness-text.ts';
import type { Span } from '../span.ts';
import type { Finding, Place } from './finding.ts';
import type { FurnitureItem, FurnitureList } from './furniture.ts';

/** Where the words of furniture within a line stand; every occurrence counts. */
export function placesOfFurniture({ lines, texts, isPart }: FurnitureItem, source: Source): Span[] {
  const [words] = texts;
  if (!isPart || words === undefined) return [];
  return linesOf(lines, source).flatMap((line) => {
    const { start, end } = source.lines.lineSpan(line);
    const places: Span[] = [];
    for (let at = source.text.indexOf(words, start); at >= 0 && at + words.length <= end;) {
      places.push({ start: at, end: at + words.length });
      at = source.text.indexOf(words, at + words.length);
    }
    return places;
  });
}

/** Checks that the furniture stands where the list says, with the words that it gives, and repeats what it is said to. */
export function checkFurniture(
  { items, uri }: FurnitureList,
  sources: ReadonlyMap<string, Source>,
): Finding[] {
  return items.flatMap((item) => {
    const problem = (
      code: Finding['code'],
      field: string,
      values: Record<string, string>,
      related: readonly Place[],
    ): Finding => ({
      ...{ code, severity: 'error', uri, values: { source: item.source, ...values }, related },
      span: item.spans.fields.get(field) ?? item.spans.whole,
    });
    const source = sources.get(item.source);
    if (source === undefined) return [problem('furniture-source-missing', 'source', {}, [])];
    const count = source.text.endsWith('\n') ? source.lines.lineCount - 1 : source.lines.lineCount;
    const field = item.isPart ? 'line' : 'lines';
    const ranges = [...item.lines, ...(item.repeats ?? [])];
    const wrong = ranges.find(([from, to]) => from < 1 || from > to || to > count);
    if (wrong !== undefined) {
      const values = { from: String(wrong[0]), to: String(wrong[1]), count: String(count) };
      return [problem('furniture-out-of-range', item.lines.includes(wrong) ? field : 'repeats', values, [])];
    }
    return [...checkTexts(item, source, problem), ...checkRepetition(item, source, problem)];
  });
}

type Report = (
  code: Finding['code'],
  field: string,
  values: Record<string, string>,
  related: readonly Place[],
) => Finding;

function checkTexts(item: FurnitureItem, source: Source, problem: Report): Finding[] {
  const lines = filledLines(item.lines, source);
  const whole = spanOfLines(item.lines, source);
  if (item.isPart) {
    const count = placesOfFurniture(item, source).length;
    if (count > 0 && (item.times === undefined || item.times === count)) return [];
    const values = {
      words: item.texts[0] ?? '',
      line: String(item.lines[0]?.[0] ?? 0),
      count: String(count),
      times: String(item.times ?? 1),
    };
    return [problem('furniture-text', 'text', values, [{ uri: source.uri, span: whole }])];
  }
  if (item.texts.length === 0) return [];
  const length = Math.max(lines.length, item.texts.length);
  for (let i = 0; i < length; i++) {
    const span = lines[i];
    if (span !== undefined && source.text.slice(span.start, span.end).trim() === item.texts[i]?.trim())
      continue;
    const place = span ?? whole;
    const line = String(source.lines.positionAt(place.start).line + 1);
    const field = item.spans.fields.has(`text.${String(i)}`) ? `text.${String(i)}` : 'text';
    return [
      problem('furniture-text', field, { words: item.texts[i] ?? '', line, count: '0', times: '1' }, [
        { uri: source.uri, span: place },
      ]),
    ];
  }
  return [];
}

function checkRepetition(item: FurnitureItem, source: Source, problem: Report): Finding[] {
  if (item.repeats === undefined) return [];
  const repeated = filledLines(item.repeats, source).map(({ start, end }) =>
    source.text.slice(start, end).trim(),
  );
  const own = item.isPart
    ? [...item.texts]
    : filledLines(item.lines, source).map(({ start, end }) => source.text.slice(start, end).trim());
  // Part of a line may repeat part of another; whole lines repeat whole lines, one by one.
  const isTrue = item.isPart
    ? repeated.some((line) => own.every((words) => line.includes(words)))
    : own.length === repeated.length && own.every((line, i) => line === repeated[i]);
  if (isTrue) return [];
  const related = [item.lines, item.repeats].map((lines) => ({
    uri: source.uri,
    span: spanOfLines(lines, source),
  }));
  const [from, to] = [item.repeats[0]?.[0] ?? 0, item.repeats.at(-1)?.[1] ?? 0];
  return [
    problem(
      'furniture-repeats',
      'repeats',
      { from: String(from), to: String(to), line: String(item.lines[0]?.[0] ?? 0) },
      related,
    ),
  ];
}

/** The lines of ranges that are not blank. */
function filledLines(ranges: FurnitureItem['lines'], source: Source): Span[] {
  return linesOf(ranges, source)
    .map((line) => source.lines.lineSpan(line))
    .filter(({ start, end }) => source.text.slice(start, end).trim() !== '');
}

function spanOfLines(ranges: FurnitureItem['lines'], source: Source): Span {
  const lines = linesOf(ranges, source);
  return {
    start: source.lines.lineSpan(lines[0] ?? 0).start,
    end: source.lines.lineSpan(lines.at(-1) ?? 0).end,
  };
}
