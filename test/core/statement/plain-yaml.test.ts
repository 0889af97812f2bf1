// What the reader of plain front matter takes upon itself, it reads as the library does.

import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { expect, test } from 'vitest';
import { scalarText } from '../../../server/src/core/statement/front-matter-items.ts';
import { readPlainYaml } from '../../../server/src/core/statement/plain-yaml.ts';
import { readShipped } from '../../corpus/shipped.ts';

/** All that the front matter is asked for: what kind each node is of, its words, and where it stands. */
function shown(node: unknown): unknown {
  const place = (node as Node).range?.slice(0, 2);
  if (isMap(node)) return { place, fields: node.items.map(shownPair) };
  if (isSeq(node)) return { place, items: node.items.map(shown) };
  return { place, words: isScalar(node) && node.value === null ? null : scalarText(node) };
}

function shownPair({ key, value }: Pair): unknown {
  return [shown(key), shown(value)];
}

/** True if the text is plain; then both must read the same in it. */
function isPlain(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const { contents, errors } = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  expect(errors).toEqual([]);
  if (!isMap(contents)) throw new Error('the library finds no fields');
  expect(plain.items.map(shownPair)).toEqual((contents.items as Pair[]).map(shownPair));
  for (const { key } of contents.items) expect(isScalar(key) && typeof key.value).toBe('string');
  return true;
}

const example = `id: a
title: 甲国、乙国“联合”声明:全文#1
title-short: '短'
author: [{literal: 甲国}, {given: A B, family: "C, D"}]
event-date: 2019-03-01 # not in the witness
URL: https://example.org/a?b=c
page: 3
language: ~
regularised: [ width , spacing]
witnesses:
  - {siglum: A, source: 100_page.txt, lines: [[3, 15], [17, 18]]}
emendations: []
variants:
  - at: "1.2" # a remark
    readings: {A: "", B: 甲}
    text: 乙
  - {at: 3, readings: {A: x}}
doubts:
    -   at: 1
        text: 丙
`.trimEnd();
const lines = example.split('\n');

test('the front matter of every shipped statement is plain', () => {
  for (const [path, file] of readShipped()) {
    if (path.startsWith('statements/')) expect(isPlain(file.slice(4, file.indexOf('\n---', 4)))).toBe(true);
  }
});

test('every usual form is plain, with either kind of line break', () => {
  expect(isPlain(example)).toBe(true);
  expect(isPlain(example.replaceAll('\n', '\r\n'))).toBe(true);
  for (const line of lines.slice(0, 9)) expect(isPlain(line)).toBe(true);
});

test.each([
  ...['', 'a', 'a:', 'a: b\n\nc: d', '# remark\na: b', 'a: b\n  c', 'a: b: c', 'a: "b\\n"', "a: 'b''c'"],
  ...['a: |\n  b', 'a: &x b', 'a: *x', 'a: !t b', 'a: [b,]', 'a: [b\n  ]', 'a: {b}', 'a: {b:c}', 'a: [b: c]'],
  ...[
    'a:\n- b',
    'a:\n  b: c',
    'a:\n  - b:\n    - c',
    'a:\n  - b\n   - c',
    'a:\n  -',
    '1: a',
    'true: a',
    'a b: c',
  ],
  ...['a:\tb', 'a: - b', 'a: @b', 'a: "b" c', '"a": b', '? a', `${'a'.repeat(2000)}: b`, '[a]', '- a'],
])('%j is left to the library', (text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

test('whatever is plain is read as the library reads it', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b: ',
      'c:',
      '- ',
      '  - ',
      '    ',
      ' ',
      '\n',
      '\n  - ',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      ',',
      ', ',
      ':',
      ': ',
    ],
    ...[
      '"',
      '"x"',
      "'",
      "'y'",
      '#',
      ' # c',
      'null',
      '~',
      'true',
      '12',
      '-',
      '?',
      '&',
      '*',
      '!',
      '|',
      '%',
      '\\',
      '\t',
    ],
    ...[
      '\r\n',
      '\u3000',
      '\ufeff',
      '“字”',
      '，',
      '---',
      'http://x.y',
      '{a: b}',
      '[a, b]',
      '\nid: x\n',
      '<<',
      '…',
    ],
  );
  const excerpt = fc
    .tuple(fc.subarray(lines), fc.array(fc.tuple(fc.nat(), pieces, fc.nat(3)), { maxLength: 4 }))
    .map(([chosen, changes]) =>
      changes.reduce((text, [place, piece, taken]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + piece + text.slice(at + taken);
      }, chosen.join('\n')),
    );
  const assembled = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(excerpt, assembled), (text) => void isPlain(text.trimEnd())),
    { numRuns: 3000 },
  );
});
