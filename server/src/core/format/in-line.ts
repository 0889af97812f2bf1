import { isChinese } from '../script.ts';
import type { Cited, Position } from './cited.ts';
import { isEmpty } from './compose.ts';
import { formatCited, noteKind, type FormatOptions } from './format.ts';
import type { Rich } from './rich.ts';
import type { StyleName } from './style-name.ts';

/**
 * Citations as they stand in the line of a text: in a style that has no notes as the style has them, else what would
 * be the note between parentheses of the draft's script, without its stop. Empty for no citation.
 */
export function formatInLine(
  style: StyleName,
  cited: readonly Cited[],
  position: Position,
  options: FormatOptions,
): Rich {
  const inText = cited.map((each) => ({ ...each, position: inLine(style, each.position ?? position) }));
  const formatted = formatCited(style, inText, position, options);
  return noteKind(style) === 'in-text' ? formatted : inParentheses(formatted, options.language);
}

/** What is right above in the notes is not what is right above in the text; 同前注 names a note that there is none of. */
function inLine(style: StyleName, position: Position): Position {
  if (style === 'cn-law') return 'first';
  return position === 'ibid' ? 'later' : position;
}

/** A note as what it says within a sentence: `（…）` or `(…)`, without the full stop. Nothing around nothing. */
export function inParentheses(note: Rich, language: string): Rich {
  const words = withoutStop(note);
  if (isEmpty(words)) return [];
  const [open, close] = isChinese(language) ? ['（', '）'] : ['(', ')'];
  return [{ text: open }, ...words, { text: close }];
}

/** A note without its full stop, which may stand within the quotation mark at its end. */
export function withoutStop(note: Rich): Rich {
  const last = note.at(-1);
  if (last === undefined) return [];
  const text = last.text.replace(/[.。](?=[”’»]?$)/u, '');
  const before = note.slice(0, -1);
  return text === '' ? before : [...before, { ...last, text }];
}
