import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findPassage } from '../../server/src/core/passage.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import type { CitationForm, Writing } from '../../server/src/service/writing.ts';
import { shippedFiles, shippedWorld, WORKSPACE, type World } from './workspace.ts';
import { settings } from './writing.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const B = 'cn-ru-2025-comprehensive-partnership';

let world: World;
let statements: ReadonlyMap<string, Statement>;

beforeAll(async () => {
  world = await shippedWorld();
  const parsed = Object.entries(shippedFiles()).flatMap(
    ([uri, text]) => parseStatement(uri, text).statement ?? [],
  );
  statements = new Map(parsed.map((statement) => [statement.key, statement]));
});

/** Pieces of notes: citations of every kind, what stands around them, and what hides or breaks them. */
const piece = fc.constantFrom(
  ...[`[@${A}，第3段]`, `[见 @${B}，第四部分第3段; @${A}]`, `@${A} [第5—6段]`, `@${B}`, `[-@${B}, 2.1 末句]`],
  ...[
    '[@smith2020, p. 3]',
    `[@${A}；@${B}]`,
    `[@${A}; `,
    '[',
    ']',
    '[]',
    '；',
    ';',
    '见 ',
    '(',
    ')',
    '@',
    '^[',
  ],
  ...[
    '双方声明',
    'The parties agree',
    '。',
    ', ',
    ' ',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '    ',
    '*',
    '**',
    '_',
  ],
  ...[
    '`',
    '```\n',
    '$',
    '\\',
    '<!-- ',
    ' -->',
    '[文](http://a.b)',
    '[^1]',
    '\n\n[^1]: 注 ',
    '[a]',
    '\n\n[a]: http://a\n',
  ],
  ...[
    '---\nlang: en\n---\n',
    '|',
    '|-|\n',
    '“',
    '”',
    `《全球战略稳定的联合声明》第2段`,
    `[文](pincite:${A}#4)`,
    '\r\n',
    '😀',
  ],
);
const pieces = fc.array(piece, { maxLength: 12 });
const draftText = pieces.map((each) => each.join(''));
/** A draft and some places in it, most of them between two pieces. */
const places = fc
  .tuple(
    pieces,
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 2 }),
  )
  .map(([all, at]) => {
    const text = all.join('');
    const offsets = at.map(([count, by]) => {
      const boundary = all.slice(0, count % (all.length + 1)).join('').length;
      return Math.min(Math.max(boundary + (count % 3 === 0 ? by : 0), 0), text.length);
    });
    return { text, offsets };
  });
const passage = fc.constantFrom(
  ...['4', '6', '3-5', ''].map((address) => ({ key: A, address })),
  ...['4.3', '4.4', '2', '1.1-1.3'].map((address) => ({ key: B, address })),
);
const writing = fc.record(
  {
    passages: fc.array(passage, { minLength: 1, maxLength: 3 }),
    form: fc.constantFrom<CitationForm[]>('pandoc', 'pandoc', 'footnote', 'inline', 'link'),
    prefix: fc.constantFrom('见', 'see'),
    quotation: fc.constantFrom('block' as const, 'marks' as const),
  },
  { requiredKeys: ['passages', 'form'] },
);

/** What a text cites: for each citation its key and the paragraphs; of a key that nobody has, what is written. */
function citedIn(text: string): { readonly key: string; readonly cited: readonly string[] }[] {
  return world.service.resolve(text).map(({ key, addresses, locator }) => {
    const statement = statements.get(key);
    if (statement === undefined) return { key, cited: [locator] };
    const asked = addresses.length === 0 ? [''] : addresses;
    const cited = asked.flatMap(
      (address) => findPassage(statement, address)?.paragraphs.map((each) => each.address) ?? [address],
    );
    return { key, cited };
  });
}

function paragraphsOf({ passages }: Writing): string[] {
  return passages.flatMap(({ key, address }) => {
    const statement = statements.get(key);
    const found = statement && findPassage(statement, address);
    return (found?.paragraphs ?? []).map((each) => `${key} ${each.address}`);
  });
}

async function writeInto(
  text: string,
  offsets: readonly number[],
  asked: Writing,
): Promise<string | undefined> {
  const draft = createDraft(`${WORKSPACE}/note.md`, text);
  const ranges = offsets.map((offset) => draft.lines.rangeOf({ start: offset, end: offset }));
  const result = await world.service.write(draft, ranges, asked, settings);
  if ('refused' in result) {
    expect(result.refused).toMatch(/\.$/);
    return undefined;
  }
  let after = '';
  let at = 0;
  for (const { range, text: inserted } of result.edits) {
    const [start, end] = [draft.lines.offsetAt(range.start), draft.lines.offsetAt(range.end)];
    expect(start).toBeGreaterThanOrEqual(at);
    after += text.slice(at, start) + inserted;
    at = end;
  }
  return after + text.slice(at);
}

test('whatever a draft is and wherever the cursors are, its citations stay, and the new ones are just what was asked for', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(places, writing, async ({ text, offsets }, asked) => {
      const after = await writeInto(text, offsets, asked);
      if (after === undefined) return;
      written++;
      const [before, now] = [citedIn(text), citedIn(after)];
      for (const { key, cited } of before) {
        const kept = now.find(
          (each) => each.key === key && cited.every((address) => each.cited.includes(address)),
        );
        expect(kept, `${key} ${cited.join()} in ${JSON.stringify(after)}`).toBeDefined();
      }
      if (asked.form !== 'pandoc') {
        expect(now.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
        return;
      }
      expect(now.length).toBeGreaterThanOrEqual(before.length);
      const all = (each: typeof now): Set<string> =>
        new Set(each.flatMap(({ key, cited }) => cited.map((address) => `${key} ${address}`)));
      const had = all(before);
      const wanted = new Set(paragraphsOf(asked));
      const isSpurious = [...all(now)].filter(
        (each) => each.startsWith('cn-ru') && !had.has(each) && !wanted.has(each),
      );
      expect(isSpurious).toEqual([]);
      expect([...wanted].filter((each) => !all(now).has(each))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(written).toBeGreaterThan(150);
}, 120_000);

test('nothing throws, whatever the places and the words are', async () => {
  await fc.assert(
    fc.asyncProperty(
      draftText,
      writing,
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      async (text, asked, words, prefix) => {
        const after = await writeInto(text, [text.length], { ...asked, words, prefix, quotation: 'marks' });
        if (after !== undefined) expect(citedIn(after).length).toBeGreaterThanOrEqual(citedIn(text).length);
        const composed = await world.service.compose({ ...asked, prefix }, settings);
        if ('text' in composed) expect(composed.text).not.toBe('');
        await world.service.locate(words);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
