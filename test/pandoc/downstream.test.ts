import { describe, expect, test } from 'vitest';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import { impliedPage } from '../../server/src/core/citation/downstream/implied-page.ts';
import { safe, trapsOf } from '../core/citation/downstream/trap-fixture.ts';
import { renderers, stylesHere, type Reference, type Rendering } from './rendering.ts';
import { suffixes } from './suffixes.ts';

const references: readonly Reference[] = ['cn', 'un', 'smith', 'b'].map((key) => ({
  ...{ key, title: `Title-${key}`, author: `Author-${key}` },
}));

interface Row {
  readonly code: string;
  readonly bad: string;
  readonly language?: string;
  /** What Pandoc leaves out of the bad form, in every style. */
  readonly lost?: readonly string[];
  /** What the probe shows of the bad form: 3.10, then 2.17 where it is another. */
  readonly read?: readonly string[];
  /** What APA prints of the bad form. */
  readonly apa?: string;
  /** What every style prints of the safe form; `{cn}` stands for the statement as the style names it. */
  readonly right: readonly string[];
}

const rows: readonly Row[] = [
  {
    code: 'full-width-semicolon',
    bad: '文[@cn，第四部分第3段；@b，第二段]。',
    lost: ['{cn}', '第四部分第3段', '第二段'],
    right: ['{cn}', '{b}', '，第四部分第3段', '，第二段'],
  },
  {
    code: 'full-width-semicolon',
    bad: '[见 @cn；另见 @b]',
    lost: ['{cn}', '见'],
    right: ['见 {cn}', '另见 {b}'],
  },
  { code: 'nested-citation', bad: '[@cn, quoting @b]', lost: ['{cn}'], right: ['{cn}', 'quoting {b}'] },
  {
    code: 'page-trap',
    bad: '文[@cn, 第四部分第3段]。',
    read: ['Title-cn <page=第四部分第3段>'],
    apa: '2025, p. 第四部分第3段)',
    right: ['{cn}', '，第四部分第3段'],
  },
  {
    code: 'page-trap',
    bad: '[@cn 4.3]',
    read: ['Title-cn <page=4.3>'],
    apa: '2025, p. 4.3)',
    right: ['{cn}', '，第四部分第3段'],
  },
  {
    code: 'page-trap',
    bad: '@cn [第四部分第3段]指出',
    language: 'zh-CN',
    read: ['<页=第四部分第3段>'],
    apa: '页 第四部分第3段',
    right: ['{cn}', '，第四部分第3段', '指出'],
  },
  { code: 'page-trap', bad: '[@smith, 第25页]', read: ['<page=第25页>'], right: ['{smith}', '，第25页'] },
  { code: 'page-trap', bad: '[@un, 2]', read: ['<page=2>'], apa: '2025, p. 2)', right: ['{un}', '2'] },
  { code: 'key-after-han', bad: '双方指出@cn。', lost: ['{cn}'], right: ['双方指出', '{cn}'] },
  { code: 'han-after-key', bad: '@cn指出', lost: ['{cn}'], right: ['{cn}', ' 指出'] },
  {
    code: 'han-after-key',
    bad: '[@cn第四部分第3段]',
    lost: ['{cn}'],
    right: ['{cn}', '，第四部分第3段'],
  },
  {
    code: 'prefix-without-space',
    bad: '文[见@cn，第四部分第3段]。',
    lost: ['{cn}'],
    right: ['见 {cn}', '，第四部分第3段'],
  },
  { code: 'prefix-without-space', bad: '[@smith；见@b]', lost: ['{b}'], right: ['{smith}', '见 {b}'] },
  {
    code: 'label-language',
    bad: '[@cn, sec. 4, para. 3]',
    language: 'zh-CN',
    read: ['Title-cn, sec. 4, para. 3'],
    right: ['{cn}', '，第四部分第3段'],
  },
  {
    code: 'label-language',
    bad: '[@un, para. 2]',
    language: 'zh-CN',
    read: ['Title-un, para. 2'],
    right: ['{un}', '2'],
  },
  {
    code: 'braces',
    bad: '[@cn, {第四部分第3段}]',
    read: ['Title-cn <第四部分第3段>', 'Title-cn <page=第四部分第3段>'],
    right: ['{cn}', '，第四部分第3段'],
  },
  {
    code: 'braces',
    bad: '[@cn, {}，第四部分第3段]',
    read: ['Title-cn，第四部分第3段', 'Title-cn <page>，第四部分第3段'],
    right: ['{cn}', '，第四部分第3段'],
  },
  // Pandoc reads both alike; Zettlr does not.
  { code: 'braces', bad: '文 @{cn}，指出', right: ['{cn}', '，指出'] },
];

