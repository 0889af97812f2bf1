import type { Problem } from '../problem.ts';
import { languageOf } from '../script.ts';
import { createLineIndex, type LineIndex, type Span } from '../span.ts';
import { readBlocks, type Block } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import type { LineRole } from './lines.ts';
import { readMarker } from './marker.ts';
import type { Metadata, Statement } from './model.ts';
import { isFieldLine, readPlainText, type PlainText } from './plain-head.ts';
import { readStructure } from './structure.ts';

/** A line beyond this many UTF-16 code units is no paragraph of a statement; the file is refused and named. */
export const LONGEST_LINE = 1_000_000;

/** What is true of a statement that says nothing about itself. */
const ABSENT = {
  type: 'document',
  author: [],
  completeness: 'unknown',
  regularised: [],
  witnesses: [],
  emendations: [],
  doubts: [],
} as const;

export interface ParseResult {
  /** Absent where the file cannot be used at all: `problems` then says why. */
  readonly statement?: Statement;
  readonly problems: readonly Problem[];
}

/**
 * Reads a statement, in the format of `corpus/README.md` or as a plain Markdown or text file. Never throws: what is
 * wrong is reported, and as much of the statement as can be trusted stays usable. `uri` is kept, not opened; a
 * file without an `id` takes its key from the file's name.
 */
export function parseStatement(uri: string, source: string): ParseResult {
  const lines = createLineIndex(source);
  const tooLong = lineTooLong(source, lines);
  if (tooLong !== undefined) return { problems: [tooLong] };

  const isEdited = isStatementFile(uri);
  const front = readFrontMatter(source, lines, isEdited);
  // Without its closing line nobody can tell metadata from text.
  if (front.problems.some(({ code }) => code === 'front-matter-unclosed'))
    return { problems: front.problems };
  const problems = [...front.problems];
  const report = (
    code: Problem['code'],
    severity: Problem['severity'],
    span: Span,
    values: Problem['values'] = {},
  ) => {
    problems.push({ code, severity, span, values });
  };
  const head = { start: 0, end: Math.min(lines.lineSpan(0).end, source.length) };

  const blocks = readBlocks(source, lines, front.bodyLine, roleOf);
  const knownTitle = front.metadata.title;
  const { metadata: found, body, colophon } = (isEdited ? readEdited : readPlainText)(blocks, knownTitle);
  const title = front.metadata.title ?? found.title;
  if (title === undefined) report('title-missing', 'warning', front.idSpan ?? head);

  const fileKey = keyOfFile(uri);
  if (isEdited && front.id === undefined) report('key-missing', 'error', head, { key: fileKey });
  const idIsValid = front.id !== undefined && isKey(front.id);
  if (front.id !== undefined && !idIsValid) {
    report('key-invalid', 'error', front.idSpan ?? head, { id: front.id, key: fileKey });
  }

  const structure = readStructure(body);
  for (const problem of structure.problems) problems.push(problem);
  if (structure.paragraphs.length === 0) report('no-text', 'error', head);
  const metadata: Metadata = {
    ...ABSENT,
    // Guessed only where the file does not say it.
    language: front.metadata.language ?? languageOf(source.slice(lines.lineSpan(front.bodyLine).start)),
    ...found,
    ...front.metadata,
    title: title ?? fileKey,
  };
  const key = idIsValid ? (front.id ?? fileKey) : fileKey;
  const statement: Statement = {
    ...{ key, uri, metadata, source, lines },
    keySpan: front.idSpan ?? { start: 0, end: 0 },
    titleSpan: front.titleSpan ?? { start: 0, end: 0 },
    ...{ sections: structure.sections, paragraphs: structure.paragraphs },
    colophon: colophon.map((block) => block.span),
    problems,
  };
  return structure.paragraphs.length === 0 ? { problems } : { statement, problems };
}

/** True for `*.statement.md`, the edited format; other files are read as plain texts. */
export function isStatementFile(uri: string): boolean {
  return /\.statement\.md$/i.test(uri);
}

/** Citation keys are ASCII letters, digits and hyphens, so that every tool downstream reads them whole. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(text);
}

/** A key from a file's name; names without ASCII letters or digits give one made from a hash of the name. */
export function keyOfFile(uri: string): string {
  const encoded = uri.split(/[/\\]/).at(-1) ?? '';
  const name = decode(encoded).replace(/(?:\.statement)?\.[A-Za-z0-9]+$/, '');
  const key = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (key.length >= 3) return key;
  let hash = 5381;
  for (const character of name) hash = ((hash * 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return `statement-${hash.toString(16).padStart(8, '0')}`;
}

function lineTooLong(source: string, lines: LineIndex): Problem | undefined {
  if (source.length <= LONGEST_LINE) return undefined;
  for (let line = 0; line < lines.lineCount; line++) {
    const { start, end } = lines.lineSpan(line);
    if (end - start <= LONGEST_LINE) continue;
    const values = { length: String(end - start), limit: String(LONGEST_LINE) };
    return { code: 'line-too-long', severity: 'error', span: { start, end: start + 1 }, values };
  }
  return undefined;
}

function roleOf(line: string): LineRole {
  if (isFieldLine(line)) return 'stands-alone';
  const marker = readMarker(line, false);
  if (marker === undefined) return 'text';
  const isWhole = marker.kind === 'preamble' || marker.length === line.length || marker.isLoose === true;
  return isWhole ? 'stands-alone' : 'opens';
}

/**
 * In the edited format everything after the last thematic break is the colophon, unless a heading follows it or
 * nothing precedes it. A first `# Title` is read as the title if the front matter gives none or the same.
 */
function readEdited(blocks: readonly Block[], knownTitle?: string): PlainText {
  const [first] = blocks;
  const isTitle = first?.kind === 'heading' && first.level === 1 && (knownTitle ?? first.text) === first.text;
  const metadata = isTitle && first.text !== '' ? { title: first.text } : {};
  const rest = isTitle ? blocks.slice(1) : blocks;
  const at = rest.findLastIndex((block) => block.kind !== 'paragraph');
  const closes = at > 0 && rest[at]?.kind === 'break';
  return closes
    ? { metadata, body: rest.slice(0, at), colophon: rest.slice(at + 1) }
    : { metadata, body: rest, colophon: [] };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
