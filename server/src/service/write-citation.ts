import * as l10n from '@vscode/l10n';
import { composeLink } from '../core/citation/compose-link.ts';
import { composePandoc } from '../core/citation/compose-pandoc.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Cited, Position } from '../core/format/cited.ts';
import { renderRich, styleFor } from '../core/format/format.ts';
import { formatInLine, inParentheses } from '../core/format/in-line.ts';
import type { Rich } from '../core/format/rich.ts';
import { isChinese } from '../core/script.ts';
import { formatNote } from './format-note.ts';
import type { CslMachine } from './format-with-csl.ts';
import type { NoteSettings } from './note-settings.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { END, type Part, type Written } from './write-parts.ts';

/** How notes are formatted for one text. */
export interface Notes {
  readonly machine: CslMachine;
  readonly settings: NoteSettings;
  /** Of the text that cites, BCP 47. */
  readonly language: string;
}

/** `[见 @a，第3段; @b]`: the prefix may be changed, and behind a key without a locator one may be filled in. */
export function pandocCitation(passages: readonly StatementPassage[], prefix: string): Written | Refusal {
  const items = pandocItems(passages, prefix);
  return isRefusal(items) ? items : ['[', ...items, ']', ...endOf(items)];
}

/** The same without its brackets. */
export function pandocItems(passages: readonly StatementPassage[], prefix: string): Written | Refusal {
  const group = composePandoc(passages, prefix);
  if (group === undefined) return { refused: notReadable(passages, prefix) };
  const parts: Part[] = [];
  const open = passages.filter(({ address }) => address === '').length;
  if (group.prefix !== '') parts.push({ stop: open + 1, text: group.prefix }, ' ');
  let stop = 0;
  for (const [i, item] of group.items.entries()) {
    parts.push(i === 0 ? item : `; ${item}`);
    if (passages[i]?.address === '') parts.push({ stop: ++stop, text: '' });
  }
  return parts;
}

/** Where something can be filled in, the cursor comes out at the end. */
export function endOf(written: Written): Written {
  return written.some((part) => typeof part !== 'string') ? [END] : [];
}

function notReadable(passages: readonly StatementPassage[], prefix: string): string {
  if (prefix.trim() !== '' && composePandoc(passages) !== undefined) {
    return l10n.t(
      'After “{0}” Pandoc would not read this citation. Leave brackets, semicolons and @ out of it.',
      prefix.trim(),
    );
  }
  const keys = [...new Set(passages.map(({ statement }) => statement.key))].join(', ');
  return l10n.t('There is no form in which Pandoc reads these passages of {0}. Cite them one by one.', keys);
}

/** `见[《…》第3段](pincite:a#3)`; several links follow one another. */
export function linkCitation(
  passages: readonly StatementPassage[],
  prefix: string,
  language: string,
): Written {
  const links = passages.map((passage) => composeLink(passage, language));
  const lead = renderRich([{ text: prefix.trim() }], 'markdown');
  const gap = lead === '' || /\p{Script=Han}$/u.test(lead) ? '' : ' ';
  return [lead + gap + links.join(isChinese(language) ? '、' : ', ')];
}

/** The formatted citation as it stands in the line. */
export async function inLineCitation(
  passages: readonly StatementPassage[],
  prefix: string,
  { machine, settings, language }: Notes,
): Promise<Written | Refusal> {
  const cited = citedOf(passages, prefix);
  const options = { language };
  if (settings.csl === undefined) {
    const rich = formatInLine(styleFor(settings.style, language), cited, 'first', options);
    return [renderRich(rich, 'markdown')];
  }
  const rich = await formatNote(machine, settings, cited, 'first', options);
  if (isRefusal(rich)) return rich;
  return [renderRich(standsInText(rich) ? rich : inParentheses(rich, language), 'markdown')];
}

/** True if a style prints what stands in the text as it is: between brackets, or as a raised number. */
function standsInText([first]: Rich): boolean {
  return first === undefined || first.superscript === true || /^[([（［〔]/u.test(first.text);
}

/** The text of a note. */
export async function noteCitation(
  cited: readonly Cited[],
  position: Position,
  { machine, settings, language }: Notes,
): Promise<{ readonly text: string } | Refusal> {
  const rich = await formatNote(machine, settings, cited, position, { language });
  return isRefusal(rich) ? rich : { text: renderRich(rich, 'markdown') };
}

/** The passages as a note cites them; what stands before them comes before the first. */
export function citedOf(passages: readonly StatementPassage[], prefix: string): Cited[] {
  return passages.map((passage, i) => (i === 0 && prefix.trim() !== '' ? { ...passage, prefix } : passage));
}
