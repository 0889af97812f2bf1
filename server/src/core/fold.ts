/**
 * Folding: the form in which texts are compared when a person searches. Width and case of characters are made one,
 * and white space and punctuation are left out, so that `“上海精神”` is found by `上海精神`, `Ｇ２０` by `g20`.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original that it comes from, and a last entry for its end. */
  readonly offsets: readonly number[];
}

const IGNORED = /[\s\p{P}\p{S}\p{C}]/u;

/** Folds a text; never throws, lone surrogates included (they are left out). */
export function fold(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of original) {
    if (!IGNORED.test(character)) {
      const folded = character.normalize('NFKC').toLowerCase();
      for (let i = 0; i < folded.length; i++) offsets.push(offset);
      text += folded;
    }
    offset += character.length;
  }
  offsets.push(offset);
  return { text, offsets };
}

/** The original range of a folded one, up to the end of its last character. */
export function unfoldRange(
  original: string,
  { offsets }: Folded,
  start: number,
  end: number,
): readonly [number, number] {
  const from = offsets[start] ?? original.length;
  const last = offsets[end - 1] ?? from;
  const size = (original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [from, Math.min(last + size, original.length)];
}
