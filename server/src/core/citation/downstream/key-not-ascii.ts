import type { BlockReading } from './block-reading.ts';
import { swallowingKey } from './known-start.ts';
import type { Trap, TrapContext } from './trap.ts';

/**
 * `[@中俄2022]`: Zettlr reads ASCII keys only. In running text such a key is as likely somebody's name, and is reported
 * only if it is the title of a statement.
 */
export function keysNotAscii({ citations }: BlockReading, { statement, keyOfTitle }: TrapContext): Trap[] {
  return citations.flatMap(({ key, keySpan, form, span, group }): Trap[] => {
    // eslint-disable-next-line no-control-regex
    if (/^[\x00-\x7f]*$/.test(key)) return [];
    if (swallowingKey(key, (start) => statement(start) !== undefined) !== undefined) return [];
    const ascii = keyOfTitle(key);
    if (ascii === undefined && form === 'textual') return [];
    const values = { key, ...(ascii === undefined ? {} : { ascii }) };
    const fixes =
      ascii === undefined
        ? []
        : [
            {
              edits: [{ span: keySpan, text: ascii }],
              keys: [{ at: keySpan.start, key: ascii, form }],
            },
          ];
    return [
      { code: 'key-not-ascii', span: keySpan, site: form === 'bracketed' ? group : span, values, fixes },
    ];
  });
}
