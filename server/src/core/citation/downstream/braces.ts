import { isChinese } from '../../script.ts';
import type { Citation } from '../citation.ts';
import { readKey } from '../inline/key.ts';
import { parseLocator } from '../locator.ts';
import type { BlockReading } from './block-reading.ts';
import { impliedPage } from './implied-page.ts';
import { ownSuffix, placesOf } from './places.ts';
import { isBraced, siteOf, suffixPlace } from './suffix-place.ts';
import type { Trap, TrapContext } from './trap.ts';

/** `[@k, {第3段}]` and `@{key}`: Zettlr does not read braces, and Pandocs do not agree on what they hold. */
export function braces({ text, citations }: BlockReading, context: TrapContext): Trap[] {
  return citations.flatMap((citation) => {
    const found = [bracedKey(citation, text), bracedLocator(citation, text, context)];
    return found.filter((trap) => trap !== undefined);
  });
}

/** A key that can stand without braces. Those that hold other marks need them, and nothing else could be written. */
function bracedKey(citation: Citation, text: string): Trap | undefined {
  const { key, keySpan, form, span } = citation;
  if (!isBraced(keySpan, text)) return undefined;
  const bare = `@${key}`;
  if (readKey(bare, 0)?.keyEnd !== bare.length) return undefined;
  const braced = { start: keySpan.start - 1, end: keySpan.end + 1 };
  const after = text.slice(braced.end, span.end + 40);
  const isSwallowed = readKey(bare + after, 0)?.keyEnd !== bare.length;
  const isLocator = form === 'bracketed' && parseLocator(after)?.span.start === 0;
  const edit = { span: braced, text: key + (isSwallowed ? (isLocator ? '，' : ' ') : '') };
  const keys = [{ at: keySpan.start, key, form }];
  return {
    code: 'braces',
    span: braced,
    site: siteOf(citation),
    values: { key },
    fixes: [{ edits: [edit], keys }],
  };
}

const BRACED = /^(?:\s*[,，])?\s*(\{([^{}\n]*)\})/u;

function bracedLocator(
  citation: Citation,
  text: string,
  { language, statement }: TrapContext,
): Trap | undefined {
  const place = suffixPlace(citation, text);
  const match = place && BRACED.exec(text.slice(place.start, place.end));
  if (place === undefined || !match) return undefined;
  const [whole, held = '', content = ''] = match;
  const end = place.start + whole.length;
  const known = statement(citation.key);
  const words = content.trim();
  const isForeign = known !== undefined && !isChinese(known.metadata.language);
  const plain = plainForm(citation, words, known !== undefined && !isForeign);
  const own = known && placesOf(citation, known) !== undefined ? ownSuffix(citation, known) : undefined;
  const form = (isForeign ? [own, plain] : [plain, own]).find(
    (each) => each !== undefined && impliedPage(each, language) === undefined,
  );
  const edit = form === undefined ? undefined : { span: { start: place.start, end }, text: form };
  return {
    code: 'braces',
    span: { start: end - held.length, end },
    site: siteOf(citation),
    values: { words: held, ...(form === undefined ? {} : { form: form.replace(/^, /, '') }) },
    fixes: edit === undefined || whole.includes('\n') ? [] : [{ edits: [edit] }],
  };
}

/** The same words without braces; `undefined` where it is not known what Pandoc makes of them. */
function plainForm({ locator }: Citation, words: string, chinese: boolean): string | undefined {
  if (words === '') return '';
  if (chinese || /\p{Script=Han}/u.test(words)) return `，${words}`;
  return locator === undefined ? undefined : `, ${words}`;
}
