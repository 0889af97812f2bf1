import { isChinese } from '../../script.ts';
import { parseLocator } from '../locator.ts';
import type { BlockReading } from './block-reading.ts';
import type { GluedKey } from './glued-key.ts';
import { swallowingKey } from './known-start.ts';
import type { Fix, TextEdit, Trap, TrapContext } from './trap.ts';

/**
 * `指出@key`: Pandoc prints it as it stands, and nothing is cited. Only keys of the corpus are reported: others may be
 * addresses and nicknames. `[@key]` is offered first, for it needs no space; a space leaves the authors in the sentence.
 */
export function keysAfterHan(
  { text }: BlockReading,
  glued: readonly GluedKey[],
  { statement }: TrapContext,
): Trap[] {
  return glued.flatMap(({ at, key, token, bracket }): Trap[] => {
    const isKnown = (name: string): boolean => statement(name) !== undefined;
    const meant = isKnown(key) ? key : swallowingKey(key, isKnown);
    if (bracket !== undefined || meant === undefined) return [];
    const known = statement(meant);
    const locator = key === meant ? followingLocator(text, token.end) : undefined;
    const isHan = known !== undefined && isChinese(known.metadata.language);
    const comma = isHan || /\p{Script=Han}/u.test(locator?.words ?? '') ? '，' : ', ';
    const end = key === meant ? token.end : token.keyStart + meant.length;
    const inBracket: TextEdit[] = [
      { span: { start: at, end: token.keyStart }, text: '[@' },
      locator === undefined
        ? { span: { start: token.keyStart + meant.length, end }, text: ']' }
        : {
            span: { start: token.keyStart + meant.length, end: locator.end },
            text: `${comma}${locator.words}]`,
          },
    ];
    const spaced: Fix = {
      edits: [{ span: { start: at, end: at }, text: ' ' }],
      keys: [{ at: token.keyStart, key, form: 'textual' }],
    };
    return [
      {
        code: 'key-after-han',
        span: { start: at, end: token.end },
        site: { start: at, end: locator?.end ?? token.end },
        values: { key: meant, before: text.slice(Math.max(0, at - 2), at).replace(/^[^\p{L}]+/u, '') },
        fixes: [
          { edits: inBracket, keys: [{ at: token.keyStart, key: meant, form: 'bracketed' }] },
          ...(locator === undefined ? [spaced] : []),
        ],
      },
    ];
  });
}

const BRACKET = /[ \t]?\[([^[\]\n@]{1,60})\]/uy;

/** ` [第3段]` behind a key: what stands in the bracket, without the comma before it, if it is a locator. */
function followingLocator(
  text: string,
  start: number,
): { readonly words: string; readonly end: number } | undefined {
  BRACKET.lastIndex = start;
  const match = BRACKET.exec(text);
  const words = (match?.[1] ?? '').replace(/^\s*[,，]?\s*/, '').trimEnd();
  const isLocator = parseLocator(words)?.span.end === words.length;
  return match !== null && isLocator ? { words, end: start + match[0].length } : undefined;
}
