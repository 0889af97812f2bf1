import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { partOf, type ComparedText } from './compared-text.ts';
import { allEdits, formalEdits, sourceSpan, type QuotationEdit } from './edits.ts';
import { findAllExact, findExact, type ExactMatch } from './exact-match.ts';
import { findNear, type NearMatch } from './near-match.ts';
import { measure, type QuotedWords } from './quoted-words.ts';
import { addressAt, statementText, stretchOf } from './statement-text.ts';

/** Where words stand. */
export interface QuotedPlace {
  readonly statement: Statement;
  readonly address: string;
  /** In the statement's file: one for each piece of the quotation, or the whole stretch that comes near. */
  readonly spans: readonly Span[];
}

/** What a quotation is worth. */
export interface Judgement {
  readonly verdict: 'verbatim' | 'altered' | 'misplaced' | 'not-found';
  /** The right place: of `verbatim` and `altered` alone. */
  readonly place?: QuotedPlace;
  /** In the order of the quotation; what is verbatim may differ in form. */
  readonly edits: readonly QuotationEdit[];
  /** Every place that has the very words, of those that were looked through; without `place`. */
  readonly elsewhere: readonly QuotedPlace[];
}

/** So much of a quotation must be in the passage that it cites for the rest to be an alteration. */
const LEAST_CITED = 0.75;
/** And so much where no passage is cited, and the next best place has clearly less. */
const LEAST_ANYWHERE = 0.8;
const CLEARLY = 0.1;
/** More in one stretch than this is no alteration: the words are put together from several places, or made up. */
const MOST_FOREIGN = 0.25;
/** A quotation of fewer characters is like too much. */
const SHORTEST = 5;

/** The judgement on words that a passage has as they are quoted; `undefined` if none of them has. */
export function judgeCited(words: QuotedWords, cited: readonly Passage[]): Judgement | undefined {
  for (const passage of cited) {
    const whole = statementText(passage.statement);
    const [start, end] = stretchOf(whole, passage);
    const match = findExact(words, whole.text, start, end);
    if (match === undefined) continue;
    const place = exactPlace(passage.statement, match);
    return { verdict: 'verbatim', place, edits: formalEdits(words, whole.text, match), elsewhere: [] };
  }
  return undefined;
}

/**
 * Holds the words of a quotation against the passages that it cites, and against other statements where those do not
 * have them. `others` are all statements that may have the words; they are looked through for the very words only,
 * unless nothing is cited. What is doubtful is `not-found`.
 */
export function judge(words: QuotedWords, cited: readonly Passage[], others: Iterable<Statement>): Judgement {
  const atOnce = judgeCited(words, cited);
  if (atOnce !== undefined) return atOnce;
  const statements = new Set([...cited.map(({ statement }) => statement), ...others]);
  const exact = [...statements].flatMap((statement) =>
    findAllExact(words, statementText(statement).text).map((match) => ({ statement, match })),
  );
  const [first] = exact;
  if (first !== undefined) {
    const places = exact.map(({ statement, match }) => exactPlace(statement, match));
    const [place, ...elsewhere] = places;
    const edits = formalEdits(words, statementText(first.statement).text, first.match);
    return cited.length > 0 || place === undefined
      ? { verdict: 'misplaced', edits, elsewhere: places }
      : { verdict: 'verbatim', place, edits, elsewhere };
  }
  return nearest(words, cited, statements) ?? { verdict: 'not-found', edits: [], elsewhere: [] };
}

interface Near {
  readonly statement: Statement;
  readonly text: ComparedText;
  readonly match: NearMatch;
}

function nearest(
  words: QuotedWords,
  cited: readonly Passage[],
  statements: ReadonlySet<Statement>,
): Judgement | undefined {
  if (measure(words).characters < SHORTEST) return undefined;
  const found: Near[] = [];
  const look = (statement: Statement, text: ComparedText): void => {
    const match = findNear(words, text);
    if (match !== undefined) found.push({ statement, text, match });
  };
  if (cited.length > 0)
    for (const passage of cited) {
      const whole = statementText(passage.statement);
      look(passage.statement, partOf(whole.text, ...stretchOf(whole, passage)));
    }
  else for (const statement of statements) look(statement, statementText(statement).text);
  found.sort((a, b) => b.match.share - a.match.share);
  const [best, next] = found;
  const least = cited.length > 0 ? LEAST_CITED : LEAST_ANYWHERE;
  if (best === undefined || best.match.share < least || best.match.foreign > MOST_FOREIGN) return undefined;
  const isUnclear = cited.length === 0 && next !== undefined && best.match.share - next.match.share < CLEARLY;
  if (isUnclear) return undefined;
  const { statement, text, match } = best;
  const place = {
    statement,
    address: nearAddress(statement, text, match),
    spans: [sourceSpan(text, match.start, match.end)],
  };
  return { verdict: 'altered', place, edits: allEdits(words, text, match), elsewhere: [] };
}

/** The indexes of a part are not those of the whole. */
function nearAddress(statement: Statement, part: ComparedText, { start, end }: NearMatch): string {
  const whole = statementText(statement);
  const shift = whole.text.at.indexOf(part.at[0] ?? 0);
  return addressAt(whole, start + shift, end + shift);
}

function exactPlace(statement: Statement, { parts }: ExactMatch): QuotedPlace {
  const whole = statementText(statement);
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    statement,
    address: addressAt(whole, first?.start ?? 0, last?.end ?? 0),
    spans: parts.map(({ start, end }) => sourceSpan(whole.text, start, end)),
  };
}
