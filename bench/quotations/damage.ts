import { simplified } from '../../server/src/core/script-fold.ts';
import { pick, type Random } from '../random.ts';
import type { Material } from './material.ts';

/** Another character in place of one inside. */
export function substitute(words: string, { characters }: Material, random: Random): string {
  const [at, old] = letterIn(words, random);
  for (;;) {
    const other = pick(random, characters);
    const isSame =
      other.toLowerCase() === old.toLowerCase() ||
      simplified(other.codePointAt(0) ?? 0) === simplified(old.codePointAt(0) ?? 0);
    if (!isSame) return words.slice(0, at) + other + words.slice(at + old.length);
  }
}

/** One character more. */
export function add(words: string, { characters }: Material, random: Random): string {
  const [at] = letterIn(words, random);
  return words.slice(0, at) + pick(random, characters) + words.slice(at);
}

/** One character less; not the first and not the last, without which the rest is verbatim still. */
export function leaveOut(words: string, _: Material, random: Random): string {
  const [at, old] = letterIn(words, random);
  return words.slice(0, at) + words.slice(at + old.length);
}

/** Another word of the same corpus in place of one inside; in Chinese two characters. */
export function replaceWord(words: string, material: Material, random: Random): string | undefined {
  const pattern = material.language === 'zh' ? /\p{Script=Han}{2}/gu : /\p{L}{3,}/gu;
  const inside = [...words.matchAll(pattern)].filter(
    ({ 0: word, index }) => index > 0 && index + word.length < words.length,
  );
  if (inside.length === 0) return undefined;
  const { 0: old, index } = pick(random, inside);
  const other = pick(random, material.words);
  return other === old ? undefined : words.slice(0, index) + other + words.slice(index + old.length);
}

/** Another mark between two clauses, or none. */
export function changeMark(words: string, { language }: Material, random: Random): string | undefined {
  const marks = [...words.matchAll(language === 'zh' ? /[，；、]/g : /[,;]/g)];
  if (marks.length === 0) return undefined;
  const { 0: old, index } = pick(random, marks);
  const others = language === 'zh' ? ['，', '；', '、', '。', ''] : [',', ';', ':', ''];
  const other = pick(
    random,
    others.filter((each) => each !== old),
  );
  return words.slice(0, index) + other + words.slice(index + 1);
}

/** A letter that is neither the first nor the last character, and where it stands; nothing, at the first, if there is none. */
function letterIn(words: string, random: Random): readonly [number, string] {
  const inside = [...words.matchAll(/\p{L}/gu)].filter(
    ({ 0: letter, index }) => index > 0 && index + letter.length < words.length,
  );
  if (inside.length === 0) return [1, ''];
  const { 0: letter, index } = pick(random, inside);
  return [index, letter];
}
