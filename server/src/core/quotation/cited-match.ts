import type { Passage } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import type { ComparedText, Stretch } from './compared-text.ts';
import { findExact, type ExactMatch } from './exact-match.ts';
import type { ExactFound } from './quoted-place.ts';
import { measure, type QuotedWords } from './quoted-words.ts';
import { readings, type Reading } from './readings.ts';
import { stretchOf, titleTexts, type StatementText } from './statement-text.ts';

/** The very words of a quotation in the passages that it cites; `undefined` if none of them has them. */
export function findCited(words: QuotedWords, cited: readonly Passage[]): ExactFound | undefined {
  for (const [statement, passages] of byStatement(cited)) {
    for (const reading of readings(words, statement)) {
      const match = matchIn(reading, passages);
      if (match !== undefined) return { statement, text: reading.text, match };
    }
  }
  return undefined;
}

/** True for a statement's own title, or half of it and more, which is quoted to name the statement. */
export function isTitle(words: QuotedWords, statement: Statement): boolean {
  const { characters } = measure(words);
  return titleTexts(statement).some(
    (text) => characters * 2 >= text.codes.length && findExact(words, text) !== undefined,
  );
}

/** Passages by the statement that they are of, in the order in which they are cited. */
export function byStatement(passages: readonly Passage[]): Map<Statement, Passage[]> {
  const all = new Map<Statement, Passage[]>();
  for (const passage of passages) {
    const own = all.get(passage.statement);
    if (own === undefined) all.set(passage.statement, [passage]);
    else own.push(passage);
  }
  return all;
}

/** The stretches that passages of one statement take, in order; those that touch are one. */
export function stretchesOf(text: StatementText, passages: readonly Passage[]): Stretch[] {
  const sorted = passages.map((passage) => stretchOf(text, passage)).sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A quotation may go on in the next of the passages; and what parts are left out of may stand in several. */
function matchIn({ words, text }: Reading, passages: readonly Passage[]): ExactMatch | undefined {
  const stretches = stretchesOf(text, passages);
  for (const stretch of stretches) {
    const match = tightest(words, text.text, stretch);
    if (match !== undefined) return match;
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || stretches.length < 2 || words.pieces.length < 2)
    return undefined;
  return findExact(words, text.text, first[0], last[1], {
    isAllowed: (part) => stretches.some(([start, end]) => part.start >= start && part.end <= end),
  });
}

/** Words of which parts are left out may stand in a long passage in several ways: so many are looked at. */
const MOST_WAYS = 100;

/** The match that leaves out least; of words that have no parts the first. */
function tightest(words: QuotedWords, text: ComparedText, [start, end]: Stretch): ExactMatch | undefined {
  let best = findExact(words, text, start, end);
  let match = best;
  for (let ways = 1; ways < MOST_WAYS && match !== undefined && match.parts.length > 1; ways++) {
    match = findExact(words, text, (match.parts[0]?.start ?? start) + 1, end);
    if (match !== undefined && best !== undefined && extentOf(match) < extentOf(best)) best = match;
  }
  return best;
}

function extentOf({ parts }: ExactMatch): number {
  return (parts.at(-1)?.end ?? 0) - (parts[0]?.start ?? 0);
}
