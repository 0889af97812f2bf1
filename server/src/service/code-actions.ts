import * as l10n from '@vscode/l10n';
import type { Variant } from '../core/collation/collate.ts';
import type { Range, Span } from '../core/span.ts';
import { changeList, scalar, type Change } from '../core/statement/front-matter-edit.ts';
import type { Statement } from '../core/statement/model.ts';
import { adoptReading } from './adopt-reading.ts';
import type { Collated, Collations } from './collations.ts';
import { draftEmendation, type EmendationDraft } from './declare-emendation.ts';
import { overlaps } from './doubtful.ts';
import type { Library } from './library.ts';
import { settle } from './settle.ts';
import { readingsOf, shortened, type WitnessReading } from './variant-words.ts';

/** Something that can be done at a place of a file. */
export interface Action {
  readonly title: string;
  readonly uri: string;
  readonly edits: readonly ActionEdit[];
}

export interface ActionEdit {
  readonly range: Range;
  readonly text: string;
  /** The same with `${1:…}` where the user is to write, for editors that know snippets; absent where there is nothing to fill in. */
  readonly snippet?: string;
}

export interface ActionOptions {
  /** Whether the editor can lead the user through what is to be filled in. */
  readonly snippets: boolean;
}

/** What can be done with the variants at a place of a statement file; none in any other file. */
export async function actionsAt(
  { corpus }: Library,
  collations: Collations,
  uri: string,
  range: Range,
  options: ActionOptions,
): Promise<Action[]> {
  const statement = corpus.byUri(uri);
  const collated = statement && (await collations.of(statement));
  if (statement === undefined || collated === undefined) return [];
  const { lines } = statement;
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  return collated.collation.variants
    .filter((variant) => touches(variant.span, span))
    .flatMap((variant) => actionsOf(statement, collated, variant, options));
}

/** A cursor beside a variant is at it, too: where words are left out there is nothing else to touch. */
function touches(variant: Span, span: Span): boolean {
  return overlaps(variant, span) || variant.end === span.start || variant.start === span.end;
}

function actionsOf(
  statement: Statement,
  collated: Collated,
  variant: Variant,
  options: ActionOptions,
): Action[] {
  const readings = readingsOf(collated, variant);
  const others = readings.filter(({ isSame }) => !isSame);
  if (others.length === 0) return [];
  const adopted = others.flatMap((reading): Action[] => {
    const changes = adoptReading(statement, collated, variant, reading);
    return changes === undefined ? [] : [toAction(statement, adoptTitle(reading), changes)];
  });
  return [...adopted, ...emendations(statement, collated, variant, readings, options)];
}

function adoptTitle({ siglum, words }: WitnessReading): string {
  return words === ''
    ? l10n.t('Adopt the reading of witness {0}: leave the words out', siglum)
    : l10n.t('Adopt the reading of witness {0}: “{1}”', siglum, shortened(words));
}

/**
 * Where the text departs from all witnesses, the emendation as it stands, but for its reason. Where it follows one of
 * them the user is still to say what it shall read: the editor must be able to ask.
 */
function emendations(
  statement: Statement,
  collated: Collated,
  variant: Variant,
  readings: readonly WitnessReading[],
  { snippets }: ActionOptions,
): Action[] {
  const followed = readings.find(({ isSame }) => isSame);
  const base = followed ?? readings[0];
  if (base === undefined || (followed !== undefined && !snippets)) return [];
  const draft = draftEmendation(statement, collated, variant, base);
  if (draft === undefined) return [];
  const isOpen = followed !== undefined;
  const fields = fillIn(draft, isOpen);
  const [item] = changeList(statement, 'emendations', [], [fields]) ?? [];
  const changes = item && settle(statement, collated, [{ ...item, text: withoutMarks(item.text) }]);
  if (item === undefined || changes === undefined) return [];
  const title = l10n.t('Declare an emendation of “{0}”…', shortened(draft.witness));
  const { edits, ...action } = toAction(statement, title, changes);
  if (!snippets) return [{ ...action, edits }];
  const [first, ...others] = edits.map((edit, i) =>
    i === 0 ? { ...edit, snippet: toSnippet(item.text) } : edit,
  );
  if (first === undefined) return [];
  const words = marked(draft.parts[1], 1);
  const place = {
    ...{ range: statement.lines.rangeOf(variant.span), text: draft.parts[1] },
    snippet: toSnippet(words),
  };
  return [{ ...action, edits: isOpen ? [first, place, ...others] : [first, ...others] }];
}

/** The lines of an item, with marks around what the user is to write: the words that vary, and the reason. */
function fillIn({ at, witness, reading, parts }: EmendationDraft, isOpen: boolean): string[] {
  const [before, words, behind] = parts;
  return [
    `at: ${JSON.stringify(at)}`,
    `witness: ${scalar(witness)}`,
    `reading: ${scalar(isOpen ? `${before}${marked(words, 1)}${behind}` : reading)}`,
    `reason: ${scalar(marked(l10n.t('Say why.'), 2))}`,
  ];
}

/** Characters that no text has stand for the ends of a placeholder until all is escaped. */
const MARKS = ['\ue000', '\ue001', '\ue002'] as const;

function marked(words: string, stop: 1 | 2): string {
  return `${MARKS[stop]}${words}${MARKS[0]}`;
}

function withoutMarks(text: string): string {
  return text.replace(/[\ue000-\ue002]/g, '');
}

function toSnippet(text: string): string {
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replaceAll(MARKS[1], '${1:')
    .replaceAll(MARKS[2], '${2:')
    .replaceAll(MARKS[0], '}');
}

function toAction(statement: Statement, title: string, changes: readonly Change[]): Action {
  const edits = changes.map(({ span, text }) => ({ range: statement.lines.rangeOf(span), text }));
  return { title, uri: statement.uri, edits };
}
