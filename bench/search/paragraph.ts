import { formatHanNumeral } from '../../server/src/core/numeral.ts';
import { pick, type Random } from '../random.ts';
import type { Material } from './material.ts';

/** Of a hundred clauses so many are taken as they stand; the others are made character by character. */
const VERBATIM = 50;
/** Of a thousand characters of a clause that is made, so many are drawn from the whole alphabet. */
const STRANGE = 135;
/** 1 would have the frequency of a character fall with its rank, 0 would have the rarest alone. */
const STEEPNESS = 0.6;
/** Of a hundred paragraphs so many open as a shipped one does. */
const FORMULA = 60;
/** Of a hundred paragraphs so many have a clause with a number in it. */
const NUMBERED = 15;
/** A clause in characters of its own is this long at least. */
const SHORTEST = 5;

/** The text of a paragraph: 124 to 140 characters, clauses and marks as statements have them. */
export function paragraphText(material: Material, random: Random): string {
  const length = 124 + random(17);
  const numberedAt = random(100) < NUMBERED ? 1 + random(3) : -1;
  let text =
    random(100) < FORMULA ? pick(random, material.openings) : madeClause(material, random, 6 + random(8));
  for (let clauses = 1; ; clauses++) {
    const room = length - text.length - 2;
    if (room < SHORTEST) return `${text}。`;
    const next = clauses === numberedAt ? numberedClause(random) : clause(material, random);
    text += mark(random) + (next.length <= room ? next : madeClause(material, random, Math.min(room, 24)));
  }
}

/** A few words in characters of their own, for titles and headings. */
export function madeClause(
  { successors, starts, alphabet }: Material,
  random: Random,
  length: number,
): string {
  let last = pick(random, starts);
  let text = last;
  while (text.length < length) {
    const next = successors.get(last) ?? '';
    last = next === '' || random(1000) < STRANGE ? strange(alphabet, random) : pick(random, next);
    text += last;
  }
  return text;
}

function clause(material: Material, random: Random): string {
  if (random(100) < VERBATIM) return pick(random, material.clauses);
  return madeClause(material, random, 8 + random(14));
}

/** A character of the alphabet, those at its beginning more often, as frequencies of words fall. */
function strange(alphabet: readonly string[], random: Random): string {
  const rank = Math.floor((alphabet.length + 1) ** ((random(1 << 24) / (1 << 24)) ** STEEPNESS));
  return alphabet[rank - 1] ?? '';
}

/** A clause about a year, a day or a quantity; one in five in Chinese numerals. */
function numberedClause(random: Random): string {
  const isHan = random(5) === 0;
  const number = (value: number): string => (isHan ? formatHanNumeral(value) : String(value));
  const digits = (value: number): string =>
    isHan
      ? String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '')
      : String(value);
  const year = 1945 + random(82);
  const forms = [
    () => `自${digits(year)}年以来`,
    () => `根据${digits(year)}年${number(1 + random(12))}月${number(1 + random(28))}日签署的协定`,
    () => `在${digits(year)}年${number(1 + random(12))}月举行的会晤期间`,
    () => `在建交${number(10 + random(90))}周年之际`,
    () => `共有${number(3 + random(190))}个国家参加`,
    () => `执行联合国安理会第${digits(1000 + random(1800))}号决议`,
    () => `到${digits(year)}年将贸易额提高到${number(100 + random(900))}亿美元`,
  ];
  return pick(random, forms)();
}

function mark(random: Random): string {
  const chance = random(10);
  return chance < 7 ? '，' : chance < 8 ? '；' : '。';
}
