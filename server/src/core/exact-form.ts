import { clusterEnd } from './cluster-fold.ts';
import { simplified } from './script-fold.ts';

/**
 * The form in which two texts are the same word for word: width, script, white space and the style of marks are made
 * one, and nothing else. Letters keep their case and accents, Han digits stay what they are, and every mark stays: `，`
 * and `,` are one, `“` and `「`, a dash of any length, an ellipsis of any number of dots, but `。` and `；` are two, and `、` and `，`.
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
    const form = formOf(original.slice(at, end));
    const last = text.at(-1);
    if (form === '.' && (last === '.' || last === '…')) {
      text = `${text.slice(0, -1)}…`;
      ends[ends.length - 1] = end;
    } else if ((form === '-' || form === '…') && last === form) {
      ends[ends.length - 1] = end;
    } else {
      text += form;
      while (starts.length < text.length) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text, starts, ends };
}

/** True for a form that is no letter and no digit. */
export function isMark(form: string): boolean {
  return !/[\p{L}\p{N}\p{M}]/u.test(form);
}

const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟«»「」﹁﹂〝〞〟',
    "'": '‘’‚‛‹›『』﹃﹄`´',
    '-': '‐‑‒–—―−─━',
    '.': '。',
    '…': '…‥⋯',
    '·': '•・‧∙⋅',
    '~': '〜∼',
  }).flatMap(([form, marks]) => Array.from(marks, (mark) => [mark, form] as const)),
);

function formOf(character: string): string {
  const known = MARKS.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  // Most characters of a Chinese text.
  if (character.length === 1 && code >= 0x3400 && code <= 0x9fff) return script(character);
  const wide = character.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]+/gu, '');
  return Array.from(wide, (each) => MARKS.get(each) ?? script(each)).join('');
}

/** Twice, for 薴 becomes 苧, and 苧 for itself 苎. */
function script(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x3400 ? character : String.fromCodePoint(simplified(simplified(code)));
}
