import { findPassage, type Passage } from '../../server/src/core/passage.ts';
import { pick, type Random } from '../random.ts';
import { citedFor, type CaseClass } from './case.ts';
import { cutClauses, cutWords, LENGTHS, shareOfOnePlace, standsSomewhere } from './cut.ts';
import { add, changeMark, leaveOut, replaceWord, substitute } from './damage.ts';
import {
  emphasised,
  halfWidth,
  otherMarks,
  spaced,
  traditional,
  withEllipsis,
  withInsertion,
} from './forms.ts';
import { lettersOf, type Material, type Source } from './material.ts';

/** Every class of the benchmark set, those that are verbatim first. */
export const caseClasses: readonly CaseClass[] = [
  verbatim('as it stands', (words) => words),
  verbatim('half-width marks', halfWidth, ['zh']),
  verbatim('traditional script', traditional, ['zh']),
  verbatim('marks of another style', otherMarks),
  verbatim('spaces and line breaks', spaced),
  verbatim('emphasis and escapes', emphasised),
  verbatim('first letter changed', firstLetter, ['en', 'ru']),
  verbatim('ellipsis', (words, random, material) => withEllipsis(words, random, isSpaced(material))),
  verbatim('insertion', (words, random, material) => withInsertion(words, random, isSpaced(material))),
  overTwoParagraphs(),
  ...[false, true].flatMap((isUncited) => alterations(isUncited)),
  moved(),
  movedToOther(),
  composed(false),
  composed(true),
  invented('recombined clauses', false),
  invented('recombined clauses', true),
];

/** With more of it in one place a text is a bad quotation of that, and not made up. */
const MOST_OF_ONE_PLACE = 0.65;

type Make = (words: string, material: Material, random: Random) => string | undefined;

function alterations(isUncited: boolean): CaseClass[] {
  const altered = (name: string, change: Make, languages?: CaseClass['languages']): CaseClass => ({
    ...{ name, expected: 'altered', isUncited, ...(languages && { languages }) },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      const words = change(text, material, random);
      if (words === undefined || standsSomewhere(material, words)) return undefined;
      return { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
    },
  });
  const ofClauses = (
    name: string,
    count: number,
    change: (parts: string[], marks: string[]) => string,
  ): CaseClass => ({
    ...{ name, expected: 'altered', isUncited },
    make: (material, random) => {
      const { source, clauses, marks } = cutClauses(material, random, count, isSpaced(material) ? 12 : 5);
      const words = change([...clauses], [...marks]);
      if (standsSomewhere(material, words)) return undefined;
      return { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
    },
  });
  return [
    altered('one character replaced', substitute),
    altered('one character added', add),
    altered('one character left out', leaveOut),
    altered('one word replaced', replaceWord),
    {
      ...altered('one mark changed', changeMark),
      make: (material, random) => {
        const { source, text } = cutWords(material, random);
        const words = changeMark(text, material, random);
        return words === undefined
          ? undefined
          : { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
      },
    },
    altered(
      'traditional, one replaced',
      (words, material, random) => traditional(substitute(words, material, random), random),
      ['zh'],
    ),
    altered('ellipsis, one replaced', (words, material, random) => {
      const cut = withEllipsis(words, random, isSpaced(material));
      // Of the first piece one inside: what is left out is not seen.
      const [first = ''] = cut.split(/[^\p{L}\p{N}]*(?:…|\.{3}|[[（［]| \. \.)/u);
      return first.length < 4 ? undefined : substitute(first, material, random) + cut.slice(first.length);
    }),
    ofClauses('one clause left out', 3, ([a = '', , c = ''], [, mark = '']) => a + mark + c),
    ofClauses(
      'two clauses swapped',
      3,
      ([a = '', b = '', c = ''], [one = '', two = '']) => b + one + a + two + c,
    ),
  ];
}

function verbatim(
  name: string,
  change: (words: string, random: Random, material: Material) => string,
  languages?: CaseClass['languages'],
): CaseClass {
  return {
    ...{ name, expected: 'verbatim', ...(languages && { languages }) },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      return { words: change(text, random, material), sources: [source], cited: citedFor(source, random) };
    },
  };
}

/** The end of one paragraph and the beginning of the next, as a run of both is cited. */
function overTwoParagraphs(): CaseClass {
  return {
    ...{ name: 'over two paragraphs', expected: 'verbatim' },
    make: (material, random) => {
      const source = pick(random, material.paragraphs);
      const { statement } = source;
      const index = statement.paragraphs.findIndex(({ address }) => address === source.address);
      const [first, second] = [statement.paragraphs[index], statement.paragraphs[index + 1]];
      const parent = (address: string): string => address.replace(/\.?[^.]*$/, '');
      if (first === undefined || second === undefined || parent(first.address) !== parent(second.address))
        return undefined;
      const run = findPassage(statement, `${first.address}-${second.address}`);
      const words = `${first.text}\n\n${second.text}`.replace(/[*_]/g, '');
      return run && { words, sources: [source], cited: [run] };
    },
  };
}

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
function invented(name: string, isUncited: boolean): CaseClass {
  return {
    ...{ name, expected: 'not-found', isUncited },
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

function firstLetter(words: string): string {
  const first = words.charAt(0);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + words.slice(1);
}

function has(text: string, words: string): boolean {
  return lettersOf(text).includes(lettersOf(words));
}

function isSpaced({ language }: Material): boolean {
  return language !== 'zh';
}
