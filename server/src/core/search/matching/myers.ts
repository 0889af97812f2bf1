/**
 * Approximate match of a pattern anywhere in a text, by the bit-parallel algorithm of Myers (1999) in the form for
 * patterns longer than a machine word by Hyyrö (2003): a column of the table of edit distances as bits, 32 rows a word.
 */
export interface Approximate {
  /** The least number of characters to put in, leave out or change. */
  readonly distance: number;
  /** The end of the first stretch of the text that is so near. */
  readonly end: number;
}

export interface ApproximateMatcher {
  readonly length: number;
  /** The nearest stretch of `text[from..end)`, gone over from left to right, or from right to left. */
  nearest(text: Uint16Array, from: number, end: number, backwards?: boolean): Approximate;
}

const WORD = 32;

export function createApproximateMatcher(pattern: Uint16Array): ApproximateMatcher {
  const forwards = peqOf(pattern);
  let reversed: Peq | undefined;
  return {
    length: pattern.length,
    nearest: (text, from, end, backwards = false) => {
      const peq = backwards ? (reversed ??= peqOf(pattern.toReversed())) : forwards;
      return pattern.length <= WORD
        ? nearestInWord(peq, pattern.length, text, from, end, backwards)
        : nearestInBlocks(peq, pattern.length, text, from, end, backwards);
    },
  };
}

/** Where each character stands in the pattern, as bits; by character the index of its row of words. */
interface Peq {
  readonly rows: Uint16Array;
  readonly bits: Int32Array;
  readonly words: number;
}

function peqOf(pattern: Uint16Array): Peq {
  const words = Math.max(1, Math.ceil(pattern.length / WORD));
  const rows = new Uint16Array(0x10000);
  const bits = new Int32Array((pattern.length + 1) * words);
  let count = 0;
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern[i] ?? 0;
    if (rows[unit] === 0) rows[unit] = ++count;
    const at = (rows[unit] ?? 0) * words + (i >> 5);
    bits[at] = (bits[at] ?? 0) | (1 << (i & 31));
  }
  return { rows, bits, words };
}

function nearestInWord(
  { rows, bits }: Peq,
  length: number,
  text: Uint16Array,
  from: number,
  end: number,
  backwards: boolean,
): Approximate {
  const top = 1 << (length - 1);
  let positive = -1;
  let negative = 0;
  let score = length;
  let distance = length;
  let best = backwards ? end : from;
  const step = backwards ? -1 : 1;
  const stop = backwards ? from - 1 : end;
  for (let at = backwards ? end - 1 : from; at !== stop; at += step) {
    const equal = bits[rows[text[at] ?? 0] ?? 0] ?? 0;
    const x = equal | negative;
    const diagonal = (((equal & positive) + positive) ^ positive) | equal | negative;
    let up = negative | ~(diagonal | positive);
    let down = positive & diagonal;
    if ((up & top) !== 0) score++;
    else if ((down & top) !== 0) score--;
    up <<= 1;
    down <<= 1;
    positive = down | ~(x | up);
    negative = up & x;
    if (score < distance) {
      distance = score;
      best = backwards ? at : at + 1;
    }
  }
  return { distance, end: best };
}

function nearestInBlocks(
  { rows, bits, words }: Peq,
  length: number,
  text: Uint16Array,
  from: number,
  end: number,
  backwards: boolean,
): Approximate {
  const positive = new Int32Array(words).fill(-1);
  const negative = new Int32Array(words);
  const top = 1 << ((length - 1) & 31);
  let score = length;
  let distance = length;
  let best = backwards ? end : from;
  const step = backwards ? -1 : 1;
  const stop = backwards ? from - 1 : end;
  for (let at = backwards ? end - 1 : from; at !== stop; at += step) {
    const row = (rows[text[at] ?? 0] ?? 0) * words;
    // What one word hands to the next: a horizontal difference of -1, 0 or 1.
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const p = positive[word] ?? 0;
      const n = negative[word] ?? 0;
      let equal = bits[row + word] ?? 0;
      const x = equal | n;
      if (carry < 0) equal |= 1;
      const diagonal = (((equal & p) + p) ^ p) | equal | n;
      let up = n | ~(diagonal | p);
      let down = p & diagonal;
      const last = word === words - 1 ? top : 1 << 31;
      const out = (up & last) !== 0 ? 1 : (down & last) !== 0 ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      positive[word] = down | ~(x | up);
      negative[word] = up & x;
      carry = out;
    }
    score += carry;
    if (score < distance) {
      distance = score;
      best = backwards ? at : at + 1;
    }
  }
  return { distance, end: best };
}
