import { describe, expect, test } from 'vitest';
import { bibliographyFormats } from '../../../server/src/core/csl/bibliography-format.ts';
import { isKept, writeKept } from '../../../server/src/core/csl/kept-file.ts';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { statementFrom } from './statement-of.ts';

const statements = ['a-1', 'b-2'].map((id) => statementFrom({ id, title: `关于${id}的声明` }));

describe.each(bibliographyFormats)('%s', (format) => {
  const eol = (text: string): string => text.replaceAll('\r\n', '\n');

  test('is known again when Pincite keeps it, with any number of entries and either end of lines', () => {
    for (const count of [0, 1, 2]) {
      const text = writeKept(format, statements.slice(0, count));
      expect(isKept(format, text)).toBe(true);
      expect(isKept(format, eol(text))).toBe(true);
    }
  });

  test('is not taken for ours where somebody exported it', () => {
    expect(isKept(format, writeBibliography(format, statements))).toBe(false);
  });

  test('may be replaced where it holds nothing', () => {
    expect(isKept(format, '')).toBe(true);
    expect(isKept(format, ' \n')).toBe(true);
    expect(isKept(format, writeBibliography(format, []))).toBe(true);
  });
});

test.each([
  ['csl-json', '[{"id": "x"}]'],
  ['csl-json', '{"custom": {"kept-by": "Pincite"}}'],
  ['csl-json', 'no JSON'],
  ['csl-json', '[null]'],
  ['csl-yaml', 'references:\n- id: x\n'],
  ['csl-yaml', '# by hand\nreferences: []\nother: [x]\nreferences: [x]\n'],
  ['biblatex', '% Encoding: UTF-8\n'],
  ['biblatex', '@misc{x}'],
  ['ris', 'TY  - GEN\nER  - \n'],
  ['ris', 'words'],
] as const)('what somebody else wrote stays theirs: %s %j', (format, text) => {
  expect(isKept(format, text)).toBe(false);
});

test('an entry that somebody adds makes the file theirs', () => {
  const json = JSON.parse(writeKept('csl-json', statements)) as unknown[];
  expect(isKept('csl-json', JSON.stringify([...json, { id: 'mine' }]))).toBe(false);
  expect(isKept('ris', `${writeKept('ris', statements)}\r\nTY  - GEN\r\nID  - mine\r\nER  - \r\n`)).toBe(
    false,
  );
});
