import * as l10n from '@vscode/l10n';
import { changedLines } from '../core/citation/downstream/changed-lines.ts';
import { findTraps, type BlockTraps } from '../core/citation/downstream/find-traps.ts';
import { safeBlock } from '../core/citation/downstream/safe-form.ts';
import type { Trap, TrapCode, TrapContext } from '../core/citation/downstream/trap.ts';
import type { Range, Span } from '../core/span.ts';
import type { ActionEdit } from './code-actions.ts';
import type { Draft } from './draft.ts';
import type { DraftAction } from './draft-action.ts';
import type { Library } from './library.ts';
import { isSuppressed } from './suppressions.ts';
import { trapContext } from './trap-context.ts';
import { trapName } from './trap-messages.ts';

/** The safe forms of what a range touches, each with the same for the whole document. */
export function trapActions(library: Library, draft: Draft, range: Range): DraftAction[] {
  if (!draft.text.includes('@')) return [];
  const context = trapContext(library, draft);
  const found = findTraps(draft.markdown, context);
  const wanted = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  const here = found.flatMap(({ reading, traps }) => {
    const touched = traps.filter(({ span }) => touches(moved(span, reading.start), wanted));
    return touched.length === 0 ? [] : [{ reading, traps: touched, all: traps }];
  });
  const single = here.flatMap(({ reading, traps, all }) => {
    const sites = [...new Map(traps.map(({ site }) => [`${String(site.start)}-${String(site.end)}`, site]))];
    return sites.flatMap(([, site]) => siteActions({ reading, traps: all }, site, draft, context));
  });
  const codes = new Set(here.flatMap(({ traps }) => traps.map(({ code }) => code)));
  return [...single, ...[...codes].flatMap((code) => everywhere(found, code, draft, context))];
}

/** One action that makes everything safe that can be made so, and that no comment suppresses. */
export function fixAllTraps(library: Library, draft: Draft): DraftAction[] {
  if (!draft.text.includes('@')) return [];
  const context = trapContext(library, draft);
  const found = findTraps(draft.markdown, context);
  const edits = safeEdits(found, () => true, draft, context);
  const title = l10n.t('Bring all citations into forms that Pandoc and other editors read');
  return edits.length === 0 ? [] : [{ kind: 'source.fixAll.pincite', title, edits }];
}

/** The forms that can be written in the place of one citation or bracket. */
function siteActions(
  { reading, traps }: BlockTraps,
  site: Span,
  draft: Draft,
  context: TrapContext,
): DraftAction[] {
  const own = traps.filter(({ span }) => span.start >= site.start && span.end <= site.end);
  const about = own.map(({ code, span }) => ({ code, range: rangeOf(span, reading.start, draft) }));
  const choices = own.find(({ fixes }) => fixes.length > 0)?.fixes.length ?? 0;
  const made = Array.from({ length: choices }, (_, choice) => safeBlock(reading, [site], context, choice));
  return made.flatMap((block, choice): DraftAction[] => {
    const [place] = block?.sites ?? [];
    if (block === undefined || place === undefined) return [];
    const edits = editsOf(reading.text, block.reading.text, reading.start, draft);
    const title = l10n.t('Write “{0}”', wordsAt(block.reading.text, place));
    return [{ kind: 'quickfix', title, edits, about, ...(choice === 0 && { isPreferred: true }) }];
  });
}

/** More than a bracket with two long keys and their locators. */
const LONGEST_TITLE = 120;

/** A form as the title of an action shows it; one that begins with a space goes with the character before that. */
function wordsAt(text: string, { start, end }: Span): string {
  const form = text.slice(start, end).trimEnd().replace(/\s+/g, ' ');
  const before = form.startsWith(' ')
    ? (/.$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '')
    : '';
  const characters = [...before, ...form];
  return characters.length <= LONGEST_TITLE
    ? characters.join('').trim()
    : `${characters.slice(0, LONGEST_TITLE).join('').trim()}…`;
}

/** The same for every place of the document with a trap, where there are several. */
function everywhere(
  found: readonly BlockTraps[],
  code: TrapCode,
  draft: Draft,
  context: TrapContext,
): DraftAction[] {
  const places = found.flatMap(({ reading, traps }) =>
    traps.filter((trap) => trap.code === code).map(({ span }) => rangeOf(span, reading.start, draft)),
  );
  if (places.length < 2) return [];
  const edits = safeEdits(found, (trap) => trap.code === code, draft, context);
  if (edits.length === 0) return [];
  const title = l10n.t('Correct everywhere in this document: {0}', trapName(code));
  return [{ kind: 'quickfix', title, edits, about: places.map((range) => ({ code, range })) }];
}

/** The edits that make what is wanted safe, without the places at which a comment lets something be. */
function safeEdits(
  found: readonly BlockTraps[],
  isWanted: (trap: Trap) => boolean,
  draft: Draft,
  context: TrapContext,
): ActionEdit[] {
  return found.flatMap(({ reading, traps }) => {
    const kept = traps.filter(({ code, span }) => isSuppressed(draft, code, span.start + reading.start));
    const sites = traps
      .filter((trap) => isWanted(trap) && !kept.some(({ site }) => isSame(site, trap.site)))
      .map(({ site }) => site);
    const block = safeBlock(reading, sites, context);
    return block === undefined ? [] : editsOf(reading.text, block.reading.text, reading.start, draft);
  });
}

function editsOf(before: string, after: string, offset: number, draft: Draft): ActionEdit[] {
  return changedLines(before, after).map(({ span, text }) => ({
    range: rangeOf(span, offset, draft),
    text,
  }));
}

function rangeOf(span: Span, offset: number, { lines }: Draft): Range {
  return lines.rangeOf(moved(span, offset));
}

function moved({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
