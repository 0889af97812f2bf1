import type { Span } from '../../span.ts';
import { readKey } from '../inline/key.ts';
import type { KeyToken, OpenToken } from '../inline/token.ts';
import type { BlockReading } from './block-reading.ts';
import { createCover } from './covered.ts';

/** A key right after a Han character, which makes it part of a word: no citation for Pandoc, and none for Pincite. */
export interface GluedKey {
  /** Where the `@` stands. */
  readonly at: number;
  readonly key: string;
  /** With its braces, if it has them. */
  readonly token: Pick<KeyToken, 'start' | 'end' | 'keyStart' | 'keyEnd'>;
  /** The innermost bracket around it, with both its signs; absent in running text and in a note (`^[…]`). */
  readonly bracket?: Span;
}

/** Finds the glued keys of a block, outside of code, mathematics, tags and links. */
export function gluedKeys(reading: BlockReading): GluedKey[] {
  const { text } = reading;
  const places = [...text.matchAll(/(?<=\p{Script=Han})@/gu)].map(({ index }) => index);
  if (places.length === 0) return [];
  const isTaken = createCover([...reading.hidden, ...reading.links.map(({ span }) => span)]);
  const bracketAt = createBracketFinder(reading);
  return places.flatMap((at) => {
    const token = isTaken(at) ? undefined : readKey(text, at);
    if (token === undefined) return [];
    const bracket = bracketAt(at);
    const key = text.slice(token.keyStart, token.keyEnd);
    return [{ at, key, token, ...(bracket && { bracket }) }];
  });
}

/** Tells the innermost bracket around a place. Places may not decrease. */
function createBracketFinder(reading: BlockReading): (at: number) => Span | undefined {
  const tokens = reading.tokens();
  const open: OpenToken[] = [];
  let next = 0;
  return (at) => {
    for (let token = tokens[next]; token !== undefined && token.start < at; token = tokens[++next]) {
      if (token.kind === 'open' && token.match >= 0) open.push(token);
      else if (token.kind === 'close' && token.match >= 0) open.pop();
    }
    const innermost = open.at(-1);
    if (innermost === undefined || innermost.lead === '^') return undefined;
    return { start: innermost.start, end: tokens[innermost.match]?.end ?? innermost.end };
  };
}
