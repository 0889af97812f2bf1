import type { Cited, Position } from '../core/format/cited.ts';
import { formatCited, formatEntry, styleFor, type FormatOptions } from '../core/format/format.ts';
import type { Rich } from '../core/format/rich.ts';
import type { Statement } from '../core/statement/model.ts';
import { citeWithCsl, listWithCsl, type CslMachine } from './format-with-csl.ts';
import type { NoteSettings } from './note-settings.ts';
import type { Refusal } from './refusal.ts';

/**
 * The formatted citation of some passages, as a note has it or, in styles without notes, the text: by the user's CSL
 * file if there is one, else in the style of the settings. Refuses where Pandoc or the CSL file cannot be used.
 */
export async function formatNote(
  machine: CslMachine,
  settings: NoteSettings,
  cited: readonly Cited[],
  position: Position,
  options: FormatOptions,
): Promise<Rich | Refusal> {
  const { csl, pandocPath, style } = settings;
  if (csl !== undefined) return citeWithCsl(machine, { csl, pandocPath }, cited, position, options);
  return formatCited(styleFor(style, options.language), cited, position, options);
}

/** The entry of a statement in a list of references, formatted likewise. */
export async function formatListEntry(
  machine: CslMachine,
  settings: NoteSettings,
  statement: Statement,
  options: FormatOptions,
): Promise<Rich | Refusal> {
  const { csl, pandocPath, style } = settings;
  if (csl !== undefined) return listWithCsl(machine, { csl, pandocPath }, statement, options);
  return formatEntry(styleFor(style, options.language), statement, options);
}
