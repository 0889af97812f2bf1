import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatLocator } from '../../server/src/core/citation/format-locator.ts';
import { styleNames, type StyleName } from '../../server/src/core/format/style-name.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { allSections } from '../../server/src/core/passage.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { changedAt, type Form } from './form-actions.ts';
import { shippedFiles, shippedWorld, type World } from './workspace.ts';

const statements: readonly Statement[] = Object.entries(shippedFiles()).flatMap(
  ([uri, source]) => parseStatement(uri, source).statement ?? [],
);

/** Every passage that can be cited: paragraphs, sections, runs of two and three paragraphs, whole statements. */
const passages: readonly string[] = statements.flatMap((statement) => {
  const paragraphs = statement.paragraphs.map(({ address }) => address);
  const parent = (address: string | undefined): string => address?.split('.').slice(0, -1).join('.') ?? '-';
  const runs = paragraphs.flatMap((from, i) =>
    [paragraphs[i + 1], paragraphs[i + 2]]
      .filter((to) => parent(to) === parent(from))
      .map((to) => `${from}-${to ?? ''}`),
  );
  const addresses = [...paragraphs, ...allSections(statement).map(({ address }) => address), ...runs];
  const named = addresses.map((address) => `@${statement.key}，${formatLocator(address, statement)}`);
  return [`@${statement.key}`, ...named];
});

let world: World;
beforeAll(async () => {
  world = await shippedWorld();
});

interface Words {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  readonly sentences: readonly (readonly [string, string])[];
}

const CHINESE: Words = {
  before: ['', '', '', '见 ', '参见 ', '另见 '],
  behind: ['', '', '', '，强调为笔者所加', '，下同'],
  sentences: [
    ['双方重申', '。'],
    ['“维护全球战略稳定”', '，'],
    ['（一）各方指出', '；'],
    ['NATO ', '东扩。'],
    ['- 第一点', '\n'],
    ['## 战略稳定', '\n'],
    ['> 双方强调', '。\n'],
  ],
};
const ENGLISH: Words = {
  before: ['', '', '', 'see ', 'see also ', 'cf. '],
  behind: ['', '', '', ', emphasis added', ', passim'],
  sentences: [
    ['The sides reaffirm ', '. '],
    ['“strategic stability” ', ', and '],
    ['(as they said ', '); '],
    ['- first ', '\n'],
    ['双方', '。'],
  ],
};

/** A note of some sentences with citations, as Pincite writes them. */
function notes(language: string, { before, behind, sentences }: Words): fc.Arbitrary<string> {
  const item = fc.tuple(fc.constantFrom(...before), fc.constantFrom(...passages), fc.constantFrom(...behind));
  const group = fc
    .array(item, { minLength: 1, maxLength: 3 })
    .map((items) => `[${items.map((parts) => parts.join('')).join('; ')}]`);
  const sentence = fc
    .tuple(fc.constantFrom(...sentences), group)
    .map(([[start, end], citation]) => start + citation + end);
  return fc
    .tuple(fc.array(sentence, { minLength: 2, maxLength: 6 }), fc.constantFrom('\n', '', '\n\n'))
    .map(([written, end]) => `---\nlang: ${language}\n---\n\n${written.join('\n\n')}${end}`);
}

/** The note after all citations of it have been changed; as it is where there is none to be changed. */
async function rewritten(text: string, form: Form, style: StyleName): Promise<string | undefined> {
  const starts = [/\[\^\d+\](?!:)/u, /\]\(pincite:/u, /\[[^[\]]*@/u, /[(（]/u, /\^/u];
  for (const start of starts) {
    for (const { index } of text.matchAll(new RegExp(start, 'gu'))) {
      for (const at of [index + 1, index + 2]) {
        const changed = await changedAt(world.service, text, at, 'all', form, style);
        if (changed !== undefined) return changed;
      }
    }
  }
  return undefined;
}

/** Styles that print numbers or raise locators into the air: not everything that they print can be read back. */
const PARTLY: readonly StyleName[] = [
  'gb7714-2025-numeric',
  'gb7714-2015-numeric',
  'gb7714-2025-author-date',
  'gb7714-2015-author-date',
];
const RUNS = 8;

describe.each([
  ['zh-CN', CHINESE],
  ['en', ENGLISH],
] as const)(
  `citations in a note in %s come back as they were, of ${String(passages.length)} passages`,
  (language, words) => {
    test.each(
      styleNames
        .filter((style) => !PARTLY.includes(style))
        .flatMap((style) => (['footnote', 'inline'] as const).map((form) => [style, form] as const)),
    )('in the style %s as %s', { timeout: 120_000 }, async (style, form) => {
      await fc.assert(
        fc.asyncProperty(notes(language, words), async (text) => {
          const there = await rewritten(text, form, style);
          expect(there?.includes('[@')).toBe(false);
          expect(await rewritten(there ?? '', 'pandoc', style)).toBe(text);
        }),
        { numRuns: RUNS, seed: 5 },
      );
    });

    test('as links', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(notes(language, words), async (text) => {
          const there = await rewritten(text, 'link', 'apa');
          expect(there?.includes('[@')).toBe(false);
          expect(await rewritten(there ?? '', 'pandoc', 'apa')).toBe(text);
        }),
        { numRuns: 3 * RUNS, seed: 6 },
      );
    });

    test.each(PARTLY)(
      'in the style %s where they can be read, and never as others',
      { timeout: 120_000 },
      async (style) => {
        let read = 0;
        await fc.assert(
          fc.asyncProperty(notes(language, words), async (text) => {
            const there = await rewritten(text, 'inline', style);
            const back = await rewritten(there ?? '', 'pandoc', style);
            const wanted = text.match(/\[[^[\]]*@[^[\]]*\]/gu) ?? [];
            const found = (back ?? there ?? '').match(/\[[^[\]]*@[^[\]]*\]/gu) ?? [];
            read += found.length;
            expect(wanted).toEqual(expect.arrayContaining(found));
          }),
          { numRuns: RUNS, seed: 7 },
        );
        expect(read).toBeGreaterThan(RUNS / 2);
      },
    );
  },
);
