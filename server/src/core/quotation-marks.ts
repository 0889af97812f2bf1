/** The marks of quotations in a language: around one, and around one within it. */
export interface QuotationMarks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

const CURLY: QuotationMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const CORNER: QuotationMarks = { outer: ['「', '」'], inner: ['『', '』'] };
const RUSSIAN: QuotationMarks = { outer: ['«', '»'], inner: ['„', '“'] };

/** “ ” for simplified Chinese and English, 「 」 for traditional Chinese, « » for Russian; by a BCP 47 tag. */
export function quotationMarks(language: string): QuotationMarks {
  if (/^ru\b/i.test(language)) return RUSSIAN;
  const isTraditional = /^zh\b/i.test(language) && /-(?:hant|tw|hk|mo)\b/i.test(language);
  return isTraditional && !/-hans\b/i.test(language) ? CORNER : CURLY;
}

const CLOSING: ReadonlyMap<string, readonly string[]> = new Map([
  ['“', ['”']],
  ['„', ['“', '”']],
  ['«', ['»']],
  ['「', ['」']],
  ['‘', ['’']],
  ['‹', ['›']],
  ['『', ['』']],
]);
const QUOTES = /[“”„«»「」‘’‹›『』]/gu;
const isSecond = (mark: string): boolean => '‘’‹›『』'.includes(mark);

/**
 * A text between quotation marks, with those inside of it changed as the convention wants it: “ ” becomes ‘ ’, and what
 * stands within that “ ” again. A mark whose counterpart is not in the text, because the quotation begins or ends
 * within one, changes as if it were; an apostrophe stays one. Straight marks stay.
 */
export function quoted(text: string, { outer, inner }: QuotationMarks): string {
  const levels = [inner, outer];
  const open: string[] = [];
  const changed = text.replace(QUOTES, (mark, at: number) => {
    const expected = CLOSING.get(open.at(-1) ?? '');
    if (expected?.includes(mark) === true && !isApostrophe(text, at)) {
      open.pop();
      return levels[open.length % 2]?.[1] ?? mark;
    }
    if (CLOSING.has(mark) && !(mark === '“' && open.at(-1) === '„')) {
      open.push(mark);
      return levels[(open.length - 1) % 2]?.[0] ?? mark;
    }
    if (isSecond(mark)) return mark === '’' ? mark : inner[1];
    return inner[1];
  });
  return outer[0] + changed + outer[1];
}

/** `People’s`: between two letters of a script that writes its words apart. */
function isApostrophe(text: string, at: number): boolean {
  const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
  return text.charAt(at) === '’' && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1));
}
