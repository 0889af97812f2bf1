import { parseHanNumeral, parseRomanNumeral } from '../../numeral.ts';

/** One Han numeral, as part of a regular expression. */
export const HAN_NUMERAL = '[〇零一二三四五六七八九两兩十百千壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]{1,9}';

/**
 * A number in any writing that a locator has: 4, 四, IV, iv, and (a) as 1. A single `i`, `v` or `x` is Roman; other
 * small letters count from a. `undefined` if the text is none of these.
 */
export function parseNumber(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const roman = parseRomanNumeral(text);
  if (roman !== undefined && (text.length > 1 || /^[ivxIVXLC]$/.test(text))) return roman;
  if (/^[a-z]$/.test(text)) return text.charCodeAt(0) - 96;
  return parseHanNumeral(text);
}
