import type { Readings } from './readings.ts';
import { spellingOf, type SoundElement, type Spelling } from './sound-element.ts';

/** A way to read the start of some text: how much of it, as what. */
interface Step {
  readonly length: number;
  readonly elements: readonly SoundElement[];
  /** How much of it is guessed: `BEGUN` for each element that only begins a syllable. */
  readonly guesses: number;
}

/** A way to read a text from some place to its end. */
interface Path {
  readonly step: Step;
  readonly rest: Path | undefined;
  /** Of all steps together. */
  readonly guesses: number;
  readonly size: number;
}

/** No syllable has more letters (`zhuang`). */
const LONGEST_SYLLABLE = 6;

/** Anywhere a syllable can be begun by its initial (`zh`, `z`); the last one, which may still be typed, by more. */
const BEGUN = 2;
const LAST_BEGUN = 1;

/**
 * The ways to read a term as syllables, beginnings of syllables and characters, the likeliest `most` of them: those
 * in which less is guessed first, then those with fewer elements, then those whose first syllables are longer. Work
 * is bounded by the length of the term: from each place on only the likeliest ways are kept.
 */
export function segment(
  term: string,
  readings: Readings,
  most: number,
): readonly (readonly SoundElement[])[] {
  const spelling = spellingOf(readings);
  /** By place; beyond the end of the term there is one way to read nothing. */
  const paths: (readonly Path[])[] = [];
  for (let at = term.length - 1; at >= 0; at--) {
    const found = stepsAt(term, at, spelling).flatMap((step) => {
      const end = at + step.length;
      const rests: readonly (Path | undefined)[] = end === term.length ? [undefined] : (paths[end] ?? []);
      return rests.map((rest) => join(step, rest));
    });
    // Sorting is stable: steps come with the longest first, and what follows them is sorted already.
    paths[at] = found.sort((a, b) => a.guesses - b.guesses || a.size - b.size).slice(0, most);
  }
  return (paths[0] ?? []).map(elementsOf);
}

/** The term with every letter for a syllable of its own; `undefined` if a letter begins none (i, u, v). */
export function letterByLetter(term: string, readings: Readings): readonly SoundElement[] | undefined {
  const spelling = spellingOf(readings);
  const elements = Array.from({ length: term.length }, (_, at) =>
    isLetter(term, at) ? spelling.beginning(term.charAt(at)) : unitAt(term, at),
  );
  return elements.every((element) => element !== undefined) ? elements : undefined;
}

function join(step: Step, rest: Path | undefined): Path {
  return {
    step,
    rest,
    guesses: step.guesses + (rest?.guesses ?? 0),
    size: step.elements.length + (rest?.size ?? 0),
  };
}

function elementsOf(path: Path): readonly SoundElement[] {
  const elements: SoundElement[] = [];
  for (let at: Path | undefined = path; at !== undefined; at = at.rest) elements.push(...at.step.elements);
  return elements;
}

/** What may stand at a place, longer syllables first. */
function stepsAt(term: string, at: number, spelling: Spelling): readonly Step[] {
  if (!isLetter(term, at)) return [{ length: 1, elements: [unitAt(term, at)], guesses: 0 }];
  const steps: Step[] = [];
  for (let length = LONGEST_SYLLABLE; length > 0; length--) {
    const end = at + length;
    const letters = term.slice(at, end);
    if (!/^[a-z]+$/.test(letters) || letters.length < length) continue;
    const whole = spelling.whole(letters);
    if (whole !== undefined && isTone(term, end))
      steps.push({ length: length + 1, elements: [whole], guesses: 0 });
    // A vowel alone may as well begin a syllable, and rarely is one without its tone; it is not counted twice.
    if (whole !== undefined && length > 1) steps.push({ length, elements: [whole], guesses: 0 });
    const isLast = end === term.length;
    const begun =
      isLast || length === 1 || /^[zcs]h$/.test(letters) ? spelling.beginning(letters) : undefined;
    if (begun !== undefined) steps.push({ length, elements: [begun], guesses: isLast ? LAST_BEGUN : BEGUN });
  }
  const name = nameAt(term, at, spelling);
  return name === undefined ? steps : [name, ...steps];
}

/** A digit 1 to 5 alone, as tones are typed (`zhan4lve4`); it may as well be a digit of the text. */
function isTone(term: string, at: number): boolean {
  return /^[1-5](?![0-9])/.test(term.slice(at, at + 2));
}

/**
 * Letters that are letters of the text, as in `g20` or `covid19`: up to a digit which cannot be a tone, since there is
 * no syllable that it could end.
 */
function nameAt(term: string, at: number, spelling: Spelling): Step | undefined {
  if (at > 0 && isLetter(term, at - 1)) return undefined;
  const [letters = ''] = /^[a-z]{1,8}(?=[0-9])/.exec(term.slice(at, at + 9)) ?? [];
  if (letters === '') return undefined;
  for (let from = 0; from < letters.length; from++) {
    if (spelling.whole(letters.slice(from)) !== undefined) return undefined;
  }
  const elements = Array.from(letters, (_, i) => unitAt(term, at + i));
  return { length: letters.length, elements, guesses: 0 };
}

function isLetter(term: string, at: number): boolean {
  const unit = term.charCodeAt(at);
  return unit >= 97 && unit <= 122;
}

function unitAt(term: string, at: number): SoundElement {
  return { kind: 'unit', unit: term.charCodeAt(at) };
}
