import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { simplifiedPhrases } from '../../server/src/core/phrase-script.ts';
import { simplified } from '../../server/src/core/script-fold.ts';
import { shippedStatements } from './csl/statement-of.ts';

/** By its phrases, and character by character, as texts are compared. */
function compared(text: string): string {
  const codes = simplifiedPhrases(Uint32Array.from(text, (each) => each.codePointAt(0) ?? 0));
  return String.fromCodePoint(...codes.map(simplified));
}

describe('a character is simplified as its word wants it', () => {
  test.each([
    ['以此爲藉口', '以此为借口'],
    ['聲名狼藉', '声名狼藉'],
    ['著力推動', '着力推动'],
    ['這部著作', '这部著作'],
    ['瞭解情況', '了解情况'],
    ['瞭望塔', '瞭望塔'],
    ['難以想像', '难以想象'],
    ['保衞和平', '保卫和平'],
  ])('%s', (traditional, expected) => {
    expect(compared(traditional)).toBe(expected);
    expect(compared(expected)).toBe(expected);
  });

  test('where no phrase changes anything the text is the same object', () => {
    const codes = Uint32Array.from('双方强调', (each) => each.codePointAt(0) ?? 0);
    expect(simplifiedPhrases(codes)).toBe(codes);
  });
});

test.each(['t', 'tw', 'hk'])('the shipped statements in the script of OpenCC’s “%s” are the same', (to) => {
  const convert = Converter({ from: 'cn', to });
  for (const { paragraphs } of shippedStatements())
    for (const { text } of paragraphs) expect(compared(convert(text))).toBe(compared(text));
});
