import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { Problem, Severity } from '../problem.ts';
import type { Span } from '../span.ts';
import type { LineIndex } from '../span.ts';
import {
  readDoubt,
  readEmendation,
  readName,
  readVariant,
  readWitness,
  scalarText,
} from './front-matter-items.ts';
import { NO_SPANS, spansOfItem, type FrontMatterSpans, type ItemSpans } from './front-matter-spans.ts';
import type { Metadata } from './model.ts';

/** The fields that the front matter gave; what it did not say, or said in a form that cannot be read, is absent. */
export interface FrontMatter {
  readonly id?: string;
  readonly idSpan?: Span;
  readonly titleSpan?: Span;
  readonly metadata: Partial<Metadata>;
  readonly spans: FrontMatterSpans;
  /** The line on which the text after the front matter starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const OPENING = /^\ufeff?---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const FIELD = /^(?:[A-Za-z][\w-]*[ \t]*:(?:[ \t]|$)|#|---[ \t]*$)/;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** One mistake of YAML brings others with it: only the first are worth reading. */
const MOST_ERRORS = 3;

/**
 * Reads the YAML front matter at the start of a file; a file without one gives an empty result. Never throws. In a
 * plain file (`isEdited` false) a first line `---` may be a line and no more: there a field must follow it.
 */
export function readFrontMatter(source: string, lines: LineIndex, isEdited: boolean): FrontMatter {
  const textOf = (line: number): string => {
    const { start, end } = lines.lineSpan(line);
    return source.slice(start, end);
  };
  const isPresent = lines.lineCount > 1 && OPENING.test(textOf(0)) && (isEdited || FIELD.test(textOf(1)));
  if (!isPresent) return { metadata: {}, spans: NO_SPANS, bodyLine: 0, problems: [] };
  const opening = lines.lineSpan(0);
  let closing = 1;
  while (closing < lines.lineCount && !CLOSING.test(textOf(closing))) closing++;
  if (closing === lines.lineCount) {
    return {
      metadata: {},
      spans: NO_SPANS,
      bodyLine: 1,
      problems: [problem('front-matter-unclosed', 'error', opening, {})],
    };
  }
  const start = lines.lineSpan(1).start;
  const text = source.slice(start, lines.lineSpan(closing).start).trimEnd();
  const yaml = parseYaml(text);
  if (yaml === undefined) {
    const unreadable = problem('front-matter-invalid', 'error', opening, { reason: 'nested too deeply' });
    return { metadata: {}, spans: NO_SPANS, bodyLine: closing + 1, problems: [unreadable] };
  }
  return { ...createReader(yaml, start, opening).read(), bodyLine: closing + 1 };
}

/** `undefined` if the library gives up on the text, as it does on very deep nesting. */
function parseYaml(text: string): Document.Parsed | undefined {
  try {
    // The library's own check for keys that stand twice takes quadratic time.
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  } catch {
    return undefined;
  }
}

function createReader(yaml: Document.Parsed, offset: number, whole: Span) {
  const problems: Problem[] = yaml.errors.slice(0, MOST_ERRORS).map((error) =>
    problem('front-matter-invalid', 'error', shift(error.pos, offset), {
      reason: firstLine(error.message),
    }),
  );
  const spanOf = (node: unknown): Span => {
    const range = (node as Node | undefined)?.range;
    return range ? shift([range[0], range[1]], offset) : whole;
  };
  const refuse = (node: unknown, field: string, expected: Expected): void => {
    problems.push(problem('front-matter-field', 'warning', spanOf(node), { field, expected }));
  };
  const fields = new Map<string, unknown>();
  if (isMap(yaml.contents)) {
    for (const pair of yaml.contents.items as Pair[]) {
      if (!isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
      const name = pair.key.value;
      if (!fields.has(name)) fields.set(name, pair.value);
      else
        problems.push(
          problem('front-matter-invalid', 'error', spanOf(pair.key), { reason: `a second “${name}”` }),
        );
    }
  } else if (yaml.contents !== null && problems.length === 0) {
    problems.push(problem('front-matter-invalid', 'error', whole, { reason: 'not a list of fields' }));
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

  return {
    read: (): Omit<FrontMatter, 'bodyLine'> => {
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
    },
  };
}

/** What a field must look like; `service/messages.ts` puts it into words. */
export type Expected =
  'text' | 'date' | 'names' | 'words' | 'completeness' | 'witnesses' | 'emendations' | 'doubts' | 'variants';

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

function problem(code: Problem['code'], severity: Severity, span: Span, values: Problem['values']): Problem {
  return { code, severity, span, values };
}
