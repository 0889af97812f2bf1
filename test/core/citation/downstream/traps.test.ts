import { describe, expect, test } from 'vitest';
import { safe, trapsOf } from './trap-fixture.ts';

interface Row {
  readonly text: string;
  readonly traps: readonly string[];
  /** The same text with safe forms; absent where none is known to be safe. */
  readonly safe?: string;
}

/** A row for a form that goes wrong, and the words that are marked. */
function bad(text: string, trap: string | readonly string[], safeText?: string): Row {
  const traps = typeof trap === 'string' ? [trap] : trap;
  return { text, traps, ...(safeText === undefined ? {} : { safe: safeText }) };
}

function check(rows: readonly Row[], language?: string): void {
  test.each(rows)('$text', ({ text, traps, safe: wanted = text }) => {
    expect(trapsOf(text, language)).toEqual(traps);
    const made = safe(text, language);
    expect(made).toBe(wanted);
    if (wanted !== text) expect(trapsOf(made, language)).toEqual([]);
  });
}

describe('a full-width semicolon between citations', () => {
  check([
    bad('文[@a；@b]。', 'full-width-semicolon: ；', '文[@a; @b]。'),
    bad('[@cn，第三部分；@b，第4段]', 'full-width-semicolon: ；', '[@cn，第三部分; @b，第4段]'),
    bad('[见 @a； 另见 @b]', 'full-width-semicolon: ； ', '[见 @a; 另见 @b]'),
    bad('[@a；@b; @c]', 'full-width-semicolon: ；', '[@a; @b; @c]'),
    bad('[@a；@cn；@c]', ['full-width-semicolon: ；', 'full-width-semicolon: ；'], '[@a; @cn; @c]'),
    bad('[@a；\n@b]', 'full-width-semicolon: ；', '[@a;\n@b]'),
    bad('> [@a；\n> @b]', 'full-width-semicolon: ；', '> [@a;\n> @b]'),
    bad('[@a；见@b]', 'prefix-without-space: @b', '[@a; 见 @b]'),
    bad('[@a, p. 3；@b]', 'full-width-semicolon: ；', '[@a, p. 3; @b]'),
    // What becomes a citation of its own can have a trap of its own.
    {
      ...bad('[@a；@cn, 第四部分第3段]', 'full-width-semicolon: ；'),
      safe: '[@a; @cn，第四部分第3段]',
    },
  ]);

  test.each(['[参见某书；@b]', '[@a]；[@b]', '@a；@b', '[@a，甲；乙]', '`[@a；@b]`', '[@a；@b](x)'])(
    '%s has none',
    (text) => {
      expect(trapsOf(text)).toEqual([]);
    },
  );
});

describe('citations within the words of another', () => {
  check([
    bad('[@a、@b]', 'nested-citation: @b', '[@a; @b]'),
    bad('[@a，@b]', 'nested-citation: @b', '[@a; @b]'),
    bad('[@a, @b]', 'nested-citation: @b', '[@a; @b]'),
    bad('[@cn，第三部分，引自 @b]', 'nested-citation: @b', '[@cn，第三部分; 引自 @b]'),
    bad('[@a，-@b]', 'nested-citation: -@b', '[@a; -@b]'),
    // Without a mark it is not known where the second begins.
    bad('[@a quoting @b]', 'nested-citation: @b'),
    bad('[@cn，第3、5段 @b]', 'nested-citation: @b'),
    bad('[@a, see [@b]]', 'nested-citation: [@b]'),
    bad('[[x @b] @a]', 'nested-citation: [x @b]'),
  ]);
});

