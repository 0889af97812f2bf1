import type { Cited, Position } from '../core/format/cited.ts';
import { formatCited, renderRich } from '../core/format/format.ts';
import { formatInLine } from '../core/format/in-line.ts';
import type { StyleName } from '../core/format/style-name.ts';

/** Where formatted text stands: as the whole of a footnote, or in the line of the text. */
export type NotePlace = 'footnote' | 'inline';

export interface NoteForm {
  readonly style: StyleName;
  /** BCP 47. */
  readonly language: string;
}

/** Formatted citations as Markdown. Words around them that are Markdown themselves stay what they are. */
export function noteText(
  cited: readonly Cited[],
  position: Position,
  place: NotePlace,
  { style, language }: NoteForm,
): string {
  const format = place === 'inline' ? formatInLine : formatCited;
  const kept: string[] = [];
  const keep = (words: string): string => {
    if (renderRich([{ text: words }], 'markdown') === words) return words;
    // Characters that no text has stand for the words until all is escaped.
    return String.fromCharCode(FIRST_MARK + kept.push(words) - 1);
  };
  const marked = cited.map((each): Cited => ({
    ...each,
    ...(each.prefix === undefined ? {} : { prefix: keep(each.prefix) }),
    ...(each.locatorText === undefined ? {} : { locatorText: keep(each.locatorText) }),
    ...(each.suffix === undefined ? {} : { suffix: keepBehindMark(each.suffix, keep) }),
  }));
  const text = renderRich(format(style, marked, position, { language }), 'markdown');
  return kept.reduce((all, words, i) => all.replace(String.fromCharCode(FIRST_MARK + i), () => words), text);
}

const FIRST_MARK = 0xe000;

/** What decides how a suffix is joined is the mark at its start. */
function keepBehindMark(suffix: string, keep: (words: string) => string): string {
  const mark = /^[,，;；:：、.。]?\s*/u.exec(suffix)?.[0] ?? '';
  return mark + keep(suffix.slice(mark.length));
}

/**
 * A text as it is compared: white space made one, none of it beside Han characters and wide marks, where a line may
 * have been broken.
 */
export function comparable(text: string): string {
  return text
    .replaceAll('\\ ', ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ ?([\p{Script=Han}，。；：、（）《》〈〉「」『』—…“”‘’«»]) ?/gu, '$1');
}
