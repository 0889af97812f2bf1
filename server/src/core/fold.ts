import { clusterEnd, foldCluster, foldLetter, isMarkAt } from './cluster-fold.ts';

/**
 * Folding: the form in which texts are compared when a person searches. Width, case and accents of letters and the two
 * scripts of Chinese are made one, a letter and the marks that combine with it become one character where Unicode has
 * it, Han digits become Arabic ones, and white space, punctuation and symbols are left out, so that `“上海精神”` is found
 * by `上海精神`, `Ｇ２０` by `g20`, `戰略` by `战略`, `二〇二五年` by `2025年`.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original that it comes from, and a last entry for its end. */
  readonly offsets: readonly number[];
}

/** What one text folds to, in arrays that the next text uses again. */
export interface FoldBuffer {
  /** The folded text in `[0, length)`, as UTF-16 units. */
  units: Uint16Array;
  /** In `[0, length]` what `Folded.offsets` has. */
  offsets: Uint32Array;
  length: number;
}

/** Folds a text; never throws, lone surrogates included (they are left out). */
export function fold(original: string): Folded {
  foldInto(original, own);
  const { units, offsets, length } = own;
  if (units.length > LARGE) own = createFoldBuffer();
  // Array.from takes ten times as long.
  const places: number[] = [];
  for (let i = 0; i <= length; i++) places.push(offsets[i] ?? 0);
  return { text: textOf(units, length), offsets: places };
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

export function createFoldBuffer(): FoldBuffer {
  return { units: new Uint16Array(256), offsets: new Uint32Array(256), length: 0 };
}

/** Replaces what a buffer holds with the fold of a text, as `fold` does it, for those who fold many texts. */
export function foldInto(original: string, buffer: FoldBuffer): void {
  reserve(buffer, original.length + 1);
  let { units, offsets } = buffer;
  let length = 0;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    let form = FORMS[unit] ?? UNKNOWN;
    if (form === UNKNOWN) form = remember(unit);
    if (form > COMPLEX) {
      units[length] = form;
      offsets[length++] = at++;
    } else if (form === DROPPED) {
      at++;
    } else {
      // A mark belongs to the character before it, which has been folded by itself if it has been reached at all.
      const start = at > 0 && isMarkAt(original, at) ? at - 1 : at;
      if (length > 0 && offsets[length - 1] === start) length--;
      at = clusterEnd(original, start);
      const folded = foldComplex(original.slice(start, at));
      reserve(buffer, length + folded.length + (original.length - at) + 1);
      ({ units, offsets } = buffer);
      for (let i = 0; i < folded.length; i++, length++) {
        units[length] = folded.charCodeAt(i);
        offsets[length] = start;
      }
    }
  }
  offsets[length] = original.length;
  buffer.length = length;
}

/** What each code unit folds to by itself, learnt when it is first met: a unit, or one of these (no text folds to them). */
const FORMS = new Uint16Array(0x10000);
const UNKNOWN = 0;
const DROPPED = 1;
/** Half of a surrogate pair, a mark, or what folds to several units. */
const COMPLEX = 2;

function remember(unit: number): number {
  const form = formOf(unit);
  FORMS[unit] = form;
  return form;
}

function formOf(unit: number): number {
  const character = String.fromCharCode(unit);
  // Most distinct characters of a Chinese text; for them the rules come down to this one.
  const isHan = (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
  if (!isHan && /^[\p{M}\p{Cs}]$/u.test(character)) return COMPLEX;
  const folded = isHan ? foldLetter(character) : foldCluster(character);
  if (folded === '') return DROPPED;
  return folded.length === 1 ? folded.charCodeAt(0) : COMPLEX;
}

/** Short clusters, for texts that are full of decomposed letters or rare characters; forgotten when they get many. */
const clusters = new Map<string, string>();
const MOST_CLUSTERS = 4096;

function foldComplex(cluster: string): string {
  if (cluster.length > 4) return foldCluster(cluster);
  let folded = clusters.get(cluster);
  if (folded === undefined) {
    folded = foldCluster(cluster);
    if (clusters.size >= MOST_CLUSTERS) clusters.clear();
    clusters.set(cluster, folded);
  }
  return folded;
}

/** What `fold` works in; given up after a text of more than `LARGE` units. */
let own = createFoldBuffer();
const LARGE = 1 << 16;

/** Makes room for so many entries, without loss of those there are. */
function reserve(buffer: FoldBuffer, size: number): void {
  if (size <= buffer.units.length) return;
  const room = Math.max(size, buffer.units.length * 2);
  const { units, offsets } = buffer;
  buffer.units = new Uint16Array(room);
  buffer.units.set(units);
  buffer.offsets = new Uint32Array(room);
  buffer.offsets.set(offsets);
}

const CHUNK = 4096;

/** The units as a string, as many at once as a call takes arguments. */
function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let start = 0; start < length; start += CHUNK) {
    const codes: number[] = [];
    for (let i = start; i < length && i < start + CHUNK; i++) codes.push(units[i] ?? 0);
    text += String.fromCharCode(...codes);
  }
  return text;
}
