import { expect, test } from 'vitest';
import { found, words } from './reading.ts';

test('with the citation at the end', () => {
  expect(found('> 维护全球战略稳定。[@a]')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> 维护全球战略稳定 [@a]。')).toEqual(['维护全球战略稳定 ← [@a]']);
  expect(found('> 维护全球\n> 战略稳定。\n> [@a]')).toEqual(['维护全球\n> 战略稳定。 ← [@a]']);
  expect(words('> 维护全球\n> 战略稳定。\n> [@a]')).toEqual(['维护全球\n> 战略稳定']);
});

test('a line that says who speaks is none of the words', () => {
  expect(found('> 维护全球战略稳定。\n>\n> —— 联合声明，[@a]')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> 维护全球战略稳定。\n> ——《声明》')).toEqual(['维护全球战略稳定。 ← 《声明》']);
});

test('with the citation in the following paragraph', () => {
  expect(found('> 维护全球战略稳定。\n\n[@a]')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> 维护全球战略稳定。\n\n（[@a]）')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> 维护全球战略稳定。\n\n[@a] 是一份声明。')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> 维护全球战略稳定。\n\n这在 [@a] 中。')).toEqual([]);
  expect(found('> 维护全球战略稳定。\n\n甲。\n\n[@a]')).toEqual([]);
});

test('introduced by a colon', () => {
  expect(found('[@a] 指出：\n\n> 维护全球战略稳定。')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('《声明》指出：\n\n> 维护全球战略稳定。')).toEqual(['维护全球战略稳定。 ← 《声明》']);
});

test('a sentence that ends with no colon introduces nothing', () => {
  expect(found('[@a] 很重要。\n\n> 维护全球战略稳定。')).toEqual([]);
});

test('a block that nothing says the source of is no quotation, but may hold some', () => {
  expect(found('> 维护全球战略稳定。')).toEqual([]);
  expect(found('> 我说过“维护全球战略稳定”。')).toEqual(['“维护全球战略稳定”']);
});

test('of several paragraphs', () => {
  expect(found('> 甲乙丙丁。\n>\n> 戊己庚辛。[@a]')).toEqual(['甲乙丙丁。\n>\n> 戊己庚辛。 ← [@a]']);
  expect(found('> 甲乙丙丁。[@a]\n>\n> 戊己庚辛。[@b]')).toEqual(['甲乙丙丁。 ← [@a]', '戊己庚辛。 ← [@b]']);
});

test('with marks around all of it', () => {
  expect(words('> “维护全球战略稳定。”[@a]')).toEqual(['维护全球战略稳定']);
  expect(found('> 声明指出：“维护全球战略稳定。”[@a]')).toEqual(['“维护全球战略稳定。” ← [@a]']);
});

test('a callout of a quotation is one, others are not', () => {
  expect(found('> [!quote] 声明\n> 维护全球战略稳定。[@a]')).toEqual(['维护全球战略稳定。 ← [@a]']);
  expect(found('> [!note]\n> 维护全球战略稳定。[@a]')).toEqual([]);
});

test('a block whose lines end with CR and LF', () => {
  expect(found('> 维护全球\r\n> 战略稳定。[@a]\r\n')).toEqual(['维护全球\r\n> 战略稳定。 ← [@a]']);
});
