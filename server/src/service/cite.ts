import { formatCitation } from '../core/citation/format-citation.ts';
import type { BibliographyFormat } from '../core/csl/bibliography-format.ts';
import { writeBibliography } from '../core/csl/write-bibliography.ts';
import type { Position } from '../core/format/cited.ts';
import { renderRich, type FormatOptions } from '../core/format/format.ts';
import type { StyleName } from '../core/format/style-name.ts';
import type { Passage } from '../core/passage.ts';
import { formatListEntry, formatNote } from './format-note.ts';
import type { Library } from './library.ts';
import type { NoteSettings } from './note-settings.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { CslMachine } from './run-citeproc.ts';
import { findTarget } from './target.ts';

/** What a citation is printed as. */
export interface CiteOptions extends Omit<NoteSettings, 'style'> {
  /** `pandoc` for the citation as it is written into Markdown; of no account where there is a CSL file. */
  readonly style: StyleName | 'auto' | 'pandoc';
  readonly format: TextFormat | BibliographyFormat;
  /** `entry` for the list of references. */
  readonly position: Position | 'entry';
  /** Of the text that cites; the statement's own if absent. */
  readonly language?: string;
  /** Of the reference, in numeric styles. */
  readonly number?: number;
  /** When the statement was looked at, `YYYY-MM-DD`, for styles that print it. */
  readonly accessed?: string;
}

export type TextFormat = 'markdown' | 'text' | 'html';

/** The citation of a passage, or of a whole statement for an empty address, as it is written into Markdown. */
export function citePassage(
  library: Library,
  key: string,
  address: string,
): { readonly text: string } | Refusal {
  const passage = findTarget(library, key, address);
  return isRefusal(passage) ? passage : { text: formatCitation(passage.statement, passage.address) };
}

/** The citation of a passage in a style and a format. A bibliographic format describes the statement alone. */
export async function citeAs(
  library: Library,
  machine: CslMachine,
  key: string,
  address: string,
  options: CiteOptions,
): Promise<{ readonly text: string } | Refusal> {
  const passage = findTarget(library, key, address);
  if (isRefusal(passage)) return passage;
  const { format, style, csl } = options;
  if (!isTextFormat(format)) return { text: writeBibliography(format, [passage.statement]).trimEnd() };
  if (style === 'pandoc' && csl === undefined) {
    // It is Markdown, and the same characters in each format: Pandoc renders it, nobody else.
    const text = formatCitation(passage.statement, passage.address);
    return { text: format === 'html' ? renderRich([{ text }], 'html') : text };
  }
  const rich = await formatPassage(machine, passage, options);
  return isRefusal(rich) ? rich : { text: renderRich(rich, format) };
}

function formatPassage(machine: CslMachine, { statement, address }: Passage, options: CiteOptions) {
  const { style, position, language = statement.metadata.language, number, accessed } = options;
  const settings = { ...options, style: style === 'pandoc' ? ('auto' as const) : style };
  const formatOptions: FormatOptions = {
    language,
    ...(number !== undefined && { number }),
    ...(accessed !== undefined && { accessed }),
  };
  return position === 'entry'
    ? formatListEntry(machine, settings, statement, formatOptions)
    : formatNote(machine, settings, [{ statement, address }], position, formatOptions);
}

function isTextFormat(format: CiteOptions['format']): format is TextFormat {
  return format === 'markdown' || format === 'text' || format === 'html';
}
