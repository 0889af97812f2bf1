import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/citation/markdown-document.ts';
import { findPassage } from '../../../server/src/core/passage.ts';
import { findQuotations } from '../../../server/src/core/quotation/find-quotations.ts';
import { judge } from '../../../server/src/core/quotation/judge.ts';
import { anchorsIn } from './reading.ts';
import { shippedStatement } from './judging.ts';

/** What decides what a quotation is, and what does not. */
const PARTS = [
  ...['“', '”', '„', '「', '」', '『', '』', '"', '«', '»', '‹', '›', '‘', '’', '〝', '〟', '《', '》'],
  ...[
    '[@a]',
    '@a',
    '[@a; @b]',
    '[见“',
    '” @k]',
    '[^a]',
    '[^a]: ',
    '《声明》',
    '[',
    ']',
    '(',
    ')',
    '（',
    '）',
    '{',
    '}',
  ],
  ...[
    '> ',
    '> > ',
    '- ',
    '1. ',
    '# ',
    '| ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '    ',
    '```\n',
    '`',
    '$',
    '$$',
    '---\n',
    '***',
  ],
  ...[
    '……',
    '…',
    '...',
    '[...]',
    '（略）',
    '[sic]',
    '（原文如此）',
    '[双方]',
    '——',
    '。',
    '：',
    '，',
    '. ',
    '!',
    '?',
  ],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '==',
    '\\',
    '<!--',
    '-->',
    '<a title="',
    '&nbsp;',
    '![',
    '](',
    'https://a.b',
    '[!quote] ',
  ],
  ...[
    '双方反对个别国家',
    '将外空用于武装对抗的企图',
    '维护',
    'the two sides',
    'стороны',
    '🚀',
    '\u0301',
    '\u200b',
    '㈱',
    '\ud800',
  ],
];
const markdown = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARTS) }, fc.string({ maxLength: 4 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const stability = shippedStatement('cn-ru-2025-global-strategic-stability');

describe('any text', () => {
  test('is read without an error; quotations lie within it, in order, and are judged', () => {
    const cited = findPassage(stability, '10');
    if (cited === undefined) throw new Error('10');
    fc.assert(
      fc.property(markdown, (text) => {
        const anchors = anchorsIn(text);
        let end = 0;
        for (const { span, words, anchor } of findQuotations(parseMarkdown(text), anchors)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          end = span.end;
          expect(words.pieces.length).toBeGreaterThan(0);
          expect(words.pieces.every((piece) => piece.text.codes.length > 0)).toBe(true);
          if (anchor !== undefined) expect(anchors).toContain(anchor);
          for (const passages of [[cited], []]) {
            const judgement = judge(words, passages, [stability]);
            let last = span.start;
            for (const { draft, source } of judgement.edits) {
              expect(draft.start).toBeGreaterThanOrEqual(last);
              expect(draft.end).toBeGreaterThanOrEqual(draft.start);
              expect(draft.end).toBeLessThanOrEqual(span.end);
              expect(source.end).toBeGreaterThanOrEqual(source.start);
              expect(source.end).toBeLessThanOrEqual(stability.source.length);
              // A letter with a mark that combines may be two characters, each of which stands for both.
              last = draft.start;
            }
          }
        }
      }),
      { numRuns: 15000 },
    );
  });
});
