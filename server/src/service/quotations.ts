import { fold } from '../core/fold.ts';
import { findQuotations, type Quotation } from '../core/quotation/find-quotations.ts';
import { judge, judgeCited, type Judgement } from '../core/quotation/judge.ts';
import { measure, type QuotedWords } from '../core/quotation/quoted-words.ts';
import { statementsHolding } from '../core/search/statements-holding.ts';
import type { Passage } from '../core/passage.ts';
import { languageOf } from '../core/script.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Collations } from './collations.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { quotationSources, type QuotationSource } from './quotation-sources.ts';
import { witnessesWith } from './quotation-witnesses.ts';

/** A quotation of a draft with what it is worth. */
export interface CheckedQuotation {
  readonly quotation: Quotation<QuotationSource>;
  readonly judgement: Judgement;
  /** The witnesses that read as the quotation does where the text does not; of what is altered alone. */
  readonly witnesses: readonly string[];
}

export interface QuotationOptions {
  /** Fewer Han characters, or three times as many letters of other scripts, are no quotation to be checked. */
  readonly least: number;
}

export const defaultQuotationOptions: QuotationOptions = { least: 4 };

/** Holds the quotations of drafts against their sources, and remembers what it found as long as the corpus is the same. */
export interface Quotations {
  /**
   * The quotations of a draft in the order of the text: those with a source that is in the corpus, and those without any
   * source. What names a source that no corpus has is left out, since nothing can be said of it; so are words in another
   * script than what they cite, which somebody has translated.
   */
  check(draft: Draft, options: QuotationOptions): Promise<readonly CheckedQuotation[]>;
  /** What some words are worth, as if they cited the passages; none for words that cite nothing. */
  verify(words: QuotedWords, cited: readonly Passage[]): Promise<Judgement>;
}

/** So many judgements are remembered. */
const MOST = 5000;
/** Words of a formula stand in many paragraphs; more places help nobody. */
const MOST_PARAGRAPHS = 200;
/** No longer a part is looked for in the index. */
const PROBE = 24;

export function createQuotations(
  library: Library,
  collations: Collations,
  ready: (keys: readonly string[]) => Promise<void>,
): Quotations {
  const known = new Map<
    string,
    { readonly at: number; readonly checked: Omit<CheckedQuotation, 'quotation'> }
  >();
  /** A version of a draft is asked about several times: for its diagnostics, its status, what can be done in it. */
  let versions = new WeakMap<Draft, { least: number; checked: Promise<readonly CheckedQuotation[]> }>();
  let corpusVersion = 0;
  library.corpus.onChange(() => {
    known.clear();
    versions = new WeakMap();
    corpusVersion++;
  });

  /** Every statement that may hold words: of a piece that reaches over two paragraphs its end or its beginning is in one. */
  const holding = async ({ pieces }: QuotedWords): Promise<Statement[]> => {
    const longest = pieces.reduce((best, piece) =>
      piece.text.codes.length > best.text.codes.length ? piece : best,
    );
    const { text } = fold(String.fromCodePoint(...longest.text.codes.subarray(0, 4000)));
    const probes = new Set([text.slice(0, PROBE), text.slice(-PROBE)]);
    const found = await Promise.all(
      [...probes].map((each) => statementsHolding(library.passages, each, MOST_PARAGRAPHS)),
    );
    const keys = [...new Set(found.flat().map(({ key }) => key))];
    await ready(keys);
    return keys.map((key) => library.corpus.byKey(key)).filter((statement) => statement !== undefined);
  };

  const verify = async (words: QuotedWords, cited: readonly Passage[]): Promise<Judgement> =>
    judgeCited(words, cited) ?? judge(words, cited, await holding(words));

  const checkOne = async (
    quotation: Quotation<QuotationSource>,
  ): Promise<Omit<CheckedQuotation, 'quotation'>> => {
    const { words, anchor } = quotation;
    // Where the passage does not exist the words, wherever they stand, stand elsewhere.
    const judgement =
      anchor?.passages.length === 0
        ? asMisplaced(judge(words, [], [...anchor.statements, ...(await holding(words))]))
        : await verify(words, anchor?.passages ?? []);
    const witnesses =
      judgement.verdict === 'altered' ? await witnessesWith(collations, words, judgement) : [];
    return { judgement, witnesses };
  };

  const checkAll = async (draft: Draft, least: number): Promise<CheckedQuotation[]> => {
    const checked: CheckedQuotation[] = [];
    for (const quotation of findQuotations(draft.markdown, quotationSources(library, draft))) {
      const { anchor, words, span } = quotation;
      if (anchor?.isForeign === true || !isLong(words, least) || isTranslated(words, anchor)) continue;
      const id = `${citedBy(anchor)}\n${draft.text.slice(span.start, span.end)}`;
      let entry = known.get(id);
      if (entry === undefined) {
        const asked = corpusVersion;
        entry = { at: span.start, checked: await checkOne(quotation) };
        if (known.size >= MOST) known.clear();
        // What was judged by a corpus that has changed meanwhile is to be judged again.
        if (asked === corpusVersion) known.set(id, entry);
      }
      checked.push({ quotation, ...moved(entry.checked, span.start - entry.at) });
    }
    return checked;
  };

  return {
    verify,
    check: (draft, { least }) => {
      const before = versions.get(draft);
      if (before?.least === least) return before.checked;
      const made = { least, checked: checkAll(draft, least) };
      versions.set(draft, made);
      made.checked.catch(() => versions.delete(draft));
      return made.checked;
    },
  };
}

/** True for words that are long enough for their place to tell anything. */
export function isLong(words: QuotedWords, least: number): boolean {
  const { han, characters } = measure(words);
  return han >= least || characters - han >= least * 3;
}

/** True for words that are written in another script than all statements that they cite. */
function isTranslated({ pieces }: QuotedWords, anchor: QuotationSource | undefined): boolean {
  if (anchor === undefined || anchor.statements.length === 0) return false;
  const own = languageOf(pieces.map(({ text }) => text.text).join(' '));
  return anchor.statements.every(({ paragraphs: [first] }) => languageOf(first?.text ?? '') !== own);
}

function citedBy(anchor: QuotationSource | undefined): string {
  if (anchor === undefined) return '';
  const passages = anchor.passages.map(({ statement, address }) => `${statement.key}#${address}`);
  return [...anchor.statements.map(({ key }) => key), ...passages].join(' ');
}

function asMisplaced(judgement: Judgement): Judgement {
  const { verdict, place, elsewhere } = judgement;
  if (verdict !== 'verbatim' || place === undefined)
    return { verdict: 'not-found', edits: [], elsewhere: [] };
  return { verdict: 'misplaced', edits: judgement.edits, elsewhere: [place, ...elsewhere] };
}

/** The same for a quotation that has moved in its draft. */
function moved(
  checked: Omit<CheckedQuotation, 'quotation'>,
  by: number,
): Omit<CheckedQuotation, 'quotation'> {
  if (by === 0) return checked;
  const shifted = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { judgement } = checked;
  return {
    ...checked,
    judgement: {
      ...judgement,
      edits: judgement.edits.map((edit) => ({ ...edit, draft: shifted(edit.draft) })),
    },
  };
}
