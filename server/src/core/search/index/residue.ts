import type { ByteSink } from './postings.ts';

/**
 * The residue of a text: what folding took out of it, so that the text can be told from its folded form again, every
 * mark and space where it stood. Most of a statement folds to itself; the residue is a tenth of its size.
 *
 * A residue is a row of steps. Each begins with a number whose lowest three bits say what happens after a run of
 * characters that fold to themselves, and whose other bits say how long the run is.
 */
const STOP = 0; // the text ends with the run
const LEFT_OUT = 1; // one code unit of the text that folds to nothing
const TWO_LEFT_OUT = 2; // two of them
const CHANGED = 3; // one code unit that folds to another
const OTHER = 4; // any number of code units that fold to any number: both numbers follow

/** Code units that statements are full of take one byte; any other takes three. */
const COMMON =
  '，。、；：“”《》（）—…·！？‘’〈〉「」『』－　 .,;:()[]"\'/-–%&!?\n\tABCDEFGHIJKLMNOPQRSTUVWXYZ〇一二三四五六七八九' +
  '０１２３４５６７８９АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёé«»„№°';
const codes = new Map([...COMMON].map((character, i) => [character.charCodeAt(0), i]));
const UNCOMMON = 0xff;

/** Writes the residue of a text whose folded form is `units[0..length)`, each from `offsets[i]` on. */
export function writeResidue(
  sink: ByteSink,
  text: string,
  units: Uint16Array,
  offsets: Uint32Array,
  length: number,
): void {
  let run = 0;
  let at = 0;
  let i = 0;
  while (at < text.length) {
    const from = i < length ? (offsets[i] ?? 0) : text.length;
    if (from === at) {
      let next = i + 1;
      while (next < length && offsets[next] === at) next++;
      if (next === i + 1 && text.charCodeAt(at) === units[i]) {
        run++;
        at++;
        i++;
        continue;
      }
      const end = next < length ? (offsets[next] ?? 0) : text.length;
      writeStep(sink, run, text, at, end, next - i);
      at = end;
      i = next;
    } else {
      const end = Math.min(from, at + 2);
      writeStep(sink, run, text, at, end, 0);
      at = end;
    }
    run = 0;
  }
  sink.varint(run << 3);
}

function writeStep(sink: ByteSink, run: number, text: string, at: number, end: number, made: number): void {
  const taken = end - at;
  let kind = OTHER;
  if (made === 0 && taken === 1) kind = LEFT_OUT;
  else if (made === 0 && taken === 2) kind = TWO_LEFT_OUT;
  else if (made === 1 && taken === 1) kind = CHANGED;
  sink.varint((run << 3) | kind);
  if (kind === OTHER) {
    sink.varint(taken);
    sink.varint(made);
  }
  for (let i = at; i < end; i++) {
    const unit = text.charCodeAt(i);
    const code = codes.get(unit);
    if (code === undefined) {
      sink.byte(UNCOMMON);
      sink.byte(unit & 0xff);
      sink.byte(unit >> 8);
    } else sink.byte(code);
  }
}

/** A text with its folded form, as `fold` gives it. */
export interface Unfolded {
  readonly original: string;
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The text whose folded form is `folded` and whose residue starts at `start`. */
export function readResidue(folded: string, bytes: Uint8Array, start: number): Unfolded {
  let original = '';
  const offsets: number[] = [];
  let at = start;
  let done = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (;;) {
    const step = varint();
    const run = step >>> 3;
    for (let i = 0; i < run; i++) offsets.push(original.length + i);
    original += folded.slice(done, done + run);
    done += run;
    const kind = step & 7;
    if (kind === STOP || kind > OTHER) break;
    const taken = kind === OTHER ? varint() : kind === TWO_LEFT_OUT ? 2 : 1;
    const made = kind === OTHER ? varint() : kind === CHANGED ? 1 : 0;
    for (let i = 0; i < made; i++) offsets.push(original.length);
    done += made;
    for (let i = 0; i < taken; i++) {
      const code = bytes[at++] ?? 0;
      if (code === UNCOMMON) {
        original += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
        at += 2;
      } else original += COMMON[code] ?? '';
    }
  }
  offsets.push(original.length);
  return { original, text: folded, offsets };
}
