import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCslItem } from '../../../server/src/core/csl/csl-item.ts';
import { isKept, writeKept } from '../../../server/src/core/csl/kept-file.ts';
import { bibliographyFormats } from '../../../server/src/core/csl/bibliography-format.ts';
import { readKeys } from '../../../server/src/core/csl/read-keys.ts';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { statementFrom } from './statement-of.ts';

const AWKWARD = Array.from(
  '{}[]()<>&%\\"\'`~^$#_*@|!?:;,，；、。《》“”‘’.-+= \t\n\r\u0000\u2028\ufeff\ud800　中é😀𠮷a1',
);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'null',
    'true',
    '1.10',
    '2025-05-08',
    '- a',
    '1. x',
    '---',
    'ER  - ',
    '@misc{x,',
    '# a',
    '~',
  ),
);
const date = fc.constantFrom('2025', '2025-05', '2025-05-08');
const metadata = fc.record(
  {
    title: text,
    type: fc.constantFrom('document', 'article-newspaper', 'webpage', 'chapter', 'treaty', 'nothing'),
    language: fc.constantFrom('zh-CN', 'en', 'en-US', 'ru', 'x y}'),
    author: fc.array(fc.oneof(text, fc.record({ literal: text }), fc.record({ family: text, given: text })), {
      maxLength: 3,
    }),
    issued: date,
    'event-date': date,
    'event-place': text,
    'event-title': text,
    'container-title': text,
    'title-short': text,
    page: text,
    URL: text,
    DOI: text,
    note: text,
    publisher: text,
    genre: text,
    number: text,
  },
  { requiredKeys: [] },
);
const statements = fc
  .array(metadata, { maxLength: 3 })
  .map((list) => list.map((front, at) => statementFrom({ id: `key-${String(at)}`, ...front })));

/** Braces that are not escaped close what they open, and no line but the last of an entry begins with one. */
function depthAtEnd(text: string): number {
  let depth = 0;
  for (const [mark] of text.matchAll(/\\[\\{}]|[{}]/g)) {
    if (mark === '{') depth++;
    if (mark === '}') depth--;
    if (depth < 0) return depth;
  }
  return depth;
}

test('no metadata makes a bibliography that cannot be read', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(statements, (list) => {
      const items = list.map(toCslItem);
      expect(JSON.parse(writeBibliography('csl-json', list))).toEqual(JSON.parse(JSON.stringify(items)));

      const yaml = parse(writeBibliography('csl-yaml', list)) as { references: Record<string, unknown>[] };
      expect(yaml.references.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
      // Without the backslashes of Markdown each text is what it was, and is a text.
      expect(yaml.references.map(({ title }) => unescape(title))).toEqual(items.map(({ title }) => title));
      expect(yaml.references.map(({ note }) => unescape(note))).toEqual(items.map(({ note }) => note));
      expect(yaml.references.map(({ issued }) => issued)).toEqual(items.map(({ issued }) => issued));

      const bib = writeBibliography('biblatex', list);
      expect(depthAtEnd(bib)).toBe(0);
      expect(bib.match(/^@[a-z]+\{key-\d,$/gm) ?? []).toHaveLength(list.length);
      for (const line of bib.split('\n'))
        expect(line).toMatch(/^(?:@[a-z]+\{key-\d,| {2}[a-z]+ = \{.*\},|\}|)$/u);

      const lines = writeBibliography('ris', list).split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*|)$/u);
      expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(list.length);

      for (const format of bibliographyFormats) {
        expect(isKept(format, writeKept(format, list))).toBe(true);
        const keys = readKeys(format, writeKept(format, list));
        for (const { id } of items) expect(keys).toContain(id);
      }
    }),
    { numRuns: 400 },
  );
});

function unescape(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\\([!-/:-@[-`{-~])/g, '$1') : value;
}

test('no text makes the readers throw', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.json()), fc.constantFrom(...bibliographyFormats), (any, format) => {
      readKeys(format, any);
      isKept(format, any);
    }),
    { numRuns: 500 },
  );
});
