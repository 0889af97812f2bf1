import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitations, type Citation } from '../../../../server/src/core/citation/citations.ts';
import { changedLines } from '../../../../server/src/core/citation/downstream/changed-lines.ts';
import { findTraps } from '../../../../server/src/core/citation/downstream/find-traps.ts';
import { applyEdits } from '../../../../server/src/core/citation/downstream/proven-fix.ts';
import { safeBlock } from '../../../../server/src/core/citation/downstream/safe-form.ts';
import { placesOf } from '../../../../server/src/core/citation/downstream/places.ts';
import { parseMarkdown } from '../../../../server/src/core/citation/markdown-document.ts';
import { context, safe } from './trap-fixture.ts';

describe('one site', () => {
  test('is brought in order, and the others stay as they are', () => {
    const text = '文[@cn, 第四部分第3段]，又[@cn, 第二部分第1段]，又指出@cn。';
    const [found] = findTraps(parseMarkdown(text), context());
    if (found === undefined) throw new Error('There are no traps.');
    const site = found.traps[1]?.site ?? { start: 0, end: 0 };
    const made = safeBlock(found.reading, [site], context());
    expect(made?.reading.text.trim()).toBe('文[@cn, 第四部分第3段]，又[@cn，第二部分第1段]，又指出@cn。');
    expect(made?.reading.text.slice(made.sites[0]?.start, made.sites[0]?.end)).toBe('[@cn，第二部分第1段]');
  });

  test('loses all of its traps at once', () => {
    expect(safe('[见@cn, {第四部分第3段}；另见@un, 第2段；@战略稳定声明]')).toBe(
      '[见 @cn，第四部分第3段; 另见 @un, ¶ 2; @cn]',
    );
  });

  test('keeps what cannot be shown to be safe, and loses the rest', () => {
    expect(safe('[@cn, 第四部分第3段; @smith, {ii, A}]')).toBe('[@cn，第四部分第3段; @smith, {ii, A}]');
  });
});

test('a site where no fix is safe does not keep the others from theirs', () => {
  // In front of a parenthesis the bracket would be the text of a link.
  const text = Array.from({ length: 40 }, (_, i) => (i === 17 ? '指出@cn(x)' : '指出@cn。')).join('');
  const wanted = Array.from({ length: 40 }, (_, i) => (i === 17 ? '指出@cn(x)' : '指出[@cn]。')).join('');
  expect(safe(text)).toBe(wanted);
});

test('a paragraph with thousands of traps is brought in order', { timeout: 20_000 }, () => {
  const text = '文[@cn, 第四部分第3段]。'.repeat(3000);
  expect(safe(text)).toBe('文[@cn，第四部分第3段]。'.repeat(3000));
});

describe('the lines of two texts', () => {
  test.each([
    ['a\nb\nc', 'a\nxb\nc'],
    ['文𠀀字', '文𠀁字'],
    ['[@a；@b]', '[@a; @b]'],
    ['', ''],
  ])('%j becomes %j by edits that cut no character', (before, after) => {
    const edits = changedLines(before, after);
    expect(applyEdits(before, edits)).toBe(after);
    for (const { span, text } of edits) {
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(before.slice(span.start, span.end)).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

const fragments = fc.constantFrom(
  ...[
    '[',
    ']',
    '[',
    ']',
    '@cn',
    '@un',
    '@a',
    '-@cn',
    '@{cn}',
    '@战略稳定声明',
    '@cn指出',
    '@cn第四部分第3段',
  ],
  ...['；', '; ', '、', '，', ', ', ' ', '\n', '\n> ', '\r\n', '见', '指出', '另见 ', '。', '(x)', '[x]'],
  ...[
    '第四部分第3段',
    '第2段',
    '4.3',
    '{第3段}',
    '{}',
    'sec. 4, para. 3',
    '§ 4, ¶ 3',
    'p. 3',
    '`',
    '*',
    '^[',
  ],
);

/** Citations with a locator, as `key places`. */
function located(citations: readonly Citation[]): string[] {
  const { statement } = context();
  return citations.flatMap((citation) => {
    const places = placesOf(citation, statement(citation.key));
    return places === undefined ? [] : [`${citation.key} ${places}`];
  });
}

test.each(['zh-CN', 'en', undefined])(
  'whatever is written (lang: %s), a safe form cites all that was cited before, and the same passages',
  (language) => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 16 }), (parts) => {
        const text = parts.join('');
        const document = parseMarkdown(text);
        let after = text;
        for (const { reading, traps } of findTraps(document, context(language)).reverse()) {
          const made = safeBlock(
            reading,
            traps.map(({ site }) => site),
            context(language),
          );
          for (const { span } of traps) expect(span.end).toBeLessThanOrEqual(reading.text.length);
          const edits = changedLines(reading.text, made?.reading.text ?? reading.text).map((edit) => ({
            text: edit.text,
            span: { start: edit.span.start + reading.start, end: edit.span.end + reading.start },
          }));
          after = applyEdits(after, edits);
        }
        const [old, now] = [findCitations(text), findCitations(after)];
        expect(now.length).toBeGreaterThanOrEqual(old.length);
        expect(after.split(/\r\n|\n/).length).toBe(text.split(/\r\n|\n/).length);
        const left = located(now);
        const wanted = located(old).filter((each) => /^[ -~]*$/.test(each));
        expect(left).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns: 1500 },
    );
  },
);
