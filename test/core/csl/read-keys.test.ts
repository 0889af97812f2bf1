import { describe, expect, test } from 'vitest';
import { bibliographyFormats } from '../../../server/src/core/csl/bibliography-format.ts';
import { writeKept } from '../../../server/src/core/csl/kept-file.ts';
import { readKeys } from '../../../server/src/core/csl/read-keys.ts';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { shippedStatements } from './statement-of.ts';

describe.each(bibliographyFormats)('%s', (format) => {
  test('that we write is read again', () => {
    const statements = shippedStatements();
    const keys = statements.map(({ key }) => key).sort();
    expect(keys).toHaveLength(5);
    expect([...(readKeys(format, writeBibliography(format, statements)) ?? [])].sort()).toEqual(keys);
    expect([...(readKeys(format, writeKept(format, statements)) ?? [])].sort()).toEqual(keys);
  });
});

test.each([
  ['csl-json', '[{"id":"a-1"},{"id":7},{"title":"x"},{"id":"z","citation-key":"k"}]', ['a-1', '7', 'z', 'k']],
  ['csl-json', '{"references":[{"id":"a-1"}]}', ['a-1']],
  ['csl-json', '{"items":[{"id":"a-1"}]}', ['a-1']],
  ['csl-yaml', '---\nreferences:\n- id: a-1\n  title: x\n- title: y\n  id: "b-2"\n...\n', ['a-1', 'b-2']],
  ['csl-yaml', "references: [{id: a-1, title: x}, {'id': 'b-2'}]", ['a-1', 'b-2']],
  ['csl-yaml', '- id: a-1 # first\n', ['a-1']],
  ['biblatex', '@article{a-1,\n title={x}}\n@Online(b-2, title={y})', ['a-1', 'b-2']],
  ['biblatex', '@comment{c-3, x}\n@string{d = "x"}\n@misc{ e:5 ,ids={f, g}}', ['e:5', 'f', 'g']],
  ['ris', 'TY  - GEN\r\nID  - a-1 \r\nER  - \r\n', ['a-1']],
] as const)('%s %s', (format, text, keys) => {
  expect([...(readKeys(format, text) ?? [])]).toEqual(keys);
});

test.each(['', 'x', '{}', '7', 'null', '"x"'])('%j is no CSL-JSON', (text) => {
  expect(readKeys('csl-json', text)).toBeUndefined();
});
