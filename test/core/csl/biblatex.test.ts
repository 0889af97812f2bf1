import { describe, expect, test } from 'vitest';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { statementFrom } from './statement-of.ts';

function entry(front: Readonly<Record<string, unknown>>): string {
  return writeBibliography('biblatex', [
    statementFrom({ id: 'a-b', title: '甲', language: 'zh-CN', ...front }),
  ]);
}

/** The value of a field, between its braces. */
function field(name: string, front: Readonly<Record<string, unknown>>): string | undefined {
  return new RegExp(`^  ${name} = \\{(.*)\\},$`, 'm').exec(entry(front))?.[1];
}

describe('types of entries', () => {
  test.each([
    ['article-newspaper', 'article', 'newspaper'],
    ['article-magazine', 'article', 'magazine'],
    ['article-journal', 'article', undefined],
    ['webpage', 'online', undefined],
    ['document', 'misc', undefined],
    ['legislation', 'legislation', undefined],
    ['treaty', 'legal', undefined],
    ['report', 'report', undefined],
    ['chapter', 'inbook', undefined],
    ['map', 'misc', undefined],
  ])('%s', (type, expected, subtype) => {
    expect(entry({ type })).toMatch(new RegExp(`^@${expected}\\{a-b,\n`));
    expect(field('entrysubtype', { type })).toBe(subtype);
  });
});

describe('text', () => {
  test.each([
    ['50% & co_x #1 $2', '50\\% \\& co\\_x \\#1 \\$2'],
    ['{a} \\b', '\\{a\\} \\textbackslash{}b'],
    ['~ ^ `', '\\textasciitilde{} \\textasciicircum{} \\`{}'],
    ['2024--25', '2024-{}-25'],
    ['《战略》，a,b', '《战略》，a,b'],
    ['他说"好"。', '他说“好”。'],
    ['5" long', '5" long'],
  ])('%s', (title, expected) => {
    expect(field('title', { title })).toBe(expected);
  });

  test('addresses are no text; what would end the field is encoded', () => {
    expect(field('url', { URL: 'http://x.y/a_b?c=%20&d={e}#f' })).toBe('http://x.y/a_b?c=%20&d=%7Be%7D#f');
    expect(field('doi', { DOI: '10.1000/a_b' })).toBe('10.1000/a_b');
  });
});

describe('capitals', () => {
  const title = 'Joint Statement of the Two Sides on iPhones: The future ... of trade';
  test('of an English title are protected where a style would change them', () => {
    const expected = 'Joint {Statement} of the {Two} {Sides} on {iPhones:} The future ... {of} trade';
    expect(field('title', { title, language: 'en-GB' })).toBe(expected);
    expect(field('title', { title: 'UN resolution', language: 'en' })).toBe('{UN} resolution');
    expect(field('title', { title: 'on trade', language: 'en' })).toBe('{on} trade');
  });
  test('of other titles need no protection', () => {
    expect(field('title', { title, language: 'fr' })).toBe(title);
    expect(field('title', { title: '关于WTO的声明' })).toBe('关于WTO的声明');
  });
});

describe('names', () => {
  test('of bodies are kept whole', () => {
    const author = [
      'European Union and NATO',
      'Ministry of X, PRC',
      { family: 'Guterres', given: 'António' },
    ];
    expect(field('author', { author })).toBe(
      '{European Union and NATO} and {Ministry of X, PRC} and {Guterres}, {António}',
    );
  });
  test('of publishers are one, whatever they hold', () => {
    expect(field('organization', { publisher: 'Smith and Sons' })).toBe('{Smith and Sons}');
    expect(field('location', { 'publisher-place': 'New York' })).toBe('New York');
    expect(field('institution', { type: 'report', publisher: 'UN' })).toBe('UN');
    expect(field('publisher', { type: 'book', publisher: 'UN' })).toBe('UN');
  });
});

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['en', 'english'],
  ['en-GB', 'british'],
  ['ru', 'russian'],
  ['kk', 'kk'],
])('the language %s is %s', (language, expected) => {
  expect(field('langid', { language })).toBe(expected);
});

test('what stands in a book, and pages, and numbers', () => {
  const front = { type: 'chapter', 'container-title': '国际条约集', page: '3–5', volume: '2', number: '7' };
  expect(field('booktitle', front)).toBe('国际条约集');
  expect(field('journaltitle', front)).toBeUndefined();
  expect(field('pages', front)).toBe('3--5');
  expect(field('number', front)).toBe('7');
  expect(field('number', { type: 'article-newspaper', issue: '27', number: '7' })).toBe('27');
});

test('dates', () => {
  const front = { type: 'speech', issued: '2025-05', 'event-date': '2025-05-08', accessed: '2026-01-15' };
  expect([field('date', front), field('eventdate', front), field('urldate', front)]).toEqual([
    '2025-05',
    '2025-05-08',
    '2026-01-15',
  ]);
});
