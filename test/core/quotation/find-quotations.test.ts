import { describe, expect, test } from 'vitest';
import { found, words } from './reading.ts';

describe('marks', () => {
  test.each([
    '“维护全球战略稳定”',
    '「维护全球战略稳定」',
    '『维护全球战略稳定』',
    '"维护全球战略稳定"',
    '«维护全球战略稳定»',
    '‹维护全球战略稳定›',
    '„维护全球战略稳定“',
    '„维护全球战略稳定”',
  ])('%s', (quotation) => {
    expect(found(`双方强调${quotation}[@a]。`)).toEqual([`${quotation} ← [@a]`]);
    expect(words(`双方强调${quotation}[@a]。`)).toEqual(['维护全球战略稳定']);
  });

  test('of marks within marks the outer ones are the quotation', () => {
    expect(found('指出“特别是‘斩首行动’引发关切”[@a]')).toEqual(['“特别是‘斩首行动’引发关切” ← [@a]']);
    expect(found('指出「特别是『斩首行动』引发关切」[@a]')).toEqual([
      '「特别是『斩首行动』引发关切」 ← [@a]',
    ]);
    expect(found('指出“特别是“斩首行动”引发关切”[@a]')).toEqual(['“特别是“斩首行动”引发关切” ← [@a]']);
    expect(found('«特别是„斩首行动“引发关切» [@a]')).toEqual(['«特别是„斩首行动“引发关切» ← [@a]']);
  });

  test('single marks are of quotations within quotations, or of nothing', () => {
    expect(found('所谓‘联合’行动 [@a]')).toEqual([]);
    expect(found("the parties' and Beijing's position [@a]")).toEqual([]);
  });

  test('a mark without its fellow is none', () => {
    expect(found('他说“维护稳定，然后走了。[@a]')).toEqual([]);
    expect(found('他说维护稳定”，然后走了。[@a]')).toEqual([]);
    expect(found('屏幕 5" 宽 [@a]')).toEqual([]);
  });

  test('a straight mark before a space opens nothing', () => {
    expect(found('5" 与 6" 的屏幕 [@a]')).toEqual([]);
  });

  test('marks with nothing between them are no quotation', () => {
    expect(found('“”[@a]「……」[@b]')).toEqual([]);
  });

  test('titles are passed over, with the marks in them', () => {
    expect(found('《“一带一路”合作文件》[@a]')).toEqual([]);
    expect(found('“《声明》”[@a]')).toEqual([]);
  });

  test('a title within a quotation is a part of it', () => {
    expect(found('“遵守《禁止生物武器公约》的规定”[@a]')).toEqual([
      '“遵守《禁止生物武器公约》的规定” ← [@a]',
    ]);
  });
});

