import type { Passage } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import { allEdits } from './all-edits.ts';
import { byStatement, stretchesOf } from './cited-match.ts';
import { indexAt, spanIn, type Stretch } from './compared-text.ts';
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
/**
 * What a Han character tells that the text has too, and one that it has not, in bits; and by how much all of them
 * must tell more than it takes to name one of the places of the text. So a few words that some place in a long
 * text happens to have are no quotation of it, and as few in one short paragraph are.
 */
const BITS = { same: 3.5, other: 4, more: 7 };
/** A letter tells as much less than a Han character. */
const LETTER = 1 / 3;

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
  const own = phrasedWords(words);
  const isCited = cited.length > 0;
  const found = isCited
    ? [...byStatement(cited)].flatMap(([statement, passages]) => {
        const text = textFor(own, statement);
        return stretchesOf(text, passages).flatMap((stretch) => nearIn(own, statement, text, stretch));
      })
    : [...statements].flatMap((statement) => placesIn(own, statement));
  found.sort((a, b) => b.match.share - a.match.share);
  const [best, next] = found;
  if (best === undefined) return undefined;
  const { share } = best.match;
  const searched = found.reduce((sum, { size }) => sum + size, 0);
  if (share < (isCited ? LEAST_CITED : LEAST_ANYWHERE) || !isTelling(own, share, searched)) return undefined;
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
  /** How many characters were looked through. */
  readonly size: number;
}

/** True if words of which a text has so much, and that many characters to choose from, cannot be there by chance. */
function isTelling(words: QuotedWords, share: number, searched: number): boolean {
  const { characters, han } = measure(words);
  const weight = (han + (characters - han) * LETTER) / characters;
  const told = characters * weight * (share * BITS.same - (1 - share) * BITS.other);
  return told >= Math.log2(Math.max(1, searched * weight)) + BITS.more;
}

/** A statement without its headings, unless the quotation has the words of one. */
function textFor({ pieces }: QuotedWords, statement: Statement): StatementText {
  const whole = statementText(statement, { isBody: false, isPhrased: true });
  const { units } = whole.edited;
  const hasHeading = units.some(({ kind, start, end }) => {
    if (kind !== 'heading') return false;
    const heading = whole.text.text.slice(indexAt(whole.text, start), indexAt(whole.text, end));
    return heading !== '' && pieces.some(({ text }) => text.text.includes(heading));
  });
  return hasHeading ? whole : statementText(statement, { isBody: true, isPhrased: true });
}

function nearIn(words: QuotedWords, statement: Statement, text: StatementText, [from, to]: Stretch): Near[] {
  const match = findNear(words, text.text, from, to);
  return match === undefined ? [] : [{ statement, text, match, size: to - from }];
}

/** The place in a statement that comes nearest, and what comes near before it and behind it. */
function placesIn(words: QuotedWords, statement: Statement): Near[] {
  const text = textFor(words, statement);
  const { length } = text.text.codes;
  const [best] = nearIn(words, statement, text, [0, length]);
  if (best === undefined) return [];
  const { start, end } = best.match;
  return [
    best,
    ...nearIn(words, statement, text, [0, start]),
    ...nearIn(words, statement, text, [end, length]),
  ];
}
