import { describe, expect, test } from 'vitest';
import { findWords } from '../../server/src/core/find-words.ts';

const texts = [
  '双方强调，“核战争打不赢也打不得”的原则。',
  '双方重申恪守上述原则；双方谴责一切形式的恐怖主义。',
  'The Parties reaffirm that a nuclear war cannot be won and must never be fought.',
  'Parts of the plan are new.',
];

function partsOf(words: string): (readonly string[])[] {
  return findWords(words, texts).map(({ parts }) => parts);
}

describe('words are found as the text has them', () => {
  test.each([
    ['in a text', '核战争打不赢', ['核战争打不赢']],
    ['in another script and width', '核戰爭打不贏也打不得', ['核战争打不赢也打不得']],
    ['with the marks at their ends', '“核战争打不赢也打不得”的原则。', ['“核战争打不赢也打不得”的原则。']],
    ['without marks that the text does not have there', '“双方重申恪守”', ['双方重申恪守']],
    ['with as many of the marks as the text has', '双方强调，「核战争', ['双方强调，“核战争']],
    ['without a stop that ends the sentence elsewhere', '双方重申恪守上述原则。', ['双方重申恪守上述原则']],
    ['over several texts', '的原则。\n双方重申', ['的原则。', '双方重申']],
    ['over several texts without their break', '的原则。双方重申', ['的原则。', '双方重申']],
    ['with spaces anywhere', 'a nuclear war cannot  be won', ['a nuclear war cannot be won']],
  ])('%s', (_where, words, parts) => {
    expect(partsOf(words)).toEqual([parts]);
  });
});

describe('words are not found', () => {
  test.each([
    ['where one is another', '核战争打得赢'],
    ['where one is left out', '双方重申上述原则'],
    ['where a mark inside is another', '上述原则。双方谴责'],
    ['where they end in the middle of a word', 'a nuclear war cannot be wo'],
    ['where they begin in the middle of a word', 'arts of the plan'],
    ['where their case differs', 'parts of the plan'],
    ['where there are none', '“……”'],
  ])('%s', (_where, words) => {
    expect(partsOf(words)).toEqual([]);
  });
});

test('every place is told', () => {
  expect(findWords('双方', texts).map(({ first }) => first)).toEqual([0, 1, 1]);
});
