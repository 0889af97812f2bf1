import type { Block } from './blocks.ts';
import { DATE_IN_WORDS } from './date.ts';
import { isListItem } from './lines.ts';
import { readMarker } from './marker.ts';

const CLOSING: readonly RegExp[] = [
  new RegExp(
    `^(?:于.{1,12})?(?:${DATE_IN_WORDS})(?: года| г\\.)?\\.?(?:\\s*于.{1,12})?\\s*(?:[（(].{1,40}[）)])?$`,
    'iu',
  ),
  new RegExp(`^(?:г\\. ?)?\\p{Lu}[\\p{L} .-]{1,30}, (?:${DATE_IN_WORDS})(?: года| г\\.)?\\.?$`, 'iu'),
  /^[（(](?:新华社|中新社|人民日报|据).{0,40}[）)]$/u,
  /^《\s*[^》]{1,20}\s*》\s*[（(].{4,40}[）)]$/u,
  /^[（(]?责任编辑.{0,30}$/u,
  /^\|.*\|$/su,
  /^(?:Done|Signed|Adopted) (?:at|in|on) .{3,300}$/iu,
  /^\d+(?:st|nd|rd|th) (?:plenary )?meeting\b.{0,80}$/iu,
  /^(?:Совершено|Подписано|Принято) .{3,300}$/iu,
];
const SIGNATURE = /^[^。！？；：，,!?;:]{2,40}$/u;
/** No closing line is longer; what is longer need not be looked at. */
const LONGEST = 2000;
const MOST_SIGNATURES = 6;
const SIGNATURE_LEAD = /^(?:For the .{3,80}|За .{3,80}|.{2,30}(?:代表|主席|总统|总理|外长|部长))[:：]?$/iu;

/**
 * Takes the closing lines off the end of a body: lines of date, place, agency or newspaper, with the signatures
 * among and above them. Without any such line nothing is taken, and the first block always stays.
 */
export function takeColophon(body: Block[]): Block[] {
  let start = body.length;
  let found = false;
  for (let at = body.length - 1; at >= 1; at--) {
    const block = body[at];
    if (block === undefined || block.kind === 'heading') break;
    if (isClosing(block)) found = true;
    else if (block.kind !== 'break' && !isSignature(block)) break;
    // A few signatures may follow the last closing line.
    else if (!found && body.length - at > MOST_SIGNATURES) break;
    if (found) start = at;
  }
  return body.splice(start).filter((block) => block.kind !== 'break');
}

function isClosing({ text }: Block): boolean {
  return text.length <= LONGEST && CLOSING.some((pattern) => pattern.test(text));
}

function isSignature({ text }: Block): boolean {
  if (text.length > 120 || isListItem(text) || readMarker(text, false) !== undefined) return false;
  return (SIGNATURE.test(text) && !/[^.\p{Lu}]\.$/u.test(text)) || SIGNATURE_LEAD.test(text);
}
