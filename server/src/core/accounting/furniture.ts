import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { field } from '../statement/front-matter-items.ts';
import { spansOfItem, type ItemSpans } from '../statement/front-matter-spans.ts';
import type { Finding } from './finding.ts';

/** Matter of a source that belongs to no statement: whole lines, or words within one line. Lines count from 1. */
export interface FurnitureItem {
  readonly source: string;
  readonly reason: string;
  readonly lines: readonly (readonly [number, number])[];
  /** True where `texts` are words within the one line, false where they are the lines themselves. */
  readonly isPart: boolean;
  /** The words of the lines that are not blank, one by one, as far as the list gives them. */
  readonly texts: readonly string[];
  /** How often the words stand in the line, if the list says so. */
  readonly times?: number;
  /** The lines of the same source that it repeats, if it is a repetition. */
  readonly repeats?: readonly (readonly [number, number])[];
  readonly spans: ItemSpans;
}

export interface FurnitureList {
  readonly uri: string;
  readonly items: readonly FurnitureItem[];
  readonly problems: readonly Finding[];
}

/** Reads `furniture.yaml`. Never throws: an item that cannot be read is reported and left out. */
export function readFurniture(uri: string, text: string): FurnitureList {
  const problems: Finding[] = [];
  const refuse = (span: { start: number; end: number }, reason: string): void => {
    problems.push({
      code: 'furniture-invalid',
      severity: 'error',
      uri,
      span,
      values: { reason },
      related: [],
    });
  };
  const yaml = parse(text);
  if (yaml === undefined || yaml.errors.length > 0) {
    const error = yaml?.errors[0];
    const [start, end] = error?.pos ?? [0, 0];
    refuse(
      { start: Math.min(start, text.length), end: Math.min(end, text.length) },
      error?.message.split('\n', 1)[0] ?? 'nested too deeply',
    );
  }
  const nodes = yaml !== undefined && isSeq(yaml.contents) ? yaml.contents.items : [];
  const contents: unknown = yaml?.contents ?? null;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (!isEmpty && !isSeq(contents)) refuse({ start: 0, end: text.length }, 'not a list');
  const items = nodes.flatMap((node): FurnitureItem[] => {
    const spans = spansOfItem(node, 0);
    const item = readItem(node, spans);
    if (typeof item !== 'string') return [item];
    refuse(spans.whole, item);
    return [];
  });
  return { uri, items, problems };
}

/** The item, or what is wrong with it. */
function readItem(node: unknown, spans: ItemSpans): FurnitureItem | string {
  const source = field(node, 'source');
  const reason = field(node, 'reason');
  if (!isMap(node) || source === undefined) return 'source';
  if (reason === undefined || reason.trim() === '') return 'reason';
  const line = Number(field(node, 'line') ?? Number.NaN);
  const isPart = node.has('line');
  const lines = isPart ? [[line, line] as const] : readRanges(node.get('lines'));
  if (!lines?.every((range) => range.every(Number.isInteger))) return isPart ? 'line' : 'lines';
  const texts = readTexts(node.get('text', true));
  if (texts === undefined || (isPart && texts.length !== 1)) return 'text';
  const times = node.has('times') ? Number(field(node, 'times')) : undefined;
  if (times !== undefined && !Number.isInteger(times)) return 'times';
  const repeats = node.has('repeats') ? readRanges(node.get('repeats')) : undefined;
  if (node.has('repeats') && repeats === undefined) return 'repeats';
  return {
    ...{ source, reason, lines, isPart, texts, spans },
    ...(times === undefined ? {} : { times }),
    ...(repeats === undefined ? {} : { repeats }),
  };
}

function readRanges(node: unknown): (readonly [number, number])[] | undefined {
  if (!isSeq(node) || node.items.length === 0) return undefined;
  const ranges = node.items.map((pair) =>
    isSeq(pair) ? pair.items.map((part) => (isScalar(part) ? part.value : part)) : [],
  );
  if (!ranges.every((range) => range.length === 2 && range.every(Number.isInteger))) return undefined;
  return ranges.map(([from, to]) => [from as number, to as number] as const);
}

function readTexts(node: unknown): string[] | undefined {
  if (node === undefined || node === null) return [];
  if (isScalar(node)) return typeof node.value === 'string' && node.value !== '' ? [node.value] : undefined;
  if (!isSeq(node)) return undefined;
  const texts = node.items.map((part) =>
    isScalar(part) && typeof part.value === 'string' ? part.value : '',
  );
  return texts.includes('') ? undefined : texts;
}

function parse(text: string) {
  try {
    return parseDocument(text, { prettyErrors: false });
  } catch {
    return undefined;
  }
}
