import { findCitations, type Citation } from '../core/citation/citations.ts';
import type { Cited } from '../core/format/cited.ts';
import type { Span } from '../core/span.ts';
import { saysPlace } from './change-form-pandoc.ts';
import type { Change, Use } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import type { CitationForm } from './writing.ts';

/**
 * True if after some changes a draft cites in Pandoc's form all that it cited there, and of what was changed just what
 * it is to cite. Only the paragraphs that change are read again.
 */
export function isStillRead(
  { text }: Draft,
  chosen: readonly Use[],
  changes: readonly Change[],
  to: CitationForm,
): boolean {
  return paragraphsAround(text, changes).every((paragraph) => {
    const within = changes.filter(({ start, end }) => paragraph.start <= start && end <= paragraph.end);
    const changed = chosen.filter(({ span }) => paragraph.start <= span.start && span.end <= paragraph.end);
    const before = findCitations(text.slice(paragraph.start, paragraph.end));
    const isChanged = ({ keySpan }: Citation): boolean =>
      changed.some(
        ({ span }) =>
          span.start <= keySpan.start + paragraph.start && keySpan.end + paragraph.start <= span.end,
      );
    const left = findCitations(applied(text, paragraph, within));
    for (const kept of before.filter((citation) => !isChanged(citation)).map(signature)) {
      if (!take(left, (citation) => signature(citation) === kept)) return false;
    }
    const added = to === 'pandoc' ? changed : [];
    const areRead = added.every((use) =>
      use.cited.every((each) => take(left, (citation) => isSame(citation, each, use.cited.length))),
    );
    return areRead && left.length === 0;
  });
}

/** Takes the first that fits out of a list; false if none does. */
function take(citations: Citation[], fits: (citation: Citation) => boolean): boolean {
  const index = citations.findIndex(fits);
  if (index < 0) return false;
  citations.splice(index, 1);
  return true;
}

/** What a citation says, with all that was read with it. */
function signature(citation: Citation): string {
  const { key, prefix, locatorText, suffix, form, groupSize } = citation;
  return JSON.stringify([key, String(groupSize), prefix, locatorText, suffix, form]);
}

function isSame(citation: Citation, cited: Cited, size: number): boolean {
  const isGroup = citation.groupSize === size && citation.prefix === (cited.prefix ?? '');
  return isGroup && saysPlace(citation, cited);
}

/** The paragraphs that hold changes, with what stands up to the blank lines around them. */
function paragraphsAround(text: string, changes: readonly Change[]): Span[] {
  const paragraphs: Span[] = [];
  for (const change of changes) {
    const start = lastBlank(text, change.start);
    const next = /\n[ \t>]*\r?\n/gu;
    next.lastIndex = change.end;
    const end = next.exec(text)?.index ?? text.length;
    const last = paragraphs.at(-1);
    if (last !== undefined && start <= last.end) {
      paragraphs[paragraphs.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else paragraphs.push({ start, end });
  }
  return paragraphs;
}

/** Where the last blank line before an offset ends. */
function lastBlank(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    if (lineStart === 0) return 0;
    const previous = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1);
    if (/^[ \t>]*\r?$/u.test(previous)) return lineStart;
    at = lineStart - 1;
  }
}

function applied(text: string, { start, end }: Span, changes: readonly Change[]): string {
  let result = '';
  let at = start;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at, end);
}
