import { quoted, type QuotationMarks } from '../core/quotation-marks.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { inScriptOf } from '../core/traditional.ts';
import { escapeMarkdown } from './markdown.ts';
import type { CheckedQuotation } from './quotations.ts';

/** By the mark that opens a quotation: the marks around it, and those of quotations within it. */
const MARKS = new Map<string, QuotationMarks>([
  ['“', { outer: ['“', '”'], inner: ['‘', '’'] }],
  ['「', { outer: ['「', '」'], inner: ['『', '』'] }],
  ['『', { outer: ['『', '』'], inner: ['「', '」'] }],
  ['«', { outer: ['«', '»'], inner: ['„', '“'] }],
  ['„', { outer: ['„', '“'], inner: ['‚', '‘'] }],
  ['‹', { outer: ['‹', '›'], inner: ['«', '»'] }],
  ['"', { outer: ['"', '"'], inner: ["'", "'"] }],
  ['〝', { outer: ['〝', '〞'], inner: ['‘', '’'] }],
]);

/** The words of a stretch of a statement as they are written in a quotation of a draft: as `sourceWords`, in its script. */
export function wordsFor(draft: string, checked: CheckedQuotation, source: Span): string {
  const { start, end } = checked.quotation.span;
  const own = draft.slice(start, end);
  return wordsIn(draft, checked, source, (words) => inScriptOf(own, words));
}

/**
 * The words of a stretch of a statement, in one line, with the marks of quotations within it as the marks of the
 * quotation want them.
 */
export function sourceWords(draft: string, checked: CheckedQuotation, source: Span): string {
  return wordsIn(draft, checked, source, (words) => words);
}

/** `written` gives another form of the same length; what a character becomes may depend on those beside it. */
function wordsIn(
  draft: string,
  { quotation, judgement }: CheckedQuotation,
  { start, end }: Span,
  written: (words: string) => string,
): string {
  const { place } = judgement;
  if (place === undefined) return '';
  const { statement, spans } = place;
  const { kind, span } = quotation;
  const own = draft.slice(span.start, span.end);
  const from = Math.min(start, spans[0]?.start ?? start);
  const to = Math.max(end, spans.at(-1)?.end ?? end);
  const source = statement.source.slice(from, to);
  const marked = withMarks(source, kind, own);
  const whole = written(marked);
  const words =
    whole.length === marked.length
      ? whole.slice(start - from, end - from)
      : written(marked.slice(start - from, end - from));
  return oneLine(statement, words);
}

/** Every character of words that Markdown or Pandoc would take for markup, with a backslash before it. */
export function asMarkdown(words: string): string {
  return escapeMarkdown(words).replace(/[@^]/g, '\\$&');
}

/** The same text, of the same length, with other marks of quotations. */
function withMarks(source: string, kind: CheckedQuotation['quotation']['kind'], own: string): string {
  if (kind === 'marks') {
    const marks = MARKS.get(own.charAt(0));
    return marks === undefined ? source : quoted(source, marks).slice(1, -1);
  }
  // A block has no marks of its own: those within it are of the first level.
  const marks = own.includes('「') ? MARKS.get('「') : undefined;
  if (marks === undefined) return source;
  return quoted(source, { outer: marks.inner, inner: marks.outer }).slice(1, -1);
}

/** Without the breaks between paragraphs, the signs of headings, and the breaks of wrapped lines. */
function oneLine({ metadata }: Statement, words: string): string {
  const gap = /^(?:zh|ja)\b/i.test(metadata.language) ? '' : ' ';
  return words.replace(/\s*[\r\n]+\s*(?:#{1,6}[ \t]+)?/g, gap);
}
