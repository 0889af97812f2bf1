import { isOpaque } from '../core/citation/citations.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { fold } from '../core/fold.ts';
import { allSections, findPassage, openingWords } from '../core/passage.ts';
import { isChinese } from '../core/script.ts';
import type { Range, Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { factsOf, shortTitle } from './describe.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { escapeMarkdown } from './markdown.ts';

export interface Completion {
  readonly kind: 'key' | 'section' | 'paragraph';
  readonly label: string;
  /** Beside the label: the title of a key, the opening words of a passage. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What was typed: the server has chosen already, and editors would pass over words in the middle of a Chinese text. */
  readonly filterText: string;
  /** Keeps the order of the statement. */
  readonly sortText: string;
  readonly edit: { readonly range: Range; readonly text: string };
  /** Replaces the comma before a locator by the one that Pandoc leaves alone. */
  readonly commaEdit?: { readonly range: Range; readonly text: string };
}

const KEY = /(?:^|[^\p{L}\p{N}\\])-?@\{?([^\s@{}[\],，;；]*)$/u;
const KEY_IN_BRACKET = /\[[^\]\n]*?-?@\{?([^\s@{}[\],，;；]*)$/u;
const LOCATOR =
  /@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)\}?(\s*[,，]\s*)([^\][,，;；@\n]*)$/u;
const OPENING_LENGTH = 40;
const EXCERPT_LENGTH = 300;
/** More than anybody reads through; typing narrows. */
const MOST = 300;

/** Keys after `@`; the passages of the cited statement after the comma. Empty in code, links and front matter. */
export function completionsAt(library: Library, draft: Draft, offset: number): Completion[] {
  const { start } = draft.lines.lineSpan(draft.lines.positionAt(offset).line);
  const before = draft.text.slice(start, offset);
  const locator = LOCATOR.exec(before);
  const key = KEY.exec(before) ?? KEY_IN_BRACKET.exec(before);
  if ((locator === null && key === null) || isOpaque(draft.markdown, offset)) return [];
  if (locator !== null && before.lastIndexOf('[') > before.lastIndexOf(']')) {
    const statement = library.corpus.byKey(locator[1] ?? '');
    if (statement === undefined) return [];
    const typed = { start: offset - (locator[3] ?? '').length, end: offset };
    const comma = { start: typed.start - (locator[2] ?? '').length, end: typed.start };
    return locatorCompletions(statement, draft, typed, comma);
  }
  return key === null
    ? []
    : keyCompletions(library, draft, { start: offset - (key[1] ?? '').length, end: offset });
}

function keyCompletions({ corpus }: Library, draft: Draft, typed: Span): Completion[] {
  const range = draft.lines.rangeOf(typed);
  const filterText = draft.text.slice(typed.start, typed.end);
  return corpus.statements().flatMap((statement, i) => {
    const { key, metadata } = statement;
    if (!holds([key, shortTitle(statement), metadata.title], filterText)) return [];
    return {
      ...{ kind: 'key', label: key, detail: shortTitle(statement), filterText, sortText: order(i) },
      documentation: [metadata.title, factsOf(statement)].map(escapeMarkdown).join('\n\n'),
      edit: { range, text: key },
    };
  });
}

function locatorCompletions(statement: Statement, draft: Draft, typed: Span, comma: Span): Completion[] {
  const range = draft.lines.rangeOf(typed);
  const filterText = draft.text.slice(typed.start, typed.end);
  const wanted = isChinese(statement.metadata.language) ? '，' : ', ';
  const commaEdit =
    draft.text.slice(comma.start, comma.end) === wanted
      ? {}
      : { commaEdit: { range: draft.lines.rangeOf(comma), text: wanted } };
  const sections = allSections(statement).map(
    ({ address, span }) => ({ kind: 'section', address, span }) as const,
  );
  const paragraphs = statement.paragraphs.map(
    ({ address, span }) => ({ kind: 'paragraph', address, span }) as const,
  );
  const passages = [...sections, ...paragraphs].sort((a, b) => a.span.start - b.span.start);
  const completions: Completion[] = [];
  for (const { kind, address } of passages) {
    if (completions.length >= MOST) break;
    const text = findPassage(statement, address)?.paragraphs[0]?.text;
    const locator = formatLocator(address, statement);
    const words = kind === 'paragraph' ? (text ?? '') : '';
    if (text === undefined || !holds([locator, address, words], filterText)) continue;
    completions.push({
      ...{ kind, label: locator, filterText, sortText: order(completions.length), ...commaEdit },
      detail: openingWords(text, OPENING_LENGTH),
      documentation: escapeMarkdown(openingWords(text, EXCERPT_LENGTH)),
      edit: { range, text: locator },
    });
  }
  return completions;
}

/** True if one of the texts holds what was typed, width, case and marks left out of account. */
function holds(texts: readonly string[], typed: string): boolean {
  const wanted = fold(typed).text;
  return wanted === '' || texts.some((text) => fold(text).text.includes(wanted));
}

function order(index: number): string {
  return String(index).padStart(6, '0');
}
