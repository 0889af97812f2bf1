import { simplified } from './script-fold.ts';

/** A character with the marks that combine with it, folded: the rules of `fold` (its table only remembers them). */
export function foldCluster(cluster: string): string {
  const bare = cluster.normalize('NFKC').toLowerCase().replace(ROUND_ZERO, '0').replace(IGNORED, '');
  if (ONLY_MARKS.test(bare)) return '';
  const letters = [...withoutAccents(bare.normalize('NFD'))].map(foldLetter);
  return letters.join('').normalize('NFC');
}

/** True for a mark that combines with the character before it, variation selectors included. */
export function isMarkAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  // Most text is spared the look-up: ASCII, common Han characters, full-width forms.
  if (unit < 0x300 || (unit >= 0x3400 && unit <= 0x9fff) || unit >= 0xff00) return false;
  return MARK.test(text.slice(offset, offset + sizeAt(text, offset)));
}

/** The end of the character at an offset, with the marks that follow it. */
export function clusterEnd(text: string, start: number): number {
  let end = Math.min(start + sizeAt(text, start), text.length);
  while (end < text.length && isMarkAt(text, end)) end += sizeAt(text, end);
  return end;
}

const IGNORED = /[\s\p{P}\p{S}\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]+/gu;
const MARK = /^\p{M}$/u;
const ONLY_MARKS = /^\p{M}*$/u;

/** Symbols by Unicode, but scans write 二○二五 with them. */
const ROUND_ZERO = /[○◯]/g;

/**
 * What is left of letters that differ from their neighbours by a stroke, not by a mark, or that are two in one; and
 * Han digits as Arabic ones, wherever they stand, so that 二〇二五年 and 2025年 are the same. 两 is none, for 两国 is no
 * number, nor are 陆, 伍 and the other digits of banknotes, which are words as well. 十百千万亿 stay: `numeralWritings`
 * knows what they do.
 */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', 零: '0' }),
  ...Array.from('〇一二三四五六七八九', (digit, value) => [digit, String(value)] as const),
]);

/** A letter that is composed, small and without accent, as `foldCluster` folds it. */
export function foldLetter(letter: string): string {
  const known = LETTERS.get(letter);
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x3400) return letter;
  // Twice, for 薴 becomes 苧, and 苧 for itself 苎.
  return String.fromCodePoint(simplified(simplified(code)));
}

const LATIN_OR_GREEK = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const CYRILLIC = /(\p{Script=Cyrillic})(\p{M}+)/gu;

/**
 * Leaves out the accents of Latin and Greek letters. The marks of Cyrillic letters make other letters (й, ї, ќ) but for
 * the two dots of ё, which are mostly left out, and the stress, which dictionaries write. Other scripts keep theirs: ガ.
 */
function withoutAccents(decomposed: string): string {
  return decomposed
    .replace(LATIN_OR_GREEK, '$1')
    .replace(CYRILLIC, (_, letter: string, marks: string) => letter + withoutStress(letter, marks));
}

function withoutStress(letter: string, marks: string): string {
  if (letter === 'г' || letter === 'к') return marks;
  return marks.replace(letter === 'е' ? /[\u0300\u0301\u0308]/g : /[\u0300\u0301]/g, '');
}

function sizeAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
