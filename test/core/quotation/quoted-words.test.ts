import { describe, expect, test } from 'vitest';
import { measure, readQuotedWords } from '../../../server/src/core/quotation/quoted-words.ts';
import { piecesOf, words } from './reading.ts';

/** The pieces of a text that is a quotation as a whole, with the joins between them: `甲 …ellipsis… 乙`. */
function read(text: string): string {
  const quoted = readQuotedWords(text, 0, text.length);
  if (quoted === undefined) return 'nothing';
  return piecesOf(text, quoted)
    .map((piece, i) => {
      const { before, after } = quoted.pieces[i] ?? {};
      const isLast = i === quoted.pieces.length - 1;
      return [
        before === 'nothing' ? '' : `…${before ?? ''}… `,
        piece,
        isLast && after !== 'nothing' ? ` …${after ?? ''}…` : '',
      ].join('');
    })
    .join(' ');
}

describe('ellipses', () => {
  test.each([
    '……',
    '…',
    '...',
    '....',
    '[...]',
    '[…]',
    '［……］',
    '（略）',
    '(略)',
    '（中略）',
    '[omitted]',
    '(…)',
    '。。。',
  ])('%s', (sign) => {
    expect(read(`维护稳定${sign}加强合作`)).toBe('维护稳定 …ellipsis… 加强合作');
  });

  test('at the start and at the end', () => {
    expect(read('……维护稳定')).toBe('…ellipsis… 维护稳定');
    expect(read('维护稳定……')).toBe('维护稳定 …ellipsis…');
    expect(read('……维护稳定。……')).toBe('…ellipsis… 维护稳定 …ellipsis…');
  });

  test('two in a row are one', () => {
    expect(read('维护稳定……（略）……加强合作')).toBe('维护稳定 …ellipsis… 加强合作');
  });

  test('the marks beside one belong to nobody', () => {
    expect(read('维护稳定，……。加强合作')).toBe('维护稳定 …ellipsis… 加强合作');
  });

  test('the points of a number and two points are none', () => {
    expect(read('第3.5段的原则')).toBe('第3.5段的原则');
    expect(read('增长3..5倍')).toBe('增长3..5倍');
  });
});

describe('brackets', () => {
  test.each(['[双方]', '［双方］', '〔双方〕', '【双方】'])('%s holds words of the writer', (sign) => {
    expect(read(`维护稳定${sign}加强合作`)).toBe('维护稳定 …insertion… 加强合作');
  });

  test('round ones hold words of the source', () => {
    expect(read('核武器和（或）其他核武器')).toBe('核武器和（或）其他核武器');
  });

  test.each([
    '[sic]',
    '(sic)',
    '[sic!]',
    '（原文如此）',
    '[原文如此]',
    '（笔者注：指双方）',
    '（着重号为引者所加）',
    '[emphasis added]',
  ])('%s is a remark, which stands in place of nothing', (sign) => {
    const text = `维护${sign}稳定`;
    const quoted = readQuotedWords(text, 0, text.length);
    expect(quoted?.pieces.map((piece) => piece.text.text)).toEqual(['维护稳定']);
  });

  test('what has signs is known as it is written too, since they may be the source’s own', () => {
    const text = '维护[双方]稳定';
    expect(readQuotedWords(text, 0, text.length)?.literal?.text.codes).toHaveLength(8);
    expect(readQuotedWords('维护稳定', 0, 4)?.literal).toBeUndefined();
  });

  test('an ellipsis beside words of the writer leaves out as much as it likes', () => {
    expect(read('维护稳定……[双方]加强合作')).toBe('维护稳定 …ellipsis… 加强合作');
    expect(read('维护稳定[双方]……加强合作')).toBe('维护稳定 …ellipsis… 加强合作');
  });
});

describe('marks at the ends', () => {
  test.each(['维护稳定。', '维护稳定，', '维护稳定；', '，维护稳定', '“维护稳定”', '‘维护稳定’。'])(
    '%s',
    (text) => {
      expect(read(text)).toBe('维护稳定');
    },
  );

  test('a question is one', () => {
    expect(read('维护稳定？')).toBe('维护稳定？');
  });

  test('marks alone are no words', () => {
    expect(read('，。……')).toBe('nothing');
    expect(read('')).toBe('nothing');
  });
});

describe('markup', () => {
  test.each([
    ['emphasis', '“维护**全球**战略稳定”[@a]'],
    ['emphasis of another kind', '“*维护全球*战略稳定”[@a]'],
    ['underscores', '“_维护全球战略稳定_”[@a]'],
    ['a deletion', '“维护~~全球~~战略稳定”[@a]'],
    ['a highlight', '“维护==全球==战略稳定”[@a]'],
    ['a link', '“维护[全球](https://example.org)战略稳定 [@a]”'],
    ['a span', '“维护[全球]{.underline}战略稳定”[@a]'],
    ['the mark of a footnote', '“维护全球[^a]战略稳定”[@a]'],
    ['a line break', '“维护全球\n战略稳定”[@a]'],
    ['a forced line break', '“维护全球\\\n战略稳定”[@a]'],
    ['CR and LF', '“维护全球\r\n战略稳定”[@a]'],
    ['marks of a block', '> “维护全球\n> 战略稳定”[@a]'],
    ['marks of a block in a block', '> > “维护全球\n> > 战略稳定”[@a]'],
    ['the indent of an item', '- “维护全球\n  战略稳定”[@a]'],
  ])('%s', (_, text) => {
    expect(compared(text)).toEqual(['维护全球战略稳定']);
  });

  test('an escaped sign is the sign alone', () => {
    expect(compared('“军备\\*控制”[@a]')).toEqual(['军备*控制']);
  });

  function compared(text: string): string[] {
    // What stands between is seen in the words as they are compared, not in the stretch that they take.
    return words(text, (piece) => piece.text.text);
  }
});

test('how much words say: all that count, and the Han characters among them', () => {
  const text = '维护 AB 稳定……加强';
  const quoted = readQuotedWords(text, 0, text.length);
  expect(quoted && measure(quoted)).toEqual({ characters: 8, han: 6 });
});