/** How a style names a statement: the probe by its title, others by its author. */
function named(words: string, style: string): string {
  return words.replace(/\{(\w+)\}/g, style === 'probe' ? 'Title-$1' : 'Author-$1');
}

describe.each(renderers())('$name', (renderer) => {
  const isOld = renderer.name !== 'Pandoc 3.10';

  test.each(stylesHere())(
    'goes wrong with each form that is warned about: %s',
    { timeout: 60_000 },
    async (style) => {
      for (const language of [undefined, 'zh-CN']) {
        const own = rows.filter((row) => row.language === language);
        const rendering: Rendering = { references, style, ...(language === undefined ? {} : { language }) };
        const printed = await renderer.render(
          own.map(({ bad }) => bad),
          rendering,
        );
        for (const [i, { code, bad, lost = [], read = [], apa }] of own.entries()) {
          expect(
            trapsOf(bad, language).map((trap) => trap.split(':')[0]),
            bad,
          ).toContain(code);
          const shown = printed[i] ?? '';
          for (const words of lost) expect(shown, bad).not.toContain(named(words, style));
          const wanted = read[isOld ? read.length - 1 : 0];
          if (style === 'probe' && wanted !== undefined) expect(shown, bad).toContain(wanted);
          if (style === 'apa' && apa !== undefined) expect(shown, bad).toContain(apa);
        }
      }
    },
  );

  test.each(stylesHere())(
    'prints the safe forms as they are meant: %s',
    { timeout: 60_000 },
    async (style) => {
      for (const language of [undefined, 'zh-CN']) {
        const own = rows.filter((row) => row.language === language);
        const rendering: Rendering = { references, style, ...(language === undefined ? {} : { language }) };
        const forms = own.map(({ bad }) => safe(bad, language));
        const printed = await renderer.render(forms, rendering);
        for (const [i, { bad, right }] of own.entries()) {
          expect(trapsOf(forms[i] ?? '', language), forms[i]).toEqual([]);
          for (const words of right)
            expect(printed[i], `${bad} ${forms[i] ?? ''}`).toContain(named(words, style));
          expect(printed[i], bad).not.toMatch(/p\. 第|页 第|page=|页=/u);
        }
      }
    },
  );

  test('keeps the authors in the sentence where a space ends the key, and only there', async () => {
    const forms = ['@cn 指出', '[@cn]指出', '@{cn}指出'];
    const [spaced, bracketed, braced] = await renderer.render(forms, { references, style: 'default' });
    expect(spaced).toBe('Author-cn (2025) 指出');
    expect(bracketed).toBe('(Author-cn 2025)指出');
    // The best in print, but Zettlr does not read it.
    expect(braced).toBe('Author-cn (2025)指出');
  });

  test.each([undefined, 'zh-CN'])(
    'takes for a page what we say it does (lang: %s)',
    { timeout: 60_000 },
    async (language) => {
      const all = suffixes(21, 400);
      const paragraphs = all.map((suffix) => `[@cn${suffix}]`);
      const rendering: Rendering = {
        references,
        style: 'probe',
        ...(language === undefined ? {} : { language }),
      };
      const printed = await renderer.render(paragraphs, rendering);
      const different: string[] = [];
      let pages = 0;
      for (const [i, suffix] of all.entries()) {
        expect(findCitations(paragraphs[i] ?? '').map(({ key }) => key)).toEqual(['cn']);
        const isPage = /<(?:pages?|页)=/u.test(printed[i] ?? '');
        if (isPage) pages++;
        if (isPage !== (impliedPage(suffix, language) !== undefined)) {
          different.push(`${suffix} → ${printed[i] ?? ''}`);
        }
      }
      expect(different).toEqual([]);
      expect(pages).toBeGreaterThan(80);
      expect(pages).toBeLessThan(320);
    },
  );
});
