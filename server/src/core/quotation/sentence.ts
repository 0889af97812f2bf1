/** Abbreviations before names and numbers, whose point ends no sentence. */
const ABBREVIATIONS =
  'Mr|Mrs|Ms|Dr|Prof|St|Art|Arts|Sec|Ch|No|Nos|para|paras|pp|p|ed|eds|vol|cf|vs|Res|Doc|Gen|Amb|Sen|etc|ст|стр|с|п|гл|им|см|ср|проф|акад';

/** A mark that ends a sentence; a point only before a space and something that begins one, and not after one letter. */
const END = new RegExp(
  `[。！？!?]|(?<!\\b\\p{L})(?<!(?<!\\p{L})(?:${ABBREVIATIONS}))[.．](?=\\s+[\\p{Lu}\\p{Script=Han}“"「『«„‹[(*_]|\\s*$)|\\n[ \\t>]*\\r?\\n`,
  'u',
);

/** `“甲”（见 ` before its citation, `“甲。” — ` before the name of its source. */
const LEADS =
  '(?:见|見|参见|參見|详见|詳見|引自|出自|摘自|载于?|載於?|来源[:：]?|來源[:：]?|see|see also|cf\\.?|from|in|quoted in|см\\.?|цит\\. по:?)';
const BEHIND = new RegExp(
  `^[”’」』»›"']*\\s*(?<mark>[。．.!！?？,，;；:：]?)[”’」』»›"')）]*\\s*(?<dash>[—–―-]{0,2})\\s*(?:[（(\\[［]\\s*)?(?:${LEADS}\\s*)?$`,
  'iu',
);
/** `意见` ends with none of them: what leads stands behind a mark. */
const LEAD = new RegExp(
  `(?:[—–―-]{1,2}\\s*(?:[（(\\[［]\\s*)?|[（(\\[［]\\s*|(?<=[。；;.!！?？]\\s*))(?:${LEADS}\\s*)?$`,
  'iu',
);

/** True if a sentence ends somewhere in a text. */
export function endsSentenceBetween(text: string): boolean {
  return END.test(text);
}

/** True if only the mark that ends the sentence, closing marks and words that lead to a citation stand in a text. */
export function isRightBehind(text: string): boolean {
  return BEHIND.test(text);
}

/** The same without any mark that ends or parts anything. */
export function isAtOnceBehind(text: string): boolean {
  return BEHIND.exec(text)?.groups?.['mark'] === '';
}

/** True if a quotation, given with what follows it, ends the sentence in which it stands. */
export function endsSentenceItself(words: string, behind: string): boolean {
  const last = words
    .trimEnd()
    .replace(/[”’」』»›"'\s]+$/u, '')
    .slice(-1);
  if (/[。．.]/.test(last)) return true;
  // “…？”他问。
  return /[!！?？]/.test(last) && !/^\s*[\p{Ll}\p{Script=Han}]/u.test(behind);
}

/** Where the words that lead to a citation begin at the end of a text: a dash, a bracket, `见`. */
export function leadStart(text: string): number {
  return text.length - (LEAD.exec(text)?.[0].length ?? 0);
}
