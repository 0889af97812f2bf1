import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../engine.ts';
import { paragraphsOf } from './paragraphs.ts';

/** `String.indexOf` over all paragraphs in one string: what an exact search costs without any index. */
export function createIndexOf(folder: string): Engine {
  const file = path.join(folder, 'joined.json');
  let ids: string[] = [];
  /** Where each paragraph begins. */
  let starts = new Uint32Array(0);
  let joined = '';

  const join = (texts: readonly string[]): void => {
    starts = new Uint32Array(texts.length);
    let length = 0;
    for (const [i, text] of texts.entries()) {
      starts[i] = length;
      length += text.length + 1;
    }
    // Through bytes, so that one flat string comes of it.
    joined = Buffer.from(texts.join('\n'), 'utf16le').toString('utf16le');
  };
  const textAt = (i: number): string => joined.slice(starts[i], (starts[i + 1] ?? joined.length + 1) - 1);
  const paragraphAt = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    build: (statements) => {
      const texts: string[] = [];
      for (const entry of statements) {
        for (const { id, text } of paragraphsOf(entry)) {
          ids.push(id);
          texts.push(text);
        }
      }
      join(texts);
    },
    search: (query, limit) => {
      // The longest word is the rarest, as far as one can tell; the others are looked for where it stands.
      const [longest = '', ...others] = query.split(' ').sort((a, b) => b.length - a.length);
      const found: string[] = [];
      for (let at = joined.indexOf(longest); at >= 0 && found.length < limit;) {
        const paragraph = paragraphAt(at);
        const text = others.length === 0 ? '' : textAt(paragraph);
        if (others.every((word) => text.includes(word))) found.push(ids[paragraph] ?? '');
        const next = starts[paragraph + 1];
        at = next === undefined ? -1 : joined.indexOf(longest, next);
      }
      return found;
    },
    replace: (entry) => {
      const own = new Map(paragraphsOf(entry).map(({ id, text }) => [id, text]));
      join(ids.map((id, i) => own.get(id) ?? textAt(i)));
    },
    save: () => {
      writeFileSync(file, JSON.stringify({ ids, joined }));
    },
    load: () => {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as { ids: string[]; joined: string };
      ids = stored.ids;
      join(stored.joined.split('\n'));
    },
  };
}
