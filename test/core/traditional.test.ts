import { expect, test } from 'vitest';
import { inScriptOf, isTraditional } from '../../server/src/core/traditional.ts';

test('words take the script of a text', () => {
  expect(inScriptOf('雙方強調', '维持建设性大国关系')).toBe('維持建設性大國關係');
  expect(inScriptOf('双方强调', '維持建設性大國關係')).toBe('维持建设性大国关系');
});

test('words stay as they are beside a text that is the same in both scripts', () => {
  expect(inScriptOf('中央', '维持')).toBe('维持');
  expect(inScriptOf('中央', '維持')).toBe('維持');
  expect(inScriptOf('', '维持')).toBe('维持');
});

test('of several traditional forms the one that the text has is taken, else the usual one', () => {
  expect(inScriptOf('頭髮', '发')).toBe('髮');
  expect(inScriptOf('發展', '发')).toBe('發');
  expect(inScriptOf('雙方', '发')).toBe('發');
});

test('the word tells which form is meant', () => {
  expect(inScriptOf('雙方', '系统关系标准批准')).toBe('系統關係標準批准');
  expect(inScriptOf('雙方', '不干涉内政，骨干')).toBe('不干涉內政，骨幹');
});

test('marks, digits and letters of other scripts stay', () => {
  expect(inScriptOf('雙方', '，2025 and “丙”')).toBe('，2025 and “丙”');
});

test('a text is traditional if one of its characters is', () => {
  expect(isTraditional('双方強调')).toBe(true);
  expect(isTraditional('双方强调')).toBe(false);
});
