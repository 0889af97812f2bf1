import type { InlineBlock } from '../core/citation/inline-block.ts';
import { parseMarkdown, type MarkdownDocument } from '../core/citation/markdown-document.ts';
import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Span } from '../core/span.ts';
import type { Draft } from './draft.ts';

/** The footnotes of a draft in document order, as Pandoc reads them; none in code or front matter. */
export interface Footnotes {
  /** `[^1]` in the text; also one that nothing defines, which Pandoc prints as it stands. */
  readonly references: readonly FootnoteReference[];
  readonly definitions: readonly FootnoteDefinition[];
  /** Notes that stand in the line, `^[…]`: the whole of each. */
  readonly inlineNotes: readonly Span[];
}

export interface FootnoteReference {
  readonly label: string;
  readonly span: Span;
}

export interface FootnoteDefinition {
  readonly label: string;
  /** `[^1]: …` with all that belongs to it, without the line break at its end. */
  readonly span: Span;
  /** What stands after the colon and the spaces behind it. */
  readonly contentSpan: Span;
  /** True if it is one paragraph, and stands in no quotation or list. */
  readonly isPlain: boolean;
}

/** One version of a draft does not change. */
const footnotes = new WeakMap<Draft, Footnotes>();

export function footnotesOf(draft: Draft): Footnotes {
  const known = footnotes.get(draft);
  if (known !== undefined) return known;
  const found = draft.text.includes('[^') || draft.text.includes('^[') ? find(draft.markdown) : NONE;
  footnotes.set(draft, found);
  return found;
}

/** True if an offset lies in a footnote: in a definition, or within `^[…]`. */
export function isInFootnote(draft: Draft, offset: number): boolean {
  const { definitions, inlineNotes } = footnotesOf(draft);
  return (
    definitions.some(({ span: { start, end } }) => start < offset && offset <= end) ||
    inlineNotes.some(({ start, end }) => start < offset && offset < end)
  );
}

/**
 * A label for a new footnote: the number after the highest in use, `taken` being labels that are about to be. No
 * note of the draft changes its label.
 */
export function nextLabel(draft: Draft, taken: Iterable<string> = []): string {
  const { references, definitions } = footnotesOf(draft);
  let highest = 0;
  for (const label of [...[...references, ...definitions].map((each) => each.label), ...taken]) {
    if (/^\d{1,9}$/.test(label)) highest = Math.max(highest, Number(label));
  }
  return String(highest + 1);
}

/** Where a new definition goes: `before` and `after` part it from the text around it. */
export interface DefinitionPlace {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The place for the definition of a new footnote: behind the last one of the draft, else at its end, but never before
 * the offset `behind`, where the text is that refers to it. `undefined` where nothing written there would be a
 * footnote, as after a fence of code that is never closed. Several definitions go to one place with
 * `definitionSeparator` between them.
 */
export function definitionPlace(draft: Draft, behind = 0): DefinitionPlace | undefined {
  const { text } = draft;
  const eol = eolOf(text);
  const last = lastTopDefinition(draft);
  if (last !== undefined) return { offset: last.span.end, before: definitionSeparator(draft), after: '' };
  const offset = Math.max(text.trimEnd().length, Math.min(behind, text.length));
  const before = text.slice(0, offset).trim() === '' ? '' : eol + eol;
  const place = { offset, before, after: '' };
  return isRead(text, place) ? place : undefined;
}

/** What stands between two definitions: an empty line, or none if the draft writes them so. */
export function definitionSeparator(draft: Draft): string {
  const { text } = draft;
  const eol = eolOf(text);
  const tops = footnotesOf(draft).definitions.filter(({ isPlain }) => isPlain);
  const [last, previous] = [tops.at(-1), tops.at(-2)];
  const isClose =
    last !== undefined &&
    previous !== undefined &&
    last === lastTopDefinition(draft) &&
    /^[ \t]*\r?\n[ \t]*$/.test(text.slice(previous.span.end, last.span.start));
  return isClose ? eol : eol + eol;
}

const NONE: Footnotes = { references: [], definitions: [], inlineNotes: [] };
const DEFINITION = /^ {0,3}\[\^([^\s^[\]]{1,200})\]:[ \t]*/;
const REFERENCE = /^\[\^([^\s^[\]]+)\]$/;

function find(document: MarkdownDocument): Footnotes {
  const references: FootnoteReference[] = [];
  const definitions: FootnoteDefinition[] = [];
  const inlineNotes: Span[] = [];
  const inDocument = (block: InlineBlock, { start, end }: Span): Span => ({
    start: start + block.start,
    end: end + block.start,
  });
  for (const { block, scan } of scanDocument(document)) {
    const definition = readDefinition(document.source, block);
    if (definition !== undefined) definitions.push(definition);
    for (const hidden of scan.hidden) {
      const span = inDocument(block, hidden);
      const label = REFERENCE.exec(
        document.source.slice(span.start, Math.min(span.end, span.start + 1000)),
      )?.[1];
      const isOwn = definition !== undefined && span.end <= definition.contentSpan.start;
      if (label !== undefined && !isOwn) references.push({ label, span });
    }
    inlineNotes.push(...scan.notes.map((note) => inDocument(block, note)));
  }
  return { references, definitions, inlineNotes };
}

/** The definition that a block begins; `undefined` if it begins none. */
function readDefinition(source: string, { start, text }: InlineBlock): FootnoteDefinition | undefined {
  const match = DEFINITION.exec(text.slice(0, 300));
  const label = match?.[1];
  if (match === null || label === undefined) return undefined;
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const isTop = source.slice(lineStart, start).trim() === '';
  const paragraphEnd = start + text.trimEnd().length;
  const end = isTop ? continuedEnd(source, paragraphEnd) : paragraphEnd;
  const contentStart = Math.min(start + match[0].length, end);
  return {
    label,
    span: { start: start + (/^ */.exec(text)?.[0].length ?? 0), end },
    contentSpan: { start: contentStart, end },
    isPlain: isTop && end === paragraphEnd,
  };
}

/** A footnote goes on in paragraphs that are indented by four spaces or a tab. */
function continuedEnd(source: string, from: number): number {
  const continued = /(?:[ \t]*\r?\n)+(?: {4}|\t)[ \t]*\S[^\n]*(?:\n[ \t]*\S[^\n]*)*/y;
  let end = from;
  for (;;) {
    continued.lastIndex = end;
    const match = continued.exec(source);
    if (match === null) return end;
    end += match[0].trimEnd().length;
  }
}

function lastTopDefinition(draft: Draft): FootnoteDefinition | undefined {
  const { text } = draft;
  return footnotesOf(draft).definitions.findLast(
    ({ span }) => text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start).trim() === '',
  );
}

/** True if a definition at a place would be read as one. Only what hides text can be in the way. */
function isRead(text: string, { offset, before, after }: DefinitionPlace): boolean {
  if (!/```|~~~|<!--|<\?|\$\$|<(?:pre|script|style|textarea)/i.test(text)) return true;
  const label = 'pincite-place';
  const written = `${text.slice(0, offset)}${before}[^${label}]: x${after}${text.slice(offset)}`;
  return find(parseMarkdown(written)).definitions.some((each) => each.label === label);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