describe('which citation', () => {
  test.each([
    ['right behind', '双方“维护稳定”[@a]。', '[@a]'],
    ['behind the mark that ends the sentence', '双方“维护稳定”。[@a]', '[@a]'],
    ['behind the mark within', '双方“维护稳定。”[@a]', '[@a]'],
    ['in the brackets of the writer', '双方“维护稳定”（见[@a]）。', '[@a]'],
    ['later in the sentence', '双方“维护稳定”，这一点很重要 [@a]。', '[@a]'],
    ['before, in the sentence', '[@a] 指出，双方“维护稳定”。', '[@a]'],
    ['a key in the sentence', '@a 指出，双方“维护稳定”。', '@a'],
    ['a title in the sentence', '《声明》指出，双方“维护稳定”。', '《声明》'],
    ['a title behind a dash', '“维护稳定。”——《声明》', '《声明》'],
    ['the mark of a footnote', '双方“维护稳定”。[^a]', '[^a]'],
    ['of two the one right behind', '@a 指出，双方“维护稳定”[@b]。', '[@b]'],
    ['of two before the nearer', '@a 与 @b 指出“维护稳定”。', '@b'],
    ['of two behind the nearer', '双方“维护稳定”，见 [@a]，另见 [@b]。', '[@a]'],
    [
      'of one before and one behind the nearer',
      '[@a] 很早以前就一再指出“维护稳定”，后来 [@b] 亦然。',
      '[@b]',
    ],
    [
      'of one before and one behind the nearer',
      '[@a] 指出“维护稳定”，很久以后还为另一份声明 [@b] 所引。',
      '[@a]',
    ],
    ['at the end, before the closing mark', '双方“维护稳定 [@a]”。', '[@a]'],
  ])('%s', (_, text, anchor) => {
    expect(found(text).map((each) => each.split(' ← ')[1])).toEqual([anchor]);
  });

  test.each([
    ['the sentence before', '这是 [@a]。双方“维护稳定”。'],
    ['the sentence behind', '双方“维护稳定”。另一份声明 [@a] 说了别的。'],
    ['a title that begins the next sentence', '双方“维护稳定”。《声明》还指出别的事。'],
    ['another paragraph', '双方“维护稳定”。\n\n[@a]'],
  ])('of %s it is none', (_, text) => {
    expect(found(text)).toEqual(['“维护稳定”']);
  });

  test('a quotation with its full stop within ends its sentence', () => {
    expect(found('双方“维护稳定。”@a 指出“加强合作”。')).toEqual(['“维护稳定。”', '“加强合作” ← @a']);
  });

  test('a citation that begins to speak of another quotation is of that one', () => {
    expect(found('@a 指出“维护稳定”，@b 指出“加强合作”。')).toEqual(['“维护稳定” ← @a', '“加强合作” ← @b']);
  });

  test('several quotations of one sentence have its citation together', () => {
    expect(found('双方“维护稳定”、“加强合作”，并“反对霸权”[@a]。')).toEqual([
      '“维护稳定” ← [@a]',
      '“加强合作” ← [@a]',
      '“反对霸权” ← [@a]',
    ]);
    expect(found('@a 指出“维护稳定”，又指出“加强合作”。')).toEqual(['“维护稳定” ← @a', '“加强合作” ← @a']);
  });

  test('each has the one right behind it', () => {
    expect(found('双方“维护稳定”[@a]，“加强合作”[@b]。')).toEqual(['“维护稳定” ← [@a]', '“加强合作” ← [@b]']);
  });

  test('a quotation in the brackets of a citation is from what it cites', () => {
    expect(found('正文[见“维护稳定” @a]。')).toEqual(['“维护稳定” ← [见“维护稳定” @a]']);
    expect(found('正文[@a，第3段：“维护稳定”]。')).toEqual(['“维护稳定” ← [@a，第3段：“维护稳定”]']);
  });

  test('what ends a sentence within a quotation ends none outside of it', () => {
    expect(found('@a 指出“维护稳定。加强合作”，又说“反对霸权”。')).toEqual([
      '“维护稳定。加强合作” ← @a',
      '“反对霸权” ← @a',
    ]);
  });
});

describe('what is no text', () => {
  test.each([
    ['code', '`“维护稳定”` [@a]'],
    ['a fenced block', '```\n“维护稳定”[@a]\n```'],
    ['an indented block', '甲。\n\n    “维护稳定” [@a]'],
    ['math', '$“维护稳定”$ [@a]'],
    ['front matter', '---\ntitle: “维护稳定”[@a]\n---\n\n甲'],
    ['a comment', '<!-- “维护稳定” --> [@a]'],
    ['an attribute', '<a title="维护稳定">甲</a> [@a]'],
    ['the title of a link', '[甲](https://example.org "维护稳定") [@a]'],
    ['the words of a link elsewhere', '甲 [“维护稳定”](https://example.org)。'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('where it may stand', () => {
  test.each([
    ['a list', '- “维护稳定”[@a]\n- “加强合作”[@b]'],
    ['a numbered list', '1. “维护稳定”[@a]\n2. “加强合作”[@b]'],
    ['a heading and a paragraph', '# “维护稳定”[@a]\n\n“加强合作”[@b]'],
    ['a table', '| 甲 | 乙 |\n| --- | --- |\n| “维护稳定”[@a] | “加强合作”[@b] |'],
    ['lines that end with CR and LF', '“维护稳定”[@a]\r\n\r\n“加强合作”[@b]\r\n'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(['“维护稳定” ← [@a]', '“加强合作” ← [@b]']);
  });

  test('items and cells are texts of their own', () => {
    expect(found('- “维护稳定”\n- 甲 [@a]')).toEqual(['“维护稳定”']);
    expect(found('| “维护稳定” | 甲 [@a] |\n| --- | --- |')).toEqual(['“维护稳定”']);
  });

  test('a quotation goes on over paragraphs that open it again', () => {
    const text = '声明指出：“维护稳定。\n\n“加强合作。”[@a]';
    expect(found(text)).toEqual(['“维护稳定。\n\n“加强合作。” ← [@a]']);
  });
});
