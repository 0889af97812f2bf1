import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationAt, findCitations, isOpaque } from '../../../server/src/core/citation/citations.ts';
import { formatLocator } from '../../../server/src/core/citation/format-locator.ts';
import { findPinciteLinks } from '../../../server/src/core/citation/links.ts';
import { parseLocator, toAddresses } from '../../../server/src/core/citation/locator.ts';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import { parseAddress } from '../../../server/src/core/address.ts';
import { addressesOf, statements } from './statement-fixture.ts';

/** Texts made of what the reader looks at, lone surrogates and NUL among it. */
const signs = fc.constantFrom(
  ...[
    '[',
    ']',
    '@',
    '@{',
    '}',
    '-@',
    ';',
    '，',
    ',',
    '`',
    '``',
    '$',
    '$$',
    '<',
    '>',
    '<!--',
    '-->',
    '\\',
    '*',
    '_',
    '"',
    "'",
  ],
  ...[
    '^[',
    '![',
    '](',
    '(',
    ')',
    '[^1]',
    '[^1]: ',
    '[a]: ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '> ',
    '- ',
    '    ',
    '# ',
    '|',
    '|-|\n',
    '---\n',
  ],
  ...[
    'k',
    'key',
    '第3段',
    '第四部分',
    '见',
    ' ',
    '4.3',
    'para. 3',
    '\ud840',
    '\udc00',
    '𠀀',
    '\0',
    'pincite:k#4',
    '.statement.md',
  ],
);
const markdown = fc.oneof(
  fc.array(signs, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('any text is read, and every span is what was written', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const citations = findCitations(text);
      for (const {
        span,
        key,
        keySpan,
        atSpan,
        group,
        locator,
        locatorSpan,
        locatorText,
        prefix,
        suffix,
        ...rest
      } of citations) {
        expect(text.slice(keySpan.start, keySpan.end)).toBe(key);
        expect(text.slice(atSpan.start, atSpan.end)).toBe(rest.suppressAuthor ? '-@' : '@');
        expect(span.start <= atSpan.start && keySpan.end <= span.end).toBe(true);
        expect(group.start <= span.start && span.end <= group.end).toBe(true);
        if (locatorSpan !== undefined)
          expect(text.slice(locatorSpan.start, locatorSpan.end)).toBe(locatorText);
        else expect(locatorText).toBe('');
        if (locator !== undefined) expect(locator.span).toEqual(locatorSpan);
        expect(text.slice(group.start, group.end)).toContain(prefix);
        expect(text.slice(group.start, group.end)).toContain(suffix);
        expect(rest.indexInGroup).toBeLessThan(rest.groupSize);
      }
      const starts = citations.map(({ keySpan }) => keySpan.start);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      for (const { span, targetSpan } of findPinciteLinks(text)) {
        expect(span.start < span.end && targetSpan.start < targetSpan.end && span.end <= text.length).toBe(
          true,
        );
      }
      citationAt(citations, text.length >> 1);
      isOpaque(text, text.length >> 1);
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('any locator is read to addresses, within what was given', () => {
  const words = fc.constantFrom(
    ...[
      '第',
      '四',
      '3',
      '二十',
      '部分',
      '段',
      '条',
      '章',
      '节',
      '—',
      '、',
      '，',
      '（二）',
      '至',
      '序言',
      ' ',
      '§',
      '¶',
      'sec. ',
      'para. ',
      'paras. ',
    ],
    ...[
      'IV',
      '.',
      '-',
      ', ',
      'and ',
      'of ',
      'art. ',
      '(a)',
      'разд. ',
      'абз. ',
      'PP',
      '999999',
      '0',
      '\ud840',
      '项',
    ],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const locator = parseLocator(text);
      if (locator === undefined) return;
      expect(locator.span.end).toBeLessThanOrEqual(text.length);
      expect(locator.passages.length).toBeGreaterThan(0);
      for (const address of toAddresses(locator)) expect(parseAddress(address)).toBeDefined();
      for (const statement of Object.values(statements)) {
        const { found, missing } = resolveLocator(locator, statement);
        expect(found.length + missing.length).toBe(locator.passages.length);
        const known = new Set([
          ...statement.paragraphs.map(({ address }) => address),
          ...addressesOf(statement),
        ]);
        for (const address of found) for (const end of address.split('-')) expect(known).toContain(end);
        for (const { nearest } of missing) if (nearest !== undefined) expect(known).toContain(nearest);
      }
    }),
    { numRuns: 3000, seed: 2 },
  );
});

test('every pair of paragraphs is read back from its locator', () => {
  for (const statement of Object.values(statements)) {
    const addresses = statement.paragraphs.map(({ address }) => address);
    fc.assert(
      fc.property(fc.nat(addresses.length - 1), fc.nat(addresses.length - 1), (a, b) => {
        const [from, to] = [addresses[Math.min(a, b)] ?? '', addresses[Math.max(a, b)] ?? ''];
        const address = from === to ? from : `${from}-${to}`;
        const locator = parseLocator(formatLocator(address, statement));
        expect(locator && resolveLocator(locator, statement).found).toEqual([address]);
      }),
      { numRuns: 50, seed: 3 },
    );
  }
});

describe('long texts are read in the time that they take', () => {
  const MEGABYTE = 1_000_000;
  const fill = (part: string, length = MEGABYTE): string => part.repeat(Math.ceil(length / part.length));
  const texts: readonly string[] = [
    ...[
      '[',
      ']',
      '[@k ',
      '[@k，第',
      '[@k *a ',
      '[@k "a ',
      "[@k 'a ",
      '@{',
      '@a',
      '[a](',
      '[a][',
      '^[',
      '![',
      '[@a; ',
    ],
    ...[
      '`',
      '`` ',
      '$',
      '$a ',
      '<!-- ',
      '<a b="',
      '<a b ',
      '<pre>',
      '\\a{',
      '\\begin{x}',
      '*',
      '_a ',
      '&a',
      '-',
      '.',
    ],
    ...[
      '>',
      '> ',
      '- ',
      '1. ',
      '|',
      'a|b\n',
      '[x]: y\n',
      '[x]: "',
      '[^1]: a\n\n    b\n\n',
      ' ',
      '\n',
      '第3段',
      '\ud840',
    ],
  ];

  // Within what is read of one paragraph; a quadratic reader would take minutes.
  test.each(texts)('a third of a megabyte of %j', { timeout: 20_000 }, (part) => {
    const text = `${fill(part, MEGABYTE / 3)}\n\n@end pincite:end`;
    const start = performance.now();
    findCitations(text);
    findPinciteLinks(text);
    parseLocator(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test.each([
    ['citations', fill('[见 @k，第3段] 文字。', 20 * MEGABYTE)],
    ['brackets', fill('[', 20 * MEGABYTE)],
    ['quotation marks', fill('>', 20 * MEGABYTE)],
    ['spaces under a row', `a|b\n${fill(' ', 20 * MEGABYTE)}`],
    ['dashes under a row', `a|b\n${fill('-|', 20 * MEGABYTE)}`],
    ['attributes', `<a ${fill('b ', 20 * MEGABYTE)}`],
  ])('a line of twenty megabytes of %s', { timeout: 20_000 }, (_, text) => {
    const start = performance.now();
    expect(findCitations(`${text}\n\n[@end]`).at(-1)?.key).toBe('end');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('brackets nest without bound', () => {
    const depth = 50_000;
    expect(findCitations(`${'[@k '.repeat(depth)}${']'.repeat(depth)}`)).toHaveLength(depth);
  });

  test('a draft of a megabyte takes less than two seconds', () => {
    const paragraph = `${'双方重申尊重国际法，'.repeat(30)}[见 @k，第四部分第3段；强调] 与 @b [第3段]。\n\n`;
    const text = fill(paragraph);
    const start = performance.now();
    const found = findCitations(text).length;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(found).toBe(2 * Math.ceil(MEGABYTE / paragraph.length));
  });
});
