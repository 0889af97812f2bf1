import { Converter } from 'opencc-js';
import { pick, type Random } from '../random.ts';

/** The same words as another writer would set them; each gives what is verbatim still. */
const toTraditional = ['t', 'tw', 'hk'].map((to) => Converter({ from: 'cn', to }));

export function traditional(words: string, random: Random): string {
  return pick(random, toTraditional)(words);
}

const WIDE = '，；：？！（）';
const NARROW = ',;:?!()';

export function halfWidth(words: string): string {
  return words.replace(/[，；：？！（）]/g, (mark) => NARROW.charAt(WIDE.indexOf(mark)));
}

/** 「 」 and “ ”, dashes and ellipses of another length, full stops of either width. */
export function otherMarks(words: string, random: Random): string {
  const quotes = pick(random, [
    ['「', '」', '『', '』'],
    ['«', '»', '‹', '›'],
    ['‘', '’', '“', '”'],
    ['"', '"', "'", "'"],
  ]);
  return words
    .replace(/[“”‘’]/g, (mark) => quotes['“”‘’'.indexOf(mark)] ?? mark)
    .replace(/—+/g, pick(random, ['—', '——', '―', '–']))
    .replace(/·/g, '•')
    .replace(/。(?=.)/g, pick(random, ['。', '．']));
}

/** Spaces around numbers and Latin words, and lines that are wrapped. */
export function spaced(words: string, random: Random): string {
  const apart = words
    .replace(/(?<=\p{Script=Han})(?=[\da-z])/giu, ' ')
    .replace(/(?<=[\da-z])(?=\p{Script=Han})/giu, ' ');
  const breaks = [...apart.matchAll(/\p{Script=Han}{2}| (?=\p{L})/gu)];
  if (breaks.length === 0) return apart;
  const { 0: before, index } = pick(random, breaks);
  const at = index + (before === ' ' ? 1 : 2);
  return `${apart.slice(0, at).trimEnd()}\n${apart.slice(at)}`;
}

/** A word or two in bold, or a backslash before a mark. */
export function emphasised(words: string, random: Random): string {
  const inside = [
    ...words.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,}(?![\p{L}\p{N}])|\p{Script=Han}{2,4}/gu),
  ];
  if (inside.length === 0) return words;
  const { 0: word, index } = pick(random, inside);
  return `${words.slice(0, index)}**${word}**${words.slice(index + word.length)}`.replace(/-/g, '\\-');
}

export const ELLIPSES = ['……', '…', '...', '[...]', '[…]', '（略）', '［……］', ' . . . '];

/** Some characters in the middle left out, and said to be. */
export function withEllipsis(words: string, random: Random, isSpaced: boolean): string {
  const least = isSpaced ? 12 : 4;
  const [from, to] = middleOf(words, least, random, isSpaced);
  const sign = pick(random, ELLIPSES);
  return words.slice(0, from) + (isSpaced ? ` ${sign} ` : sign) + words.slice(to);
}

/** A few characters in the middle, in whose place the writer has put his own. */
export function withInsertion(words: string, random: Random, isSpaced: boolean): string {
  const [from, to] = middleOf(words, isSpaced ? 12 : 4, random, isSpaced);
  const end = Math.min(to, from + 20);
  const border = isSpaced ? words.lastIndexOf(' ', end) : end;
  const inserted = isSpaced ? ' [they]' : '[各方]';
  return words.slice(0, from).trimEnd() + inserted + words.slice(Math.max(from, border));
}

/** Where a stretch inside begins and ends, with at least so many characters before and behind it. */
function middleOf(
  words: string,
  least: number,
  random: Random,
  isSpaced: boolean,
): readonly [number, number] {
  const room = words.length - 2 * least;
  let from = least + random(Math.max(1, room));
  let to = from + random(Math.max(1, words.length - least - from));
  if (isSpaced) {
    from = !words.includes(' ', from) ? words.length : words.indexOf(' ', from);
    to = Math.max(from, words.lastIndexOf(' ', to));
  } else {
    // Nobody breaks off a number.
    while (/[\da-z]/i.test(words.charAt(from - 1)) && /[\da-z]/i.test(words.charAt(from))) from++;
    to = Math.max(from, to);
    while (/[\da-z]/i.test(words.charAt(to - 1)) && /[\da-z]/i.test(words.charAt(to))) to++;
  }
  return [from, to];
}
