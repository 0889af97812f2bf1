import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { QuotedPlace } from '../core/quotation/judge.ts';
import { correcting } from './correct-citation.ts';
import type { Draft } from './draft.ts';
import type { ActionEdit } from './code-actions.ts';
import type { DraftAction } from './draft-action.ts';
import type { CslMachine } from './format-with-csl.ts';
import type { Library } from './library.ts';
import type { QuotationFindingOptions } from './quotation-findings.ts';
import { isMended } from './quotation-fix.ts';
import { placeInWords, placesOf } from './quotation-places.ts';
import type { CheckedQuotation } from './quotations.ts';
import type { Reference } from './reference.ts';
import { isRefusal } from './refusal.ts';
import type { TextEdit } from './text-edit.ts';
import type { QuotationPieces } from './told-quotations.ts';
import { plainText } from './write-parts.ts';
import { writeIntoGroup } from './write-group.ts';
import { writeIntoDraft } from './write.ts';
import type { CitationForm, WritingSettings } from './writing.ts';

export interface PlaceActionPieces extends QuotationPieces {
  readonly library: Library;
  readonly machine: CslMachine;
}

export interface QuotationActionOptions extends QuotationFindingOptions {
  /** How a citation is written that is added. */
  readonly writing: WritingSettings;
}

/** So many places are offered. */
const MOST_PLACES = 5;

/** The ways to cite a quotation where it stands: those of the cited statement first, then the newest. */
export async function placeActions(
  pieces: PlaceActionPieces,
  draft: Draft,
  told: readonly CheckedQuotation[],
  checked: CheckedQuotation,
  options: QuotationActionOptions,
): Promise<DraftAction[]> {
  const { quotation, judgement } = checked;
  const code = quotation.anchor === undefined ? 'quote-uncited' : 'quote-misplaced';
  const isDue = quotation.anchor === undefined || judgement.verdict === 'misplaced';
  if (!isDue || options.levels[code] === 'off') return [];
  const actions: DraftAction[] = [];
  for (const place of placesOf(checked).slice(0, MOST_PLACES)) {
    const action =
      quotation.anchor === undefined
        ? await adding(pieces, draft, checked, place, options)
        : await correctingOne(pieces, draft, told, checked, place, options);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

/**
 * The citation with the place in the stead of what it names. Where other quotations rely on that, or where of several
 * nobody can tell which is meant, the place is cited as well.
 */
async function correctingOne(
  pieces: PlaceActionPieces,
  draft: Draft,
  told: readonly CheckedQuotation[],
  checked: CheckedQuotation,
  place: QuotedPlace,
  options: QuotationActionOptions,
): Promise<DraftAction | undefined> {
  const { anchor } = checked.quotation;
  if (anchor === undefined) return undefined;
  const passage = { statement: place.statement, address: place.address };
  const isHome = anchor.statements.length === 1 && anchor.statements[0] === place.statement;
  const name = isHome ? formatLocator(place.address, place.statement) : placeInWords(place);
  const free = anchor.references.filter((reference) => !isReliedOn(reference, told, checked));
  const own = free.filter(({ statement }) => statement === place.statement);
  const chosen = own.length === 0 && free.length === 1 ? free[0] : own.length === 1 ? own[0] : undefined;
  const edits = chosen && correcting(draft, chosen, passage);
  if (edits !== undefined && (await isMended(pieces, options, draft, [checked], edits, { isWhole: true })))
    return toAction(draft, l10n.t('Cite {0} instead', name), checked, plainEdits(draft, edits));
  const groups = new Set(anchor.references.map(({ span }) => span));
  const items = draft.citations.filter(({ span }) => groups.has(span));
  const [first] = items;
  const isGroup = first?.form === 'bracketed' && items.length === first.groupSize;
  const planned = isGroup
    ? writeIntoGroup(pieces.library, draft, { items, after: items.length - 1 }, [passage], '')
    : undefined;
  if (planned === undefined || isRefusal(planned)) return undefined;
  const more = [{ span: planned.span, text: plainText(planned.written) }];
  const added = planned.added.flatMap(({ passages }) => passages).length;
  return (await isMended(pieces, options, draft, [checked], more, { isWhole: true, added }))
    ? toAction(draft, l10n.t('Cite {0} as well', name), checked, plainEdits(draft, more))
    : undefined;
}

/** True if another quotation stands where a reference says. */
function isReliedOn(
  { passages }: Reference,
  told: readonly CheckedQuotation[],
  checked: CheckedQuotation,
): boolean {
  const { anchor } = checked.quotation;
  return told.some(({ quotation, judgement: { place } }) => {
    const isOther = quotation !== checked.quotation && quotation.anchor?.span.start === anchor?.span.start;
    const start = place?.spans[0]?.start ?? -1;
    return (
      isOther &&
      passages.some(
        ({ statement, span }) => statement === place?.statement && span.start <= start && start < span.end,
      )
    );
  });
}

/** A citation behind a quotation that has none, in the form that the settings name. */
async function adding(
  pieces: PlaceActionPieces,
  draft: Draft,
  checked: CheckedQuotation,
  { statement, address }: QuotedPlace,
  options: QuotationActionOptions,
): Promise<DraftAction | undefined> {
  const { writing } = options;
  const { end } = checked.quotation.span;
  const passages = [{ key: statement.key, address }];
  // To format through Pandoc takes too long for something that is offered wherever a cursor comes by.
  const isSlow = writing.notes.csl !== undefined && writing.form !== 'link';
  const form: CitationForm = isSlow ? 'pandoc' : writing.form;
  const { library, machine } = pieces;
  const ranges = [draft.lines.rangeOf({ start: end, end })];
  const written = await writeIntoDraft(library, machine, draft, ranges, { passages, form }, writing);
  if (isRefusal(written)) return undefined;
  const edits = written.edits.map(({ range: { start, end: to }, text }) => ({
    span: { start: draft.lines.offsetAt(start), end: draft.lines.offsetAt(to) },
    text,
  }));
  // A formatted note says where words are from to readers, not to us.
  const isRead = form === 'pandoc' || form === 'link';
  const added = form === 'pandoc' ? 1 : 0;
  if (isRead && !(await isMended(pieces, options, draft, [checked], edits, { isWhole: true, added })))
    return undefined;
  const title = l10n.t('Cite {0}', placeInWords({ statement, address }));
  return toAction(draft, title, checked, written.edits);
}

function plainEdits({ lines }: Draft, edits: readonly TextEdit[]): ActionEdit[] {
  return edits.map(({ span, text }) => ({ range: lines.rangeOf(span), text }));
}

function toAction(
  { lines }: Draft,
  title: string,
  { quotation }: CheckedQuotation,
  edits: readonly ActionEdit[],
): DraftAction {
  const code = quotation.anchor === undefined ? 'quote-uncited' : 'quote-misplaced';
  return { kind: 'quickfix', title, edits, about: [{ code, range: lines.rangeOf(quotation.span) }] };
}
