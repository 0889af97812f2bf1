import { describe, expect, test } from 'vitest';
import {
  createClipboardMemory,
  isWorthLocating,
  readCopied,
  writeCopied,
  type Copied,
} from '../../client/src/paste/copied.ts';

const copied: Copied = {
  text: '双方\n重申',
  words: '双方\n重申',
  passages: [{ key: 'cn-ru-2025', address: '4.3' }],
  wants: 'quotation',
};

describe('what was copied', () => {
  test('comes back as it was', () => {
    expect(readCopied(writeCopied(copied))).toEqual(copied);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a text', '"双方"'],
    ['no passages', JSON.stringify({ ...copied, passages: [] })],
    ['a passage without an address', JSON.stringify({ ...copied, passages: [{ key: 'k' }] })],
    ['another wish', JSON.stringify({ ...copied, wants: 'tea' })],
  ])('is not read from %s', (_what, json) => {
    expect(readCopied(json)).toBeUndefined();
  });

  test('is remembered as long as the clipboard has its text, whatever its line ends', () => {
    const memory = createClipboardMemory();
    expect(memory.recall('')).toBeUndefined();
    memory.remember(copied);
    expect(memory.recall('双方\r\n重申')).toEqual(copied);
    expect(memory.recall('双方重申')).toBeUndefined();
    memory.remember({ ...copied, text: '另一段' });
    expect(memory.recall('双方\n重申')).toBeUndefined();
  });
});

describe('a pasted text is looked for in the statements', () => {
  test.each(['不首先在外空部署武器', 'no first placement of weapons', '外空武器化 weapon'])(
    'if it says enough: %s',
    (text) => {
      expect(isWorthLocating(text)).toBe(true);
    },
  );

  test.each(['', '外空', '联合声明', 'outer space', '————————————————————', '    \n\n        \n'])(
    'not if it is short or says nothing: %j',
    (text) => {
      expect(isWorthLocating(text)).toBe(false);
    },
  );

  test('not if it is longer than any passage', () => {
    expect(isWorthLocating('外'.repeat(20_000))).toBe(true);
    expect(isWorthLocating('外'.repeat(20_001))).toBe(false);
  });
});
