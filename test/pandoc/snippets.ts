/** Snippets for the comparison with Pandoc: always the same for a seed. */
export function snippets(seed: number, count: number): string[] {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 9) }, () => pick(pick(FRAGMENTS)));
    // A bracket around the whole makes most of them citations.
    const inner = parts.join('');
    return random() < 0.5 ? `${pick(BEFORE)}[${inner}]${pick(AFTER)}` : inner;
  });
}

const FRAGMENTS: readonly (readonly string[])[] = [
  ['@a', '@b2', '-@a', '@{a}', '@cn-ru-2025', '@a:b', '@a.b.', '@_x', '@第三', '@a；b'],
  [' @a', ' @b', '; @b', '; 又见 @b', ';@b', ', @a', '见 @a', '见@a', '（@a）', ' -@b'],
  ['，第3段', ', p. 3', '，第四部分第3段', ' 第3段', ', {第3段}', ', {}，第3段', ', § 4, ¶ 3', ' [第3段]'],
  ['[', ']', '[', ']', '[]', '] [', '][', '[x]', '[x](y)', '[x]{.y}'],
  [' ', ' ', '\n', '，', '。', '；', '、', '：', '.', '...', '-', '--', '!', '^'],
  ['见', '文字', '双方', 'see', 'word', '1', '“', '”', '《', '》'],
  ['`@c`', '`x`', '``', '`', '$x$', '$ ', '<b>', '</b>', '<!-- @c -->', '<http://x.y/@c>', '&amp;'],
  ['\\@', '\\[', '\\]', '\\\\', '\\', '(', ')', '(y)', '{.z}', '{', '}', ';'],
];
const BEFORE = ['', '', '文字', 'word ', '@t ', '@t', '!', '^', '\\', '[', '双方[x] '];
const AFTER = ['', '', '。', ' 文字', '(y)', '{.z}', '[x]', ' [x]', ']', '[@u]', ' [@u]', '@u'];

/** A small generator of pseudo-random numbers in [0, 1); public domain. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