describe('passages that Pandoc takes for pages', () => {
  check([
    bad('[@cn, 第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，第四部分第3段]'),
    bad('[@cn,第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，第四部分第3段]'),
    bad('[@cn 第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，第四部分第3段]'),
    bad('[@cn　第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，第四部分第3段]'),
    bad('[@cn,\n第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，\n第四部分第3段]'),
    bad('[@cn\n第四部分第3段]', 'page-trap: 第四部分第3段', '[@cn，\n第四部分第3段]'),
    bad('[-@cn, 第四部分第3段]', 'page-trap: 第四部分第3段', '[-@cn，第四部分第3段]'),
    bad('[@cn, 第四部分第1—3段]', 'page-trap: 第四部分第1', '[@cn，第四部分第1—3段]'),
    bad('[@cn, 第四部分第3段, 着重]', 'page-trap: 第四部分第3段', '[@cn，第四部分第3段, 着重]'),
    bad('[@cn, 第2版]', 'page-trap: 第2版', '[@cn，第2版]'),
    bad('[@cn, 4.3]', 'page-trap: 4.3', '[@cn，第四部分第3段]'),
    bad('[@cn, 4.1-4.3]', 'page-trap: 4.1-4.3', '[@cn，第四部分第1—3段]'),
    bad('[@cn, IV.3]', 'page-trap: IV.3', '[@cn，第四部分第3段]'),
    bad('@cn [第四部分第3段]指出', 'page-trap: 第四部分第3段', '@cn [，第四部分第3段]指出'),
    bad('@cn [, 第四部分第3段]', 'page-trap: 第四部分第3段', '@cn [，第四部分第3段]'),
    bad('[@a; @cn, 第四部分第3段; @b]', 'page-trap: 第四部分第3段', '[@a; @cn，第四部分第3段; @b]'),
    // Statements in other languages get signs.
    bad('[@un, 第2段]', 'page-trap: 第2段', '[@un, ¶ 2]'),
    bad('[@un, 2]', 'page-trap: 2', '[@un, ¶ 2]'),
    // There is no ninth paragraph: the words stay.
    bad('[@un, 第9段]', 'page-trap: 第9段', '[@un，第9段]'),
    bad('[@treaty, art.2]', 'page-trap: art.2', '[@treaty, art. 2]'),
    // A key of somebody's own bibliography.
    bad('[@wang, 第25页]', 'page-trap: 第25页', '[@wang，第25页]'),
    bad('[@wang, 见2017年版]', 'page-trap: 见2017年版', '[@wang，见2017年版]'),
  ]);

  test.each([
    '[@cn，第四部分第3段]',
    '[@cn, 第四部分]',
    '[@cn, 四（三）]',
    '[@cn , 第四部分第3段]',
    '[@cn, 第４部分]',
    '[@cn: 第四部分第3段]',
    '[@cn, § 4, ¶ 3]',
    '[@cn, sec. 4, para. 3]',
    '[@cn, sec.4]',
    '[@cn, art. 4]',
    '[@cn, par. 3]',
    '[@cn, p. 3]',
    '[@cn, 99]',
    '[@un，第2段]',
    '[@smith, 33-35]',
    '[@smith, 2nd ed.]',
    '[@smith p3]',
    '@cn 第四部分第3段',
    '@cn',
  ])('%s has none', (text) => {
    expect(trapsOf(text)).toEqual([]);
  });
});

describe('keys beside Han characters', () => {
  check([
    bad('双方指出@cn。', 'key-after-han: @cn', '双方指出[@cn]。'),
    bad('指出@{cn}。', 'key-after-han: @{cn}', '指出[@cn]。'),
    bad('指出@cn [第四部分第3段]。', 'key-after-han: @cn', '指出[@cn，第四部分第3段]。'),
    bad('指出@cn[，第四部分第3段]。', 'key-after-han: @cn', '指出[@cn，第四部分第3段]。'),
    bad('指出@un [¶ 2]。', 'key-after-han: @un', '指出[@un, ¶ 2]。'),
    bad('指出@cn [注]。', 'key-after-han: @cn', '指出[@cn] [注]。'),
    bad('见@cn的', 'key-after-han: @cn的', '见[@cn]的'),
    bad('文^[见@cn]', 'key-after-han: @cn', '文^[见[@cn]]'),
    // In brackets it would be the text of a link.
    bad('指出@cn(x)', 'key-after-han: @cn'),
    bad('@cn指出', 'han-after-key: 指出', '@cn 指出'),
    bad('@cn第四部分第3段指出', 'han-after-key: 第四部分第3段指出', '@cn 第四部分第3段指出'),
    bad('（@cn-2025指出）', 'han-after-key: 指出', '（@cn-2025 指出）'),
    bad('[@cn第四部分第3段]', 'han-after-key: 第四部分第3段', '[@cn，第四部分第3段]'),
    bad('[@cn指出]', 'han-after-key: 指出', '[@cn 指出]'),
    bad('[@a; @cn第四部分]', 'han-after-key: 第四部分', '[@a; @cn，第四部分]'),
    bad('@cnгде', 'han-after-key: где', '@cn где'),
  ]);

  test('a space before the key is offered, too, which leaves the authors in the sentence', () => {
    expect(safe('见@cn。', undefined, 1)).toBe('见 @cn。');
    expect(safe('见@cn指出', undefined, 1)).toBe('见 @cn 指出');
  });

  test.each([
    '张三@example.com',
    '张三@smith',
    '联系cn@cn',
    '指出，@cn。',
    '@smith指出',
    '@cn，指出',
    '@cn#4.3',
    '`指出@cn`',
    '$指出@cn$',
    '[指出@cn](x)',
    '[@cn指出](x)',
    '[@cn, 第四部分第3段](x)',
    '<!-- 指出@cn -->',
    '---\ntitle: 指出@cn\n---\n',
    '    指出@cn',
    '```\n指出@cn\n```',
  ])('%s has none', (text) => {
    expect(trapsOf(text)).toEqual([]);
  });
});

