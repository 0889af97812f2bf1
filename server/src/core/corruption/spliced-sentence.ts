import { isChinese } from '../script.ts';
import type { Statement } from '../statement/model.ts';
import { boundaries, lettersOf, weightBetween, type Letters } from './letters.ts';
import { fitsWorse, placeOf, signOf } from './repeated-passage.ts';
import { findCommon, LONG_RUN, type Repeat } from './repeats.ts';
import { MOST_SIGNS_OF_A_KIND, type Sign } from './sign.ts';

/**
 * The shortest clause that can give a splice away when two paragraphs end with it. In the shipped texts no two sound
 * paragraphs of one statement share a last clause of 6 characters or more; the corrupt pair shares 10.
 */
const SHORTEST_CLAUSE = 8;
/** What a clause begins with that may go on from any sentence: such a clause is a formula, however long. */
const GOES_ON =
  /^(?:并|为|以|从而|进而|推动|推进|促进|维护|加强|深化|共同|携手|坚决|坚定|反对|支持|实现|造福|扩大|积极|不断|进一步|继续|努力|共建|构建|确保|保障|防止|避免|呼吁|强调|完善|落实|提高|提升|具有|符合|作出|发挥|使|让|对|在|将|应|愿|不)/;
/** A clause whose first two letters begin more clauses than the two is one of many of its kind. */
const OPENING_LETTERS = 2;
/**
 * An eye or a scanner jumps within a column, not across pages. The one jump of this kind in the shipped sources goes
 * over 184 characters; the same clause farther off is more likely a formula.
 */
const FARTHEST_JUMP = 600;
/** How many letters of a paragraph before the join are compared, and how many there must be to judge by. */
const LONGEST_HEAD = 80;
const SHORTEST_HEAD = 30;
/**
 * The share of pairs of letters that two heads may have in common if their paragraphs speak of different things. A
 * paragraph on outer space that ends with words on trade shares 0.13 with the one on trade; a paragraph that one
 * statement takes over from another with small changes shares 0.65 and more.
 */
const MOST_IN_COMMON = 0.25;

/**
 * Paragraphs that end with the same clause shortly after one another: at one of them the text has jumped. A clause
 * that stands at the end of more than two paragraphs is a formula.
 */
export function sharedEndings(statement: Statement, letters: Letters): Sign[] {
  if (!isChinese(statement.metadata.language)) return [];
  const byClause = new Map<string, number[]>();
  const openings = new Map<string, number>();
  const { text, before } = letters;
  for (let i = 0, clause = 0; i < text.length; i++) {
    if (before[i] !== boundaries.none) {
      clause = i;
      const opening = text.slice(i, i + OPENING_LETTERS);
      openings.set(opening, (openings.get(opening) ?? 0) + 1);
    }
    if (before[i + 1] !== boundaries.paragraph || before[clause] !== boundaries.clause) continue;
    if (weightBetween(letters, clause, i + 1) < SHORTEST_CLAUSE) continue;
    const words = text.slice(clause, i + 1);
    byClause.set(words, [...(byClause.get(words) ?? []).slice(0, 2), clause]);
  }
  const isFormula = (words: string): boolean =>
    GOES_ON.test(words) || (openings.get(words.slice(0, OPENING_LETTERS)) ?? 0) > 2;
  const pairs = [...byClause]
    .filter(([words, { length }]) => length === 2 && !isFormula(words))
    .slice(0, MOST_SIGNS_OF_A_KIND);
  return pairs.flatMap(([words, [first, second]]) => {
    if (first === undefined || second === undefined) return [];
    if (weightBetween(letters, first, second) > FARTHEST_JUMP) return [];
    const [start, earlier] = fitsWorse(letters, first, second) ? [first, second] : [second, first];
    return [signOf(statement, letters, 'spliced-sentence', { start, earlier, length: words.length })];
  });
}

/**
 * Paragraphs whose end stands word for word in another statement, beginning there as here amid a clause, while what
 * precedes it is about something else. Statements take over whole paragraphs from one another with small changes:
 * there what precedes is alike too.
 */
export function endingsOfOthers(
  statement: Statement,
  letters: Letters,
  others: readonly Statement[],
): Sign[] {
  const strangers = others.filter(({ key, uri }) => key !== statement.key && uri !== statement.uri);
  const theirs = strangers.map(lettersOf);
  return findCommon(letters, theirs)
    .flatMap(({ start, earlier, length: whole, other: number }) => {
      const [other, its] = [strangers[number], theirs[number]];
      const length =
        its === undefined ? undefined : lengthOfTail(letters, its, { start, earlier, length: whole });
      return other === undefined || its === undefined || length === undefined
        ? []
        : [{ start, earlier, length, other, its }];
    })
    .slice(0, MOST_SIGNS_OF_A_KIND)
    .map(({ start, earlier, length, other, its }) => {
      const sign = signOf(statement, letters, 'spliced-sentence', { start, earlier: start, length });
      const related = { key: other.key, ...placeOf(other, its, earlier, length) };
      const reasonValues = { ...sign.reasonValues, key: other.key, address: related.address };
      return { ...sign, reasonValues, related };
    });
}

/** How much of a common run is the end of a paragraph in both texts, if that is a splice; else `undefined`. */
function lengthOfTail(own: Letters, its: Letters, { start, earlier, length }: Repeat): number | undefined {
  if (own.before[start] !== boundaries.none || its.before[earlier] !== boundaries.none) return undefined;
  // The run may go on: many paragraphs begin with the same words.
  let to = 1;
  while (to < length && own.before[start + to] !== boundaries.paragraph) to++;
  const ends =
    own.before[start + to] === boundaries.paragraph && its.before[earlier + to] === boundaries.paragraph;
  if (!ends || weightBetween(own, start, start + to) < LONG_RUN) return undefined;
  return isUnlike(headOf(own, start), headOf(its, earlier)) ? to : undefined;
}

/** What a paragraph says before a place, as far as it is compared. */
function headOf({ text, paragraph }: Letters, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_HEAD && paragraph[start - 1] === paragraph[at]) start--;
  return text.slice(start, at);
}

function isUnlike(one: string, other: string): boolean {
  if (one.length < SHORTEST_HEAD) return false;
  let common = 0;
  for (let i = 0; i + 1 < one.length; i++) if (other.includes(one.slice(i, i + 2))) common++;
  return common <= MOST_IN_COMMON * (one.length - 1);
}
