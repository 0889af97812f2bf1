import { findPassage, type Passage } from '../../server/src/core/passage.ts';
import { pick } from '../random.ts';
import { citedFor, type CaseClass } from './case.ts';
import { cutClauses, cutWords, LENGTHS, shareOfOnePlace, standsSomewhere } from './cut.ts';
import { isSpaced, lettersOf, type Source } from './material.ts';

/** The very words with another place, and words that stand nowhere as they are put together. */
export function others(): CaseClass[] {
  return [moved(), movedToOther(), composed(false), composed(true), invented(false), invented(true)];
}

/** With more of it in one place a text is a bad quotation of that, and not made up. */
const MOST_OF_ONE_PLACE = 0.65;

/** The very words, with the locator of another paragraph of the same statement. */
function moved(): CaseClass {
  return {
    ...{ name: 'wrong locator', expected: 'misplaced' },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      const others = source.statement.paragraphs.filter((each) => !has(each.text, text));
      const passage = findPassage(source.statement, pick(random, others).address);
      return passage && { words: text, sources: [source], cited: [passage] };
    },
  };
}

/** The very words, with a paragraph of another statement. */
function movedToOther(): CaseClass {
  return {
    ...{ name: 'wrong statement', expected: 'misplaced' },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      const other = pick(random, material.paragraphs);
      const passage = citedFor(other, random)[0];
      if (
        passage === undefined ||
        passage.statement === source.statement ||
        passage.paragraphs.some((each) => has(each.text, text))
      )
        return undefined;
      return { words: text, sources: [source], cited: [passage] };
    },
  };
}

/** Half of the words from one paragraph, half from another; the one or the other is cited. */
function composed(isWithEllipsis: boolean): CaseClass {
  return {
    name: isWithEllipsis ? 'two places, with an ellipsis' : 'two places as one',
    expected: 'not-found',
    make: (material, random) => {
      const [least, most] = LENGTHS[material.language];
      const one = cutWords(material, random, [least, most >> 1]);
      const other = cutWords(material, random, [
        Math.ceil(one.text.length * 0.8),
        Math.ceil(one.text.length * 1.2) + 10,
      ]);
      const between = isWithEllipsis ? '……' : isSpaced(material) ? ', ' : '，';
      const words = one.text + between + other.text;
      const cited = paragraphOf(pick(random, [one.source, other.source]));
      // From one statement, in the order in which they stand there, an ellipsis makes them one quotation.
      const isOne =
        one.source.statement === other.source.statement &&
        material.paragraphs.indexOf(one.source) <= material.paragraphs.indexOf(other.source);
      const isOfOnePlace =
        isOne || standsSomewhere(material, words) || shareOfOnePlace(material, words) > MOST_OF_ONE_PLACE;
      return isOfOnePlace ? undefined : { words, sources: [], cited };
    },
  };
}

/** Clauses of the same register that stand in different paragraphs, put together; a paragraph of one of them is cited. */
function invented(isUncited: boolean): CaseClass {
  return {
    ...{ name: 'recombined clauses', expected: 'not-found', isUncited },
    make: (material, random) => {
      const count = 3 + random(3);
      const cuts = Array.from({ length: count }, () =>
        cutClauses(material, random, 1, isSpaced(material) ? 15 : 5),
      );
      const parts = cuts.map(({ clauses: [clause = ''] }) => clause);
      const words = parts.join(isSpaced(material) ? ', ' : '，');
      const first = cuts[random(count)]?.source;
      if (first === undefined || shareOfOnePlace(material, words) > MOST_OF_ONE_PLACE) return undefined;
      return { words, sources: [], cited: isUncited ? [] : citedFor(first, random) };
    },
  };
}

function paragraphOf({ statement, address }: Source): readonly Passage[] {
  const passage = findPassage(statement, address);
  return passage === undefined ? [] : [passage];
}

function has(text: string, words: string): boolean {
  return lettersOf(text).includes(lettersOf(words));
}
