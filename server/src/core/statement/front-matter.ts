import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { Problem, Severity } from '../problem.ts';
import type { Span } from '../span.ts';
import type { Doubt, Emendation, Metadata, Name, Witness } from './model.ts';

/** The fields that the front matter gave; what it did not say, or said in a form that cannot be read, is absent. */
export interface FrontMatter {
  readonly id?: string;
  readonly idSpan?: Span;
  readonly metadata: Partial<Metadata>;
  /** Where the text after the front matter starts. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Reads the YAML front matter at the start of a file; a file without one gives an empty result. Never throws. */
export function readFrontMatter(source: string): FrontMatter {
  const opening = OPENING.exec(source);
  if (opening === null) return { metadata: {}, bodyStart: 0, problems: [] };
  const start = opening[0].length;
  const closing = CLOSING.exec(source.slice(start));
  if (closing === null) {
    const span = { start: 0, end: opening[0].trimEnd().length };
    return { metadata: {}, bodyStart: start, problems: [problem('front-matter-unclosed', 'error', span, {})] };
  }
  const end = start + closing.index;
  const afterClosing = end + closing[0].length;
  const yaml = parseDocument(source.slice(start, end), { prettyErrors: false });
  const reader = createReader(yaml, start, { start: 0, end: opening[0].trimEnd().length });
  return { ...reader.read(), bodyStart: afterClosing };
}

function createReader(yaml: Document.Parsed, offset: number, whole: Span) {
  const problems: Problem[] = yaml.errors.map((error) =>
    problem('front-matter-invalid', 'error', shift(error.pos, offset), { reason: firstLine(error.message) }),
  );
  const spanOf = (node: unknown): Span => {
    const range = (node as Node | undefined)?.range;
    return range ? shift([range[0], range[1]], offset) : whole;
  };
  const refuse = (node: unknown, field: string, expected: Expected): undefined => {
    problems.push(problem('front-matter-field', 'warning', spanOf(node), { field, expected }));
    return undefined;
  };
  const fields = new Map<string, unknown>();
  if (isMap(yaml.contents)) {
    for (const pair of yaml.contents.items as Pair[]) {
      if (isScalar(pair.key) && typeof pair.key.value === 'string') fields.set(pair.key.value, pair.value);
    }
  } else if (yaml.contents !== null && problems.length === 0) {
    problems.push(problem('front-matter-invalid', 'error', whole, { reason: 'not a list of fields' }));
  }

  const text = (name: string): string | undefined => {
    const node = fields.get(name);
    if (node === undefined || isNull(node)) return undefined;
    const value = scalarText(node);
    return value === undefined ? refuse(node, name, 'text') : value;
  };
  const date = (name: string): string | undefined => {
    const value = text(name);
    return value === undefined || DATE.test(value) ? value : refuse(fields.get(name), name, 'date');
  };
  const list = <T>(name: string, expected: Expected, readItem: (item: unknown) => T | undefined): T[] => {
    const node = fields.get(name);
    if (node === undefined || isNull(node)) return [];
    if (!isSeq(node)) {
      refuse(node, name, expected);
      return [];
    }
    return node.items.flatMap((item) => readItem(item) ?? refuse(item, name, expected) ?? []);
  };
  const completeness = (): Metadata['completeness'] | undefined => {
    const value = text('completeness');
    if (value === undefined || value === 'complete' || value === 'truncated') return value;
    return refuse(fields.get('completeness'), 'completeness', 'completeness');
  };

  return {
    read: (): Omit<FrontMatter, 'bodyStart'> => {
      const id = text('id');
      const metadata = withoutAbsent({
        type: text('type'),
        title: text('title'),
        titleShort: text('title-short'),
        author: list('author', 'names', readName),
        eventDate: date('event-date'),
        eventPlace: text('event-place'),
        issued: date('issued'),
        containerTitle: text('container-title'),
        page: text('page'),
        url: text('URL') ?? text('url'),
        language: text('language') ?? text('lang'),
        completeness: completeness(),
        regularised: list('regularised', 'words', scalarText),
        witnesses: list('witnesses', 'witnesses', readWitness),
        emendations: list('emendations', 'emendations', readEmendation),
        doubts: list('doubts', 'doubts', readDoubt),
      });
      return { ...(id === undefined ? {} : { id, idSpan: spanOf(fields.get('id')) }), metadata, problems };
    },
  };
}

/** What a field must look like; `service/messages.ts` puts it into words. */
export type Expected =
  | 'text'
  | 'date'
  | 'names'
  | 'words'
  | 'completeness'
  | 'witnesses'
  | 'emendations'
  | 'doubts';

function readName(item: unknown): Name | undefined {
  const plain = scalarText(item);
  if (plain !== undefined) return { literal: plain };
  const literal = field(item, 'literal');
  if (literal !== undefined) return { literal };
  const family = field(item, 'family');
  const given = field(item, 'given');
  if (family === undefined && given === undefined) return undefined;
  return { literal: [given, family].filter(Boolean).join(' ') };
}

function readWitness(item: unknown): Witness | undefined {
  const siglum = field(item, 'siglum');
  const source = field(item, 'source');
  if (siglum === undefined || source === undefined || !isMap(item)) return undefined;
  const node: unknown = item.get('lines', true);
  if (!isSeq(node)) return undefined;
  const lines: (readonly [number, number])[] = [];
  for (const pair of node.items) {
    if (!isSeq(pair) || pair.items.length !== 2) return undefined;
    const [from, to] = pair.items.map((number) => Number(scalarText(number)));
    if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to)) return undefined;
    lines.push([from, to]);
  }
  return { siglum, source, lines };
}

function readEmendation(item: unknown): Emendation | undefined {
  const at = field(item, 'at');
  const witness = field(item, 'witness');
  const reading = field(item, 'reading');
  const reason = field(item, 'reason');
  if (at === undefined || witness === undefined || reading === undefined || reason === undefined) return undefined;
  return { at, witness, reading, reason };
}

function readDoubt(item: unknown): Doubt | undefined {
  const at = field(item, 'at');
  const text = field(item, 'text');
  const reason = field(item, 'reason');
  return at === undefined || text === undefined || reason === undefined ? undefined : { at, text, reason };
}

function field(item: unknown, name: string): string | undefined {
  return isMap(item) ? scalarText(item.get(name, true)) : undefined;
}

/** The text of a scalar as a person reads it; `undefined` for lists, maps and nothing. */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  // What was written, not what YAML makes of it: `5` in `at: 5`, `1.10` in `at: 1.10`.
  if (typeof node.value !== 'string') return node.source ?? String(node.value);
  return node.value;
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

function problem(
  code: Problem['code'],
  severity: Severity,
  span: Span,
  values: Problem['values'],
): Problem {
  return { code, severity, span, values };
}
