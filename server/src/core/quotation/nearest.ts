import type { Passage } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import { allEdits } from './all-edits.ts';
import { byStatement, stretchesOf } from './cited-match.ts';
import { spanIn, type Stretch } from './compared-text.ts';
import type { QuotationEdit } from './edits.ts';
import { findNear, type NearMatch } from './near-match.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { measure, phrasedWords, type QuotedWords } from './quoted-words.ts';
import { addressAt, statementText, type StatementText } from './statement-text.ts';

/** So much of a quotation must be in the passage that it cites for the rest to be an alteration. */
const LEAST_CITED = 0.75;
/** And so much where no passage is cited, and the next best place has clearly less. */
const LEAST_ANYWHERE = 0.8;
const CLEARLY = 0.1;
/** More in one stretch than this is no alteration: the words are put together from several places, or made up. */
const MOST_FOREIGN = 0.25;
/** A quotation of fewer characters is like too much. */
const SHORTEST = 5;

/** The place whose words a quotation alters, and how. */
export interface Altered {
  readonly place: QuotedPlace;
  readonly edits: readonly QuotationEdit[];
}

/**
 * The place that comes nearest to words that stand nowhere as they are: in the cited passages, or in the statements if
 * none is cited. `undefined` if none comes near enough, or two do.
 */
export function nearest(
  words: QuotedWords,
  cited: readonly Passage[],
  statements: Iterable<Statement>,
): Altered | undefined {
  if (measure(words).characters < SHORTEST) return undefined;
  const own = phrasedWords(words);
  const isCited = cited.length > 0;
  const found = isCited
    ? [...byStatement(cited)].flatMap(([statement, passages]) =>
        nearIn(own, statement, (text) => stretchesOf(text, passages)),
      )
    : [...statements].flatMap((statement) => nearIn(own, statement, ({ text }) => [[0, text.codes.length]]));
  found.sort((a, b) => b.match.share - a.match.share);
  const [best, next] = found;
  if (best === undefined) return undefined;
  const { share, foreign } = best.match;
  if (share < (isCited ? LEAST_CITED : LEAST_ANYWHERE) || foreign > MOST_FOREIGN) return undefined;
  if (!isCited && next !== undefined && share - next.match.share < CLEARLY) return undefined;
  const { statement, text, match } = best;
  const place = {
    statement,
    address: addressAt(text, [match.start, match.end]),
    spans: [spanIn(text.text, match.start, match.end)],
  };
  return { place, edits: allEdits(text.text, match) };
}

interface Near {
  readonly statement: Statement;
  readonly text: StatementText;
  readonly match: NearMatch;
}

/** The nearest of some stretches of a statement, without its headings unless the quotation has words of them. */
function nearIn(
  words: QuotedWords,
  statement: Statement,
  stretches: (text: StatementText) => readonly Stretch[],
): Near[] {
  let best: Near | undefined;
  const [body, whole] = [true, false].map((isBody) => statementText(statement, { isBody, isPhrased: true }));
  for (const text of body === whole ? [body] : [body, whole]) {
    if (text === undefined) continue;
    for (const [start, end] of stretches(text)) {
      const match = findNear(words, text.text, start, end);
      if (match !== undefined && match.share > (best?.match.share ?? 0)) best = { statement, text, match };
    }
  }
  return best === undefined ? [] : [best];
}
