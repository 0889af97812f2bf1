import type { Citation } from '../core/citation/citation.ts';
import type { Cited } from '../core/format/cited.ts';
import type { Library } from './library.ts';
import { resolveCitation } from './resolve.ts';

/**
 * What a citation in Pandoc's form cites, with all that is written around its key. A locator that nobody understands,
 * or whose passage does not exist, stays as it is written. `undefined` for a key that no statement has.
 */
export function citedIn(library: Library, citation: Citation): Cited[] | undefined {
  const { statement, addresses, problems } = resolveCitation(library, citation);
  if (statement === undefined) return undefined;
  const prefix = tidy(citation.prefix);
  const isRead = citation.locator !== undefined && problems.length === 0;
  const suffix = tidyEnd(isRead ? citation.suffix : behindLocator(citation));
  const passages: Cited[] = isRead
    ? addresses.map((address) => ({ statement, address }))
    : [
        {
          statement,
          address: '',
          ...(citation.locatorText === '' ? {} : { locatorText: tidy(citation.locatorText) }),
        },
      ];
  return passages.map((each, i) => ({
    ...each,
    ...(i === 0 && prefix !== '' ? { prefix } : {}),
    ...(i === passages.length - 1 && suffix !== '' ? { suffix } : {}),
  }));
}

/** Where a locator is not understood, the suffix holds it. */
function behindLocator({ suffix, locator, locatorText }: Citation): string {
  if (locator !== undefined) return suffix;
  const at = suffix.indexOf(locatorText);
  return at < 0 ? suffix : suffix.slice(at + locatorText.length).replace(/^\s*\}/u, '');
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** The space before a word is no part of it. */
function tidyEnd(text: string): string {
  return text
    .trimEnd()
    .replace(/\s+/gu, ' ')
    .replace(/^ (?=[,，;；:：、.。])/u, '');
}
