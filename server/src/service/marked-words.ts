import type { Span } from '../core/span.ts';
import { escapeMarkdown } from './markdown.ts';

/** What of an unmarked stretch is shown at each end where a text is too long. */
const ENDS = 24;
/** Widths nothing on the screen, and is a space for Markdown. */
const HAIR_SPACE = '\u200a';

/**
 * A stretch of a text as Markdown in one line, with some places of it between marks (`**` or `~~`). What is longer than
 * `most` is cut, with a sign, where nothing is marked.
 */
export function markedWords(
  text: string,
  { start, end }: Span,
  places: readonly Span[],
  { mark, most }: { readonly mark: '**' | '~~'; readonly most: number },
): string {
  const isLong = end - start > most;
  const parts: string[] = [];
  let at = start;
  const plain = (to: number): void => {
    const words = oneLine(text.slice(at, to));
    parts.push(escapeMarkdown(isLong ? shortened(words, at === start, to === end) : words));
  };
  for (const place of places) {
    if (place.start >= place.end) continue;
    plain(place.start);
    parts.push(marked(oneLine(text.slice(place.start, place.end)), mark));
    at = place.end;
  }
  plain(end);
  return parts.join('').trim();
}

/** Markdown takes a mark beside punctuation for one only where there is a space on its other side. */
function marked(words: string, mark: string): string {
  const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  const characters = [...words];
  const [before, after] = [characters[0], characters.at(-1)].map((each) =>
    isLetter(each) ? '' : HAIR_SPACE,
  );
  return `${before ?? ''}${mark}${escapeMarkdown(words.trim())}${mark}${after ?? ''}`;
}

/** Without the breaks of lines and paragraphs, and the signs that stand at the head of lines. */
function oneLine(words: string): string {
  return words.replace(/[ \t]*[\r\n][\s>]*(?:#{1,6}[ \t]+)?/g, ' ');
}

function shortened(words: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...words];
  const [head, tail] = [isFirst ? 0 : ENDS, isLast ? 0 : ENDS];
  if (characters.length <= head + tail + 1) return words;
  return `${characters.slice(0, head).join('')}…${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}
