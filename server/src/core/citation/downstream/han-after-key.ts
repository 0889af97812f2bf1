import type { Citation } from '../citation.ts';
import { parseLocator } from '../locator.ts';
import type { BlockReading } from './block-reading.ts';
import { swallowingKey } from './known-start.ts';
import { isBraced, siteOf } from './suffix-place.ts';
import type { Trap, TrapContext } from './trap.ts';

/**
 * `@key指出`: to Pandoc the key is `key指出`. A space ends the key in every program; `@{key}指出` does not in Zettlr,
 * and `[@key]指出` leaves the sentence without its subject in styles with notes.
 */
export function hanAfterKey({ text, citations }: BlockReading, { statement }: TrapContext): Trap[] {
  return citations.flatMap((citation): Trap[] => {
    const { key, keySpan, form } = citation;
    const meant = isBraced(keySpan, text)
      ? undefined
      : swallowingKey(key, (start) => statement(start) !== undefined);
    if (meant === undefined) return [];
    const at = keySpan.start + meant.length;
    const edit = { span: { start: at, end: at }, text: isLocator(citation, at, text) ? '，' : ' ' };
    return [
      {
        code: 'han-after-key',
        span: { start: at, end: keySpan.end },
        site: siteOf(citation),
        values: { key, meant, tail: key.slice(meant.length) },
        fixes: [{ edits: [edit], keys: [{ at: keySpan.start, key: meant, form }] }],
      },
    ];
  });
}

/** True for `[@key第3段]`, where a comma is missing. */
function isLocator({ form, span }: Citation, at: number, text: string): boolean {
  return form === 'bracketed' && parseLocator(text.slice(at, span.end))?.span.start === 0;
}
