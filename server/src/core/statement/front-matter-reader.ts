import { isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { Problem, Severity } from '../problem.ts';
import type { Span } from '../span.ts';
import {
  readDoubt,
  readEmendation,
  readName,
  readVariant,
  readWitness,
  scalarText,
} from './front-matter-items.ts';
import { spansOfItem, type FrontMatterSpans, type ItemSpans } from './front-matter-spans.ts';
import type { Metadata } from './model.ts';

/** What the fields of a front matter say; what they do not say, or say in a form that cannot be read, is absent. */
export interface FrontMatterFields {
  readonly id?: string;
  readonly idSpan?: Span;
  readonly titleSpan?: Span;
  readonly metadata: Partial<Metadata>;
  readonly spans: FrontMatterSpans;
  readonly problems: readonly Problem[];
}

/** What a field must look like; `service/messages.ts` puts it into words. */
export type Expected =
  'text' | 'date' | 'names' | 'words' | 'completeness' | 'witnesses' | 'emendations' | 'doubts' | 'variants';

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** One mistake of YAML brings others with it: only the first are worth reading. */
const MOST_ERRORS = 3;

/** Reads the fields of a front matter whose YAML begins at `offset` of the file; what is wrong with it as a whole stands at `whole`. */
export function readFields(yaml: Document.Parsed, offset: number, whole: Span): FrontMatterFields {
  const problems: Problem[] = yaml.errors.slice(0, MOST_ERRORS).map((error) =>
    problemAt('front-matter-invalid', 'error', shift(error.pos, offset), {
      reason: firstLine(error.message),
    }),
  );
  const spanOf = (node: unknown): Span => {
    const range = (node as Node | undefined)?.range;
    return range ? shift([range[0], range[1]], offset) : whole;
  };
  const refuse = (node: unknown, field: string, expected: Expected): void => {
    problems.push(problemAt('front-matter-field', 'warning', spanOf(node), { field, expected }));
  };
  const fields = new Map<string, unknown>();
  if (isMap(yaml.contents)) {
    for (const pair of yaml.contents.items as Pair[]) {
      if (!isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
      const name = pair.key.value;
      if (!fields.has(name)) fields.set(name, pair.value);
      else
        problems.push(
          problemAt('front-matter-invalid', 'error', spanOf(pair.key), { reason: `a second “${name}”` }),
        );
    }
  } else if (yaml.contents !== null && problems.length === 0) {
    problems.push(problemAt('front-matter-invalid', 'error', whole, { reason: 'not a list of fields' }));
  }

  const text = (name: string): string | undefined => {
    const node = fields.get(name);
    if (node === undefined || isNull(node)) return undefined;
    const value = scalarText(node)?.trim();
    if (value === undefined) refuse(node, name, 'text');
    return value === '' ? undefined : value;
  };
  const date = (name: string): string | undefined => {
    const value = text(name);
    if (value === undefined || DATE.test(value)) return value;
    refuse(fields.get(name), name, 'date');
    return undefined;
  };
  const spans = new Map<string, ItemSpans[]>();
  const list = <T>(name: string, expected: Expected, readItem: (item: unknown) => T | undefined): T[] => {
    const places: ItemSpans[] = [];
    spans.set(name, places);
    const node = fields.get(name);
    if (node === undefined || isNull(node)) return [];
    if (!isSeq(node)) {
      refuse(node, name, expected);
      return [];
    }
    return node.items.flatMap((item) => {
      const value = readItem(item);
      if (value === undefined) refuse(item, name, expected);
      else places.push(spansOfItem(item, offset));
      return value ?? [];
    });
  };
  const completeness = (): Metadata['completeness'] | undefined => {
    const value = text('completeness');
    if (value === undefined || value === 'complete' || value === 'truncated') return value;
    refuse(fields.get('completeness'), 'completeness', 'completeness');
    return undefined;
  };

  const id = text('id');
  const metadata = withoutAbsent({
    type: text('type'),
    title: text('title'),
    titleShort: text('title-short'),
    author: list('author', 'names', readName),
    eventDate: date('event-date'),
    eventPlace: text('event-place'),
    // The name that the variable had in older versions of CSL is still written.
    eventTitle: text('event-title') ?? text('event'),
    issued: date('issued'),
    accessed: date('accessed'),
    containerTitle: text('container-title'),
    collectionTitle: text('collection-title'),
    page: text('page'),
    section: text('section'),
    volume: text('volume'),
    issue: text('issue'),
    number: text('number'),
    edition: text('edition'),
    publisher: text('publisher'),
    publisherPlace: text('publisher-place'),
    archive: text('archive'),
    genre: text('genre'),
    note: text('note'),
    url: text('URL') ?? text('url'),
    doi: text('DOI') ?? text('doi'),
    language: text('language') ?? text('lang'),
    completeness: completeness(),
    regularised: list('regularised', 'words', scalarText),
    witnesses: list('witnesses', 'witnesses', readWitness),
    emendations: list('emendations', 'emendations', readEmendation),
    doubts: list('doubts', 'doubts', readDoubt),
    // Without the field nobody has said that the variants were looked at.
    variants: fields.has('variants') ? list('variants', 'variants', readVariant) : undefined,
  });
  const places: FrontMatterSpans = {
    ...(fields.has('regularised') ? { regularised: spanOf(fields.get('regularised')) } : {}),
    witnesses: spans.get('witnesses') ?? [],
    emendations: spans.get('emendations') ?? [],
    doubts: spans.get('doubts') ?? [],
    variants: spans.get('variants') ?? [],
  };
  const place = { ...(id === undefined ? {} : { id, idSpan: spanOf(fields.get('id')) }) };
  const titleSpan = fields.has('title') ? { titleSpan: spanOf(fields.get('title')) } : {};
  return { ...place, ...titleSpan, metadata, spans: places, problems };
}

function isNull(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}

function shift([start, end]: readonly [number, number], offset: number): Span {
  return { start: start + offset, end: Math.max(end, start) + offset };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? '';
}

export function problemAt(
  code: Problem['code'],
  severity: Severity,
  span: Span,
  values: Problem['values'],
): Problem {
  return { code, severity, span, values };
}
