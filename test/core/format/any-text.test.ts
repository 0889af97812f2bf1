import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCited, formatEntry, renderRich } from '../../../server/src/core/format/format.ts';
import { styleNames } from '../../../server/src/core/format/style-name.ts';
import type { Metadata } from '../../../server/src/core/statement/model.ts';
import { cited } from './check.ts';
import { bare } from './statements.ts';

/** What regular expressions, Markdown and the styles themselves look at. */
const marks = fc.constantFrom(
  ...Array.from('-/\\^$.*+?()[]{}|“”‘’"《》«»,;:，。 \n'),
  'Ростов',
  'Rom',
  '国',
  '\ud800',
);
const texts = fc.array(marks, { maxLength: 6 }).map((parts) => parts.join(''));

test('no text in the front matter or around a citation makes a style throw, or loses what was written', () => {
  const words = fc.record({
    title: texts,
    short: texts,
    author: texts,
    container: texts,
    page: texts,
    url: texts,
    suffix: texts,
  });
  fc.assert(
    fc.property(
      words,
      fc.constantFrom(...styleNames),
      fc.constantFrom('zh-CN', 'en', 'ru'),
      (text, style, language) => {
        const metadata: Metadata = {
          ...bare.metadata,
          title: text.title,
          titleShort: text.short,
          author: [{ literal: text.author }],
          containerTitle: text.container,
          page: text.page,
          url: text.url,
        };
        const statement = { ...bare, metadata };
        const passage = { statement, address: '4.3', locatorText: 'left column', suffix: text.suffix };
        for (const position of ['first', 'later', 'ibid'] as const) {
          expect(cited(style, [passage], position, { language })).toContain('left column');
        }
        for (const format of ['markdown', 'text', 'html'] as const) {
          renderRich(formatEntry(style, statement, { language }), format);
          renderRich(formatCited(style, [passage], 'first', { language }), format);
        }
      },
    ),
    { numRuns: 400, seed: 3 },
  );
});

test('where the title names only some of the authors for certain, all are named', () => {
  const metadata: Metadata = {
    ...bare.metadata,
    title: 'Заявление Ростова-на-Дону и Китайской Народной Республики',
    author: [{ literal: 'Китайская Народная Республика' }, { literal: 'Ростов-на-Дону' }],
  };
  expect(
    cited('chicago-note', [{ statement: { ...bare, metadata }, address: '' }], 'first', { language: 'ru' }),
  ).toContain('Китайская Народная Республика и Ростов-на-Дону');
});
