import { isChinese } from '../script.ts';
import type { Statement } from '../statement/model.ts';
import { APA } from './apa.ts';
import { CHICAGO } from './chicago.ts';
import { HISTORY, INTERNATIONAL_RELATIONS, LAW } from './chinese-journals.ts';
import type { Cited, Position } from './cited.ts';
import { tidied } from './compose.ts';
import { draftOf } from './draft.ts';
import { gbAuthorDate, gbNote, gbNumeric } from './gb7714-styles.ts';
import { MARKS_2015, MARKS_2025 } from './gb7714.ts';
import { MLA } from './mla.ts';
import { OSCOLA } from './oscola.ts';
import type { Rich } from './rich.ts';
import { styleNames, type StyleName } from './style-name.ts';
import type { StyleTemplate } from './template.ts';
import { worksOf } from './work.ts';

export { renderRich, type RichFormat } from './render-rich.ts';

export interface FormatOptions {
  /** Of the draft, BCP 47: the words of the style are Chinese, Russian or else English. */
  readonly language: string;
  /** The number of the statement in the list of references, in numeric styles. */
  readonly number?: number;
  /** The day on which the address was opened, an ISO date; styles that name it leave it out where it is absent. */
  readonly accessed?: string;
}

const TEMPLATES: Readonly<Record<StyleName, StyleTemplate>> = {
  'gb7714-2025-note': gbNote(MARKS_2025),
  'gb7714-2025-numeric': gbNumeric(MARKS_2025),
  'gb7714-2025-author-date': gbAuthorDate(MARKS_2025),
  'gb7714-2015-note': gbNote(MARKS_2015),
  'gb7714-2015-numeric': gbNumeric(MARKS_2015),
  'gb7714-2015-author-date': gbAuthorDate(MARKS_2015),
  'cn-international-relations': INTERNATIONAL_RELATIONS,
  'cn-history': HISTORY,
  'cn-law': LAW,
  'chicago-note': CHICAGO,
  apa: APA,
  mla: MLA,
  oscola: OSCOLA,
};

/**
 * One or several citations as a note has them, with its full stop, or as the text has them in styles without notes,
 * with their brackets. Titles and names are in the language of each statement. Empty for no citation.
 */
export function formatCited(
  style: StyleName,
  cited: readonly Cited[],
  position: Position,
  options: FormatOptions,
): Rich {
  return tidied(TEMPLATES[style].cite(worksOf(cited, position), draftOf(options)));
}

/** The entry of a statement in the list of references. */
export function formatEntry(style: StyleName, statement: Statement, options: FormatOptions): Rich {
  return tidied(TEMPLATES[style].entry(statement, draftOf(options)));
}

/** Whether a citation of the style stands in a note or in the text. */
export function noteKind(style: StyleName): 'note' | 'in-text' {
  return TEMPLATES[style].kind;
}

/** The style of a setting; `auto` is the national standard in a Chinese draft, and Chicago in any other. */
export function styleFor(setting: StyleName | 'auto', language: string): StyleName {
  if (setting !== 'auto') return setting;
  return isChinese(language) ? 'gb7714-2025-note' : 'chicago-note';
}

/** The style of this name; `undefined` if there is none. */
export function styleNamed(name: string): StyleName | undefined {
  return styleNames.find((style) => style === name);
}
