import { readGivenWords } from '../../server/src/core/quotation/given-words.ts';
import { findPassage } from '../../server/src/core/passage.ts';
import { judge, type Judgement, type QuotedPlace } from '../../server/src/core/quotation/judge.ts';
import { createRandom, seedOf } from '../random.ts';
import { isRightPlace, type Case, type CaseClass } from './case.ts';
import { lettersOf, type Material } from './material.ts';

/** How the cases of a class in one language were judged. */
export interface ClassResult {
  readonly class: CaseClass;
  readonly language: Material['language'];
  readonly cases: number;
  /** By verdict, how often it was given. */
  readonly verdicts: Readonly<Record<Judgement['verdict'], number>>;
  /** The cases whose judgement names a place, but not the one where the words are from. */
  readonly wrongPlaces: readonly Case[];
  /** The cases with another verdict than the expected one. */
  readonly missed: readonly Case[];
}

/** So many cases of a class, made and judged; the same for the same seed. */
export function judgeClass(
  { make, ...own }: CaseClass,
  material: Material,
  count: number,
  seed: number,
): ClassResult {
  const verdicts = { verbatim: 0, altered: 0, misplaced: 0, 'not-found': 0 };
  const wrongPlaces: Case[] = [];
  const missed: Case[] = [];
  for (const one of casesOf({ make, ...own }, material, count, seed)) {
    const judgement = judgeCase(one, material);
    verdicts[judgement.verdict]++;
    if (judgement.verdict !== one.expected) missed.push(one);
    if (!isPlaced(judgement, one)) wrongPlaces.push(one);
  }
  const cases = Object.values(verdicts).reduce((sum, each) => sum + each, 0);
  return { class: { make, ...own }, language: material.language, cases, verdicts, wrongPlaces, missed };
}

/** So many tries to make a case. */
const TRIES = 20;

export function* casesOf(
  { name, isUncited = false, expected, make }: CaseClass,
  material: Material,
  count: number,
  seed: number,
): Generator<Case> {
  const random = createRandom(seedOf(seed, ...codesOf(`${name} ${String(isUncited)} ${material.language}`)));
  for (let made = 0, tries = 0; made < count && tries < count * TRIES; tries++) {
    const one = make(material, random);
    if (one === undefined) continue;
    made++;
    yield { ...one, expected };
  }
}

export function judgeCase({ words, cited }: Case, { statements }: Material): Judgement {
  const read = readGivenWords(words);
  if (read === undefined) throw new Error(`No words: ${words}`);
  return judge(read, cited, statements);
}

/**
 * A judgement that names places names one that the words are from, or one that has the letters of all their parts; of
 * what is made up there is none.
 */
function isPlaced({ verdict, place, elsewhere }: Judgement, { words, sources }: Case): boolean {
  if (verdict === 'not-found') return true;
  const places = [...(place === undefined ? [] : [place]), ...elsewhere];
  if (places.some((each) => isRightPlace(each, sources))) return true;
  return verdict === 'verbatim' && places.some((each) => holds(each, words));
}

function holds({ statement, address }: QuotedPlace, words: string): boolean {
  const letters = lettersOf(
    (findPassage(statement, address)?.paragraphs ?? []).map(({ text }) => text).join(''),
  );
  return words
    .split(/[[（［]?(?:…+|\.{3}|略|\. \. \.)[\]）］]?|\[[^\]]*\]/)
    .every((part) => letters.includes(lettersOf(part)));
}

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
