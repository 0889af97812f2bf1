import { titleInText } from '../core/citation/compose-link.ts';
import { styleFor } from '../core/format/format.ts';
import type { Cited } from '../core/format/cited.ts';
import type { StyleName } from '../core/format/style-name.ts';
import { linkText } from './change-form-links.ts';
import { pandocText } from './change-form-pandoc.ts';
import { noteText, type NoteForm } from './change-form-text.ts';
import type { Use } from './change-form-use.ts';
import { spaceAfter } from './completion-place.ts';
import type { Draft } from './draft.ts';
import { draftLanguage } from './draft-language.ts';
import type { CitationForm } from './writing.ts';

/** What stands in the place of a citation in its new form. Offsets count in the draft as it is. */
export interface Rewritten {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Rewriting {
  readonly to: CitationForm;
  /** With their positions. */
  readonly cited: readonly Cited[];
  /** Of the footnote. */
  readonly label: string;
  readonly form: NoteForm;
}

/** In what language and style a citation of a draft is formatted. */
export function noteFormFor(draft: Draft, cited: readonly Cited[], style: StyleName | 'auto'): NoteForm {
  const language = draftLanguage(draft) ?? cited[0]?.statement.metadata.language ?? 'en';
  return { language, style: styleFor(style, language) };
}

/**
 * A citation in another form. What is a part of its sentence leaves the title there, or its own words. `undefined`
 * where the form cannot say what is cited, or what stands beside it would be read with it.
 */
export function rewrite(draft: Draft, use: Use, rewriting: Rewriting): Rewritten | undefined {
  const { text } = draft;
  const { start, end } = use.span;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const written = writtenFor(text, use, rewriting);
  if (written === undefined) return undefined;
  const { words, citation } = written;
  if (rewriting.to === 'footnote') {
    if (isMisread(line + words, text.slice(end, end + 1))) return undefined;
    const gap = words === '' && hasSpareSpace(line) ? 1 : 0;
    return { start: start - gap, end, text: words + citation };
  }
  if (words === '' && citation.startsWith('[') && followsKey(draft, start)) return undefined;
  const isSpaced = (use.form === 'footnote' || words !== '') && !/^[（^]/u.test(citation);
  return { start, end, text: words + (isSpaced ? spaceAfter(line + words) : '') + citation };
}

interface Parts {
  /** What remains in the sentence; empty for nothing. */
  readonly words: string;
  readonly citation: string;
}

function writtenFor(text: string, use: Use, { to, cited, label, form }: Rewriting): Parts | undefined {
  const [first] = cited;
  if (first === undefined) return undefined;
  const isTextual = use.isTextual && use.words === undefined;
  const title = isTextual ? titleInText(first.statement, form.language) : '';
  const words = use.words ?? title;
  switch (to) {
    case 'footnote':
      return { words, citation: `[^${label}]` };
    case 'inline':
      return partsOf(words, noteText(cited, 'first', 'inline', form));
    case 'link':
      return partsOf(use.words ?? '', linkText(cited, isTextual, form.language));
    case 'pandoc': {
      const textual = isTextual ? pandocText(cited, true) : undefined;
      return textual !== undefined && canStand(textual, text, use)
        ? { words: '', citation: textual }
        : partsOf(words, pandocText(cited, false));
    }
  }
}

function partsOf(words: string, citation: string | undefined): Parts | undefined {
  return citation === undefined || citation === '' ? undefined : { words, citation };
}

/** True right behind a key in running text, to which a bracket would belong. */
function followsKey({ text, citations }: Draft, start: number): boolean {
  const end = text.slice(0, start).trimEnd().length;
  return citations.some(({ form, group }) => form === 'textual' && group.end === end);
}

/** A bare key is none right after a word, and goes on in what follows it. */
function canStand(textual: string, text: string, { span }: Use): boolean {
  const isBehindWord = /[\p{L}\p{N}.]$/u.test(text.slice(Math.max(0, span.start - 2), span.start));
  const goesOn = /^(?:[\p{L}\p{N}_:.#$%&\-+?<>~/]|\s?\[)/u.test(text.slice(span.end, span.end + 2));
  return !isBehindWord && (textual.endsWith(']') || !goesOn);
}

/** True for a space before a citation that is set again where a footnote becomes a citation. */
function hasSpareSpace(line: string): boolean {
  return /\S $/u.test(line) && spaceAfter(line.slice(0, -1)) === ' ';
}

/** True where the mark of a footnote would be read as something else. */
function isMisread(before: string, after: string): boolean {
  const startsLine = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?$/u.test(before);
  return (startsLine && after === ':') || /[\^!\\]$/u.test(before) || /[([{]/u.test(after);
}
