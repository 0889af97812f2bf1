import { characterForm, joinedForm } from './character-form.ts';
import { clusterEnd } from './cluster-fold.ts';

/**
 * A text in the form in which two texts are the same word for word (`characterForm`): without white space, each
 * character in its form, dashes and ellipses of any length one character.
 */
export interface ExactForm {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the original of the character that it comes from. */
  readonly starts: readonly number[];
  /** For each unit where that character ends, with the marks that combine with it. */
  readonly ends: readonly number[];
}

export function exactForm(original: string): ExactForm {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length;) {
    const end = clusterEnd(original, at);
    const form = characterForm(original.slice(at, end));
    const joined = joinedForm(text.at(-1), form);
    if (joined === undefined) {
      text += form;
      starts.push(...new Array<number>(form.length).fill(at));
      ends.push(...new Array<number>(form.length).fill(end));
    } else {
      text = text.slice(0, -1) + joined;
      ends[ends.length - 1] = end;
    }
    at = end;
  }
  return { text, starts, ends };
}
