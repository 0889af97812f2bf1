// Statements as the index takes them, without files.

import type { StatementEntry, UnitEntry } from '../../../server/src/core/search/entry.ts';

export interface Draft {
  readonly key: string;
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
  readonly version?: number;
  /** A heading and the paragraphs under it; paragraphs before the first heading have `undefined` for it. */
  readonly sections: readonly (readonly [heading: string | undefined, paragraphs: readonly string[]])[];
}

/** What is left out of a draft is such that no query of a test names it. */
export function entry({
  key,
  title = '☆',
  date = '',
  language = 'und',
  version = 0,
  sections,
}: Draft): StatementEntry {
  const units: UnitEntry[] = [];
  const add = (kind: UnitEntry['kind'], address: string, text: string): void => {
    const line = units.length * 2;
    const range = { start: { line, character: 3 }, end: { line: line + 1, character: text.length } };
    units.push({ kind, address, locator: `§ ${address}`, text, range });
  };
  sections.forEach(([heading, paragraphs], i) => {
    const section = sections[0]?.[0] === undefined ? i : i + 1;
    if (heading !== undefined) add('heading', String(section), heading);
    paragraphs.forEach((text, j) => {
      add('paragraph', `${String(section)}.${String(j + 1)}`, text);
    });
  });
  return {
    uri: `file:///${key}.statement.md`,
    ...{ key, title, date, language, units },
    names: [title],
    stamp: `${key} ${String(version)}`,
  };
}
