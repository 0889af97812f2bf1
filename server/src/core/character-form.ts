import { simplified } from './script-fold.ts';

/**
 * The form in which two characters are the same word for word, of a character with the marks that combine with it:
 * width, script and the style of marks are made one, and nothing else. `，` and `,` are one, `“` and `「`, a dash and a
 * hyphen, `。` and `.`. Letters keep their case and accents, digits stay what they are, and every mark stays: `。` and
 * `；` are two, and so are `、` and `，`, since the one parts the items of a list and the other clauses: “干涉内政、
 * 军事介入” and “干涉内政，军事介入” are not read alike. Empty for what does not count, such as white space; several
 * characters for one that is made of them (`㈱`).
 */
export function characterForm(character: string): string {
  const known = MARKS.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  // Most characters of a Chinese text.
  if (character.length === 1 && code >= 0x3400 && code <= 0x9fff) return script(character);
  const wide = character.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]+/gu, '');
  return Array.from(wide, (each) => MARKS.get(each) ?? script(each)).join('');
}

/**
 * What a form makes together with the one before it, where both are one mark: a dash is one however long it is, and
 * so is an ellipsis of any number of dots. `undefined` for any two others.
 */
export function joinedForm(before: string | undefined, form: string): string | undefined {
  if (form === '.' && (before === '.' || before === '…')) return '…';
  return (form === '-' || form === '…') && before === form ? form : undefined;
}

/** True for a form that is no letter and no digit. */
export function isMark(form: string): boolean {
  return !/[\p{L}\p{N}\p{M}]/u.test(form);
}

const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟«»「」﹁﹂〝〞〟″',
    "'": '‘’‚‛‹›『』﹃﹄`´′',
    '-': '‐‑‒–—―−─━',
    '.': '。',
    '…': '…‥⋯',
    '·': '•・‧∙⋅',
    '~': '〜∼',
  }).flatMap(([form, marks]) => Array.from(marks, (mark) => [mark, form] as const)),
);

/** Twice, for 薴 becomes 苧, and 苧 for itself 苎. */
function script(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x3400 ? character : String.fromCodePoint(simplified(simplified(code)));
}
