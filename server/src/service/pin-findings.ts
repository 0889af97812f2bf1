import * as l10n from '@vscode/l10n';
import { fold } from '../core/fold.ts';
import { streamOf } from '../core/collation/char-stream.ts';
import { findPassage } from '../core/passage.ts';
import { addressesOfWords } from '../core/pins/compared-words.ts';
import { findDrift, type Drift } from '../core/pins/drift.ts';
import type { Pins } from '../core/pins/pin.ts';
import { lineOfPassage } from '../core/pins/read-pins.ts';
import { paragraphsOf, type Sight } from '../core/pins/sight.ts';
import { comparedText } from '../core/quotation/compared-text.ts';
import { findExact } from '../core/quotation/exact-match.ts';
import { statementsHolding } from '../core/search/statements-holding.ts';
import type { Draft } from './draft.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import type { Library } from './library.ts';
import { pinUri, type PinFile } from './pin-file.ts';
import { driftMessage, oldAndNew, quotedMessage, type NewHome } from './pin-messages.ts';
import { placeInWords } from './quotation-places.ts';
import type { CheckedQuotation } from './quotations.ts';

/** What can have become of what was pinned, as code of a finding. */
export const pinCodes = [
  'passage-changed',
  'passage-moved',
  'passage-gone',
  'pin-missing',
  'pin-file-damaged',
] as const;
export type PinCode = (typeof pinCodes)[number];

/** A finding that tells of drift, with the words that were pinned and those that stand there now. */
export interface PinFinding extends Finding {
  readonly code: PinCode;
  /** Of `passage-moved` where there is one place alone: its address in the statement that is cited. */
  readonly movedTo?: string;
}

/** The one thing to be said of pins that cannot be used: at the beginning of the draft. */
export function damagedFinding(draft: Draft, { message, line }: PinFile & { kind: 'damaged' }): PinFinding {
  const start = { line, character: 0 };
  const uri = pinUri(draft.uri);
  return {
    ...{ code: 'pin-file-damaged', severity: 'warning', message },
    range: draft.lines.rangeOf({ start: 0, end: draft.lines.lineSpan(0).end }),
    related: [{ uri, range: { start, end: start }, message: l10n.t('The file of pins') }],
  };
}

/** What has changed of what a draft cites since it was pinned, in the order of the text. */
export async function pinFindings(
  library: Library,
  draft: Draft,
  sights: readonly Sight[],
  quotations: readonly CheckedQuotation[],
  { text, pins }: { readonly text: string; readonly pins: Pins },
): Promise<PinFinding[]> {
  const found = findDrift(sights, pins.pins).map(async (drift) => {
    const finding = await toFinding(library, draft, drift, text);
    const quoted = drift.kind === 'changed' && !drift.isForm ? quotedWords(drift, quotations) : undefined;
    return quoted === undefined
      ? finding
      : { ...finding, message: l10n.t('{0} {1}', finding.message, quotedMessage(quoted)) };
  });
  return Promise.all(found);
}

/** Whether what is quoted from a passage that has changed still stands in it; `undefined` where nothing is that stood in it. */
function quotedWords(
  { sight, was, now }: Drift & { kind: 'changed' },
  quotations: readonly CheckedQuotation[],
): 'kept' | 'lost' | undefined {
  const own = quotations.filter(({ quotation: { span, anchor } }) =>
    [{ span }, ...(anchor?.references ?? [])].some(
      ({ span: { start, end } }) => start === sight.span.start && end === sight.span.end,
    ),
  );
  const has = (paragraphs: readonly string[], { quotation }: CheckedQuotation): boolean =>
    findExact(quotation.words, comparedText(streamOf(paragraphs.join('\n')))) !== undefined;
  const stood = own.filter((quotation) => has(was.paragraphs, quotation));
  if (stood.length === 0) return undefined;
  return stood.every((quotation) => has(paragraphsOf(now), quotation)) ? 'kept' : 'lost';
}

async function toFinding(library: Library, draft: Draft, drift: Drift, pinText: string): Promise<PinFinding> {
  const range = draft.lines.rangeOf(drift.sight.span);
  if (drift.kind === 'unpinned')
    return { range, code: 'pin-missing', severity: 'hint', message: driftMessage(drift) };
  const home = drift.kind === 'gone' ? await newHome(library, drift) : undefined;
  const isSlight = drift.kind === 'changed' && (drift.isForm || drift.was.address === '');
  const [only, ...others] = drift.kind === 'moved' ? drift.addresses : [];
  const start = { line: lineOfPassage(pinText, drift.was), character: 0 };
  const pinned: RelatedPlace = {
    ...{ uri: pinUri(draft.uri), range: { start, end: start } },
    message: l10n.t('As it was pinned'),
  };
  return {
    ...{ range, code: CODES[drift.kind], severity: isSlight ? 'information' : 'warning' },
    message: driftMessage(drift, home),
    ...oldAndNew(drift),
    ...(only !== undefined && others.length === 0 && { movedTo: only }),
    related: [...placesNow(drift, home), pinned],
  };
}

const CODES = {
  changed: 'passage-changed',
  moved: 'passage-moved',
  gone: 'passage-gone',
} as const;

/** Where the passage stands now, or its words do. */
function placesNow(drift: Exclude<Drift, { kind: 'unpinned' }>, home: NewHome | undefined): RelatedPlace[] {
  const { statement } = home ?? drift.sight;
  if (statement === undefined) return [];
  const addresses =
    home?.addresses ??
    (drift.kind === 'moved' ? drift.addresses : drift.kind === 'changed' ? [drift.now.address] : []);
  return addresses.flatMap((address) => {
    const passage = findPassage(statement, address);
    if (passage === undefined) return [];
    const [first] = passage.paragraphs;
    const span = address === '' && first !== undefined ? first.span : passage.span;
    const { uri, lines } = statement;
    return { uri, range: lines.rangeOf(span), message: placeInWords({ statement, address }) };
  });
}

/** No longer a part is looked for in the index. */
const PROBE = 24;
const MOST_PARAGRAPHS = 20;

/** The one other statement that has the words, as where a key or a file has another name now. */
async function newHome(library: Library, { was }: Drift & { kind: 'gone' }): Promise<NewHome | undefined> {
  if (was.address === '') return undefined;
  const { text } = fold(was.paragraphs[0]?.slice(0, 4000) ?? '');
  const holding = await statementsHolding(library.passages, text.slice(0, PROBE), MOST_PARAGRAPHS);
  const homes = holding.flatMap(({ key }): NewHome[] => {
    const statement = library.corpus.byKey(key);
    const addresses = statement === undefined ? [] : addressesOfWords(statement, was.paragraphs);
    return statement === undefined || addresses.length === 0 ? [] : [{ statement, addresses }];
  });
  return homes.length === 1 ? homes[0] : undefined;
}
