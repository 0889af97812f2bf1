import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type Pair } from 'yaml';
import type { Span } from '../span.ts';
import type { Statement } from './model.ts';

/** Words that take the place of a stretch of a file. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** The lists of the front matter, in the order in which they stand there. */
const LISTS = ['witnesses', 'emendations', 'variants', 'doubts'] as const;
export type ListName = (typeof LISTS)[number];

/** The file with changes made; they must not overlap. */
export function withChanges(source: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, text: words }) => text.slice(0, span.start) + words + text.slice(span.end),
      source,
    );
}

/** A scalar as YAML writes it, on one line. */
export function scalar(words: string): string {
  return stringify(words, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}

/**
 * Takes items out of a list of the front matter and puts others in: in place of the first that goes, else at the end.
 * Each new item is given as its lines, without the dash. What else stands in the file stays as it is. `undefined` if
 * the front matter cannot be read, or writes the list in brackets on one line.
 */
export function changeList(
  statement: Statement,
  name: ListName,
  removed: readonly number[],
  added: readonly (readonly string[])[],
): Change[] | undefined {
  if (removed.length + added.length === 0) return [];
  const fields = readFields(statement);
  const own = fields?.list.find((field) => field.name === name);
  if (fields === undefined) return undefined;
  if (own === undefined) {
    const later: readonly string[] = LISTS.slice(LISTS.indexOf(name) + 1);
    const at = fields.list.find((field) => later.includes(field.name))?.start ?? fields.end;
    return [{ span: { start: at, end: at }, text: `${name}:\n${itemLines(added, '  ')}` }];
  }
  if (removed.length === own.items.length) {
    // `emendations: []`, or a list of which nothing stays.
    const text = added.length === 0 ? ' []' : `\n${itemLines(added, '  ').trimEnd()}`;
    return [{ span: { start: own.colon + 1, end: endOf(own) }, text }];
  }
  const places = own.items.map((item) => linesOfItem(statement, item));
  if (!places.every((place) => place !== undefined)) return undefined;
  const last = places.at(-1);
  const text = itemLines(added, places[0]?.indent ?? '');
  const gone = [...removed].sort((a, b) => a - b).flatMap((index) => places[index]?.span ?? []);
  if (gone.length > 0) return gone.map((span, i) => ({ span, text: i === 0 ? text : '' }));
  const end = last?.span.end ?? own.value.end;
  return [{ span: { start: end, end }, text }];
}

function itemLines(items: readonly (readonly string[])[], indent: string): string {
  return items
    .map((lines) => lines.map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}\n`).join(''))
    .join('');
}

/** The whole lines that an item of a block list stands in; `undefined` if something else stands in them too. */
function linesOfItem(
  { source, lines }: Statement,
  { start, end }: Span,
): { readonly span: Span; readonly indent: string } | undefined {
  const from = lines.lineSpan(lines.positionAt(start).line).start;
  const lead = /^(\s*)-\s+$/.exec(source.slice(from, start));
  const to = lines.lineSpan(lines.positionAt(end).line + 1).start;
  return lead === null ? undefined : { span: { start: from, end: to }, indent: lead[1] ?? '' };
}

function endOf({ value, items }: Field): number {
  return items.at(-1)?.end ?? value.end;
}

interface Field {
  readonly name: string;
  /** Where its name starts, and where its colon stands. */
  readonly start: number;
  readonly colon: number;
  readonly value: Span;
  /** Of a list, from the first character of each item to its last. */
  readonly items: readonly Span[];
}

function readFields({
  source,
  lines,
}: Statement): { readonly list: readonly Field[]; readonly end: number } | undefined {
  const { start } = lines.lineSpan(1);
  let closing = 1;
  const isClosing = (line: number): boolean => {
    const span = lines.lineSpan(line);
    return /^(?:---|\.\.\.)[ \t]*$/.test(source.slice(span.start, span.end));
  };
  while (closing < lines.lineCount && !isClosing(closing)) closing++;
  const { start: end } = lines.lineSpan(closing);
  const { contents, errors } = parseDocument(source.slice(start, end), { prettyErrors: false });
  if (errors.length > 0 || !isMap(contents)) return undefined;
  const list = (contents.items as Pair[]).flatMap(({ key, value }): Field[] => {
    if (!isScalar(key) || !key.range) return [];
    const colon = source.indexOf(':', start + key.range[1]);
    const place = spanOf(value, start) ?? { start: colon + 1, end: colon + 1 };
    const items = isSeq(value) ? value.items.flatMap((item) => trimmed(source, spanOf(item, start))) : [];
    return [{ name: String(key.value), start: start + key.range[0], colon, value: place, items }];
  });
  return { list, end };
}

function spanOf(node: unknown, offset: number): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0] + offset, end: range[1] + offset } : undefined;
}

/** A block ends after its line end: its last character is what counts. */
function trimmed(source: string, span: Span | undefined): Span[] {
  if (span === undefined) return [];
  return [{ start: span.start, end: span.start + source.slice(span.start, span.end).trimEnd().length }];
}
