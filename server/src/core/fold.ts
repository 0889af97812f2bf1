/**
 * Folding: the form in which texts are compared when a person searches. Width and case of characters are made one, a
 * letter and the marks that combine with it become one character where Unicode has it, and white space, punctuation
 * and symbols are left out, so that `“上海精神”` is found by `上海精神`, `Ｇ２０` by `g20`, `㈠` by `一`.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original that it comes from, and a last entry for its end. */
  readonly offsets: readonly number[];
}

const IGNORED = /[\s\p{P}\p{S}\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
const MARK = /^\p{M}$/u;

/** Folds a text; never throws, lone surrogates included (they are left out). */
export function fold(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let start = 0;
  while (start < original.length) {
    const end = clusterEnd(original, start);
    const cluster = original.slice(start, end);
    text += end === start + 1 && isPlain(cluster.charCodeAt(0)) ? cluster : foldCluster(cluster);
    while (offsets.length < text.length) offsets.push(start);
    start = end;
  }
  offsets.push(original.length);
  return { text, offsets };
}

/** The original range of a folded one, up to the end of its last character and of the marks that combine with it. */
export function unfoldRange(
  original: string,
  { offsets }: Folded,
  start: number,
  end: number,
): readonly [number, number] {
  const from = offsets[start] ?? original.length;
  return [from, end > start ? clusterEnd(original, offsets[end - 1] ?? from) : from];
}

/** The end of the character at an offset, with the marks that follow it. */
function clusterEnd(text: string, start: number): number {
  let end = Math.min(start + sizeAt(text, start), text.length);
  while (end < text.length && isMarkAt(text, end)) end += sizeAt(text, end);
  return end;
}

function foldCluster(cluster: string): string {
  const folded = cluster.normalize('NFKC').toLowerCase().replace(IGNORED, '');
  return /^\p{M}*$/u.test(folded) ? '' : folded;
}

/** Characters that are their own folded form: common Han characters, small letters, digits. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
  );
}

function isMarkAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  // Most text is spared the look-up: ASCII, general punctuation, Han characters, full-width forms.
  if (unit < 0x300 || (unit >= 0x3400 && unit <= 0xa66e) || unit >= 0xff00) return false;
  if (unit >= 0x2000 && unit < 0x20d0) return false;
  return MARK.test(text.slice(offset, offset + sizeAt(text, offset)));
}

function sizeAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