describe('prefixes without a space', () => {
  check([
    bad('[见@cn，第四部分第3段]', 'prefix-without-space: @cn', '[见 @cn，第四部分第3段]'),
    bad('[关于此点可以对比@cn]', 'prefix-without-space: @cn', '[关于此点可以对比 @cn]'),
    bad('[见@smith]', 'prefix-without-space: @smith', '[见 @smith]'),
    bad('[转引自@smith，第25页]', 'prefix-without-space: @smith', '[转引自 @smith，第25页]'),
    bad('[@a; 见@b]', ['prefix-without-space: @b'], '[@a; 见 @b]'),
    bad('[见@a; @b]', 'prefix-without-space: @a', '[见 @a; @b]'),
    bad('[见@a；另见@b]', 'prefix-without-space: @a', '[见 @a; 另见 @b]'),
    bad('[见@cn第四部分第3段]', 'prefix-without-space: @cn第四部分第3段', '[见 @cn，第四部分第3段]'),
    bad('[见@cn, 第四部分第3段]', 'prefix-without-space: @cn', '[见 @cn，第四部分第3段]'),
    bad('[见@a；@b]', 'prefix-without-space: @a', '[见 @a; @b]'),
    bad('[@c; 见@a；@b]', 'prefix-without-space: @a', '[@c; 见 @a; @b]'),
    bad('[@a 又见@cn]', 'prefix-without-space: @cn'),
  ]);

  test.each([
    '[张三@smith]',
    '[联系张三@example.com]',
    '[见@张三]',
    '[见@smith](x)',
    '见@smith',
    '[见\\@smith]',
  ])('%s has none', (text) => {
    expect(trapsOf(text)).toEqual([]);
  });
});

describe('English labels in a Chinese document', () => {
  check(
    [
      bad('[@cn, sec. 4, para. 3]', 'label-language: sec.', '[@cn，第四部分第3段]'),
      bad('[@cn, section 4]', 'label-language: section', '[@cn，第四部分]'),
      bad('[@un, para. 2]', 'label-language: para.', '[@un, ¶ 2]'),
      bad('[@un, paras. 1-2, emphasis added]', 'label-language: paras.', '[@un, ¶¶ 1-2, emphasis added]'),
      // No label where no dot or space makes it one: a page.
      bad('[@cn, sec.4, para. 3]', 'page-trap: sec.4', '[@cn，第四部分第3段]'),
    ],
    'zh-CN',
  );

  test.each([
    '[@cn, § 4, ¶ 3]',
    '[@cn，sec. 4]',
    '[@cn, 段 3]',
    '[@smith, sec. 4]',
    '[@cn, sec. 99]',
    '[@cn, p. 3]',
    '[@treaty, art. 2(b)]',
    '[@treaty, ch. 2]',
  ])('%s has none', (text) => {
    expect(trapsOf(text, 'zh-CN')).toEqual([]);
  });
});

describe('braces', () => {
  check([
    bad('[@cn, {第四部分第3段}]', 'braces: {第四部分第3段}', '[@cn，第四部分第3段]'),
    bad('[@cn，{第四部分第3段}]', 'braces: {第四部分第3段}', '[@cn，第四部分第3段]'),
    bad('[@cn{第四部分第3段}]', 'braces: {第四部分第3段}', '[@cn，第四部分第3段]'),
    bad('[@cn, {}，第四部分第3段]', 'braces: {}', '[@cn，第四部分第3段]'),
    bad('[@cn, {§ 4, ¶ 3}, 着重]', 'braces: {§ 4, ¶ 3}', '[@cn，§ 4, ¶ 3, 着重]'),
    bad('[@un, {第2段}]', 'braces: {第2段}', '[@un, ¶ 2]'),
    bad('[@un, {sec. 2}]', 'braces: {sec. 2}', '[@un, ¶ 2]'),
    bad('[@wang, {第25页}]', 'braces: {第25页}', '[@wang，第25页]'),
    // What Pandoc would make of it without the braces is not known.
    bad('[@smith, {ii, A, D-Z}]', 'braces: {ii, A, D-Z}'),
    bad('[@{cn}，第四部分第3段]', 'braces: {cn}', '[@cn，第四部分第3段]'),
    bad('@{cn}指出', 'braces: {cn}', '@cn 指出'),
    bad('@{smith}，指出', 'braces: {smith}', '@smith，指出'),
    bad('[@{cn}第四部分第3段]', ['braces: {cn}', 'page-trap: 第四部分第3段'], '[@cn，第四部分第3段]'),
    bad('[见@{cn}]', 'prefix-without-space: @{cn}', '[见 @cn]'),
  ]);

  test.each(['@{a{b}c}', '@{https://x.y/?z=1&w}', '[@{k.}]', '@cn {第3段}'])('%s has none', (text) => {
    expect(trapsOf(text)).toEqual([]);
  });
});

describe('keys that are not ASCII', () => {
  check([
    bad('[@中俄2022，第四段]', 'key-not-ascii: 中俄2022'),
    bad('[@战略稳定声明，第四部分第3段]', 'key-not-ascii: 战略稳定声明', '[@cn，第四部分第3段]'),
    bad('@战略稳定声明，指出', 'key-not-ascii: 战略稳定声明', '@cn，指出'),
  ]);

  test.each(['@张三', '@müller2020', '[@smith2020]'])('%s has none', (text) => {
    expect(trapsOf(text)).toEqual([]);
  });
});
