import * as l10n from '@vscode/l10n';
import { toCslItem, type CslItem } from '../core/csl/csl-item.ts';
import type { Cited, Position } from '../core/format/cited.ts';
import type { FormatOptions } from '../core/format/format.ts';
import type { Rich } from '../core/format/rich.ts';
import type { Statement } from '../core/statement/model.ts';
import { citationDocument, hasCslLocator, listDocument } from './csl-document.ts';
import { readCslStyle, type CslStyle } from './csl-style.ts';
import type { NoteSettings } from './note-settings.ts';
import { isNode, listOf, richOfInlines } from './pandoc-inlines.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { runCiteproc, type Blocks, type CslMachine } from './run-citeproc.ts';

export type { CslMachine } from './run-citeproc.ts';

type CslSettings = Pick<NoteSettings, 'pandocPath'> & { readonly csl: NonNullable<NoteSettings['csl']> };

/** The citation of some passages in the user's CSL style, its locators kept. */
export async function citeWithCsl(
  machine: CslMachine,
  settings: CslSettings,
  cited: readonly Cited[],
  position: Position,
  options: FormatOptions,
): Promise<Rich | Refusal> {
  const style = await readCslStyle(machine.files, settings.csl);
  if (isRefusal(style)) return style;
  const ask = asker(machine, settings, style, options);
  const isStructured = await showsLocators(ask, cited);
  if (typeof isStructured !== 'boolean') return isStructured;
  const before = Math.max((options.number ?? 1) - 1, 0);
  const note = await ask(cited, position, isStructured, before);
  if (isRefusal(note) || position === 'first' || !countsNotes(style)) return note;
  // A later note that names the number of the first would name a wrong one: nobody knows it here.
  const elsewhere = await ask(cited, position, isStructured, before + 1);
  if (isRefusal(elsewhere) || plain(elsewhere) === plain(note)) return note;
  return ask(cited, 'first', isStructured, before);
}

/** The entry of a statement in a list of references in the user's CSL style. */
export async function listWithCsl(
  machine: CslMachine,
  settings: CslSettings,
  statement: Statement,
  options: FormatOptions,
): Promise<Rich | Refusal> {
  const style = await readCslStyle(machine.files, settings.csl);
  if (isRefusal(style)) return style;
  const document = listDocument(statement.key, itemsOf([statement], options), options);
  const answer = await runCiteproc(machine, settings.pandocPath, style, document);
  if (isRefusal(answer)) return answer;
  const entry = entryOf(answer, statement.key);
  return entry.length > 0
    ? entry
    : { refused: l10n.t('The CSL style {0} has no list of references.', settings.csl.asked) };
}

type Ask = (
  cited: readonly Cited[],
  position: Position,
  isStructured: boolean,
  notesBefore: number,
) => Promise<Rich | Refusal>;

function asker(machine: CslMachine, settings: CslSettings, style: CslStyle, options: FormatOptions): Ask {
  return async (cited, position, isStructured, notesBefore) => {
    const items = itemsOf(
      cited.map(({ statement }) => statement),
      options,
    );
    const document = citationDocument({ items, cited, position, options, isStructured, notesBefore });
    const answer = await runCiteproc(machine, settings.pandocPath, style, document);
    if (isRefusal(answer)) return answer;
    const citation = citationOf(answer);
    return citation.length > 0
      ? citation
      : { refused: l10n.t('The CSL style {0} prints nothing for a citation.', settings.csl.asked) };
  };
}

/**
 * Whether the style prints the locators that CSL has a name for. One that it drops changes nothing in what is printed:
 * then all are kept as words.
 */
async function showsLocators(ask: Ask, cited: readonly Cited[]): Promise<boolean | Refusal> {
  for (const each of cited.filter(hasCslLocator)) {
    const { statement } = each;
    const [withIt, without] = await Promise.all([
      ask([{ statement, address: each.address }], 'first', true, 0),
      ask([{ statement, address: '' }], 'first', true, 0),
    ]);
    if (isRefusal(withIt)) return withIt;
    if (isRefusal(without)) return without;
    if (plain(withIt) === plain(without)) return false;
  }
  return true;
}

function countsNotes({ text }: CslStyle): boolean {
  return text.includes('first-reference-note-number');
}

function plain(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}

/** The statements as CSL items, each once. */
function itemsOf(
  statements: readonly Statement[],
  { accessed }: FormatOptions,
): readonly (CslItem | Readonly<Record<string, unknown>>)[] {
  const items = [...new Set(statements)].map(toCslItem);
  const [year, month, day] = (accessed ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return items;
  return items.map((item) => ({ ...item, accessed: { 'date-parts': [[year, month, day]] } }));
}

/** The words of the last citation: those of its note if it has one. */
function citationOf({ blocks }: Blocks): Rich {
  const paragraph = blocks.filter(isNode).findLast(({ t }) => t === 'Para' || t === 'Plain');
  const [, words] = listOf(listOf(paragraph?.c).find(isCite)?.c);
  const note = listOf(words)
    .filter(isNode)
    .find(({ t }) => t === 'Note');
  return note === undefined ? richOfInlines(words) : listOf(note.c).flatMap(paragraphText);
}

function isCite(node: unknown): node is { readonly t: 'Cite'; readonly c: unknown } {
  return isNode(node) && node.t === 'Cite';
}

function paragraphText(block: unknown): Rich {
  return isNode(block) && (block.t === 'Para' || block.t === 'Plain') ? richOfInlines(block.c) : [];
}

/** An entry of the list of references: `Div refs` › `Div ref-key` › paragraphs. */
function entryOf({ blocks }: Blocks, key: string): Rich {
  const [, entries] = listOf(blocks.find((block): block is DivNode => isDiv(block, 'refs'))?.c);
  const entry = listOf(entries).find((block): block is DivNode => isDiv(block, `ref-${key}`));
  return listOf(listOf(entry?.c)[1]).flatMap(paragraphText);
}

interface DivNode {
  readonly t: 'Div';
  readonly c: unknown;
}

function isDiv(block: unknown, id: string): block is DivNode {
  return isNode(block) && block.t === 'Div' && listOf(listOf(block.c)[0])[0] === id;
}
