import { parseDocument, type Document } from 'yaml';
import type { LineIndex } from '../span.ts';
import { problemAt, readFields, type FrontMatterFields } from './front-matter-reader.ts';
import { NO_SPANS } from './front-matter-spans.ts';

/** The fields that the front matter gave; what it did not say, or said in a form that cannot be read, is absent. */
export interface FrontMatter extends FrontMatterFields {
  /** The line on which the text after the front matter starts. */
  readonly bodyLine: number;
}

const OPENING = /^\ufeff?---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const FIELD = /^(?:[A-Za-z][\w-]*[ \t]*:(?:[ \t]|$)|#|---[ \t]*$)/;

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
      problems: [problemAt('front-matter-unclosed', 'error', opening, {})],
    };
  }
  const start = lines.lineSpan(1).start;
  const text = source.slice(start, lines.lineSpan(closing).start).trimEnd();
  const yaml = parseYaml(text);
  if (yaml === undefined) {
    const unreadable = problemAt('front-matter-invalid', 'error', opening, { reason: 'nested too deeply' });
    return { metadata: {}, spans: NO_SPANS, bodyLine: closing + 1, problems: [unreadable] };
  }
  return { ...readFields(yaml, start, opening), bodyLine: closing + 1 };
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
