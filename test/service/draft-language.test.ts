import { expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { draftLanguage } from '../../server/src/service/draft-language.ts';

test.each([
  ['---\nlang: zh-CN\n---\n\n双方', 'zh-CN'],
  ['---\r\ntitle: a\r\nlang: en\r\n---\r\n', 'en'],
  ['\ufeff---\nlang: "ru"\n...\n', 'ru'],
  ['---\nlang: zh_CN # Simplified\n---', 'zh-CN'],
  ['---\ntitle: "a\nlang: en\n---\n', undefined],
  ['---\nauthor: [a\nlang: en\n---\n', 'en'],
  ['---\nlang: 中文\n---\n', undefined],
  ['---\nlang: [en]\n---\n', undefined],
  ['---\nlang:\n---\n', undefined],
  ['---\nother:\n  lang: en\n---\n', undefined],
  ['---\n---\n\nlang: en\n', undefined],
  ['---\nlang: en\n', undefined],
  ['text\n\n---\nlang: en\n---\n', undefined],
  ['', undefined],
])('the language of %j is %s', (text, language) => {
  expect(draftLanguage(createDraft('file:///a.md', text))).toBe(language);
});

test('a mistake in another line does not hide the language', () => {
  const draft = createDraft('file:///a.md', '---\nlang: de\ntitle: a: b\n---\n');
  expect(draftLanguage(draft)).toBe('de');
  expect(draftLanguage(draft)).toBe('de');
});

test('front matter that nests without bound is no language', () => {
  expect(
    draftLanguage(createDraft('file:///a.md', `---\nlang: ${'['.repeat(20_000)}\n---\n`)),
  ).toBeUndefined();
});
