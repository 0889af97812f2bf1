import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createLibrary, type Library } from '../../server/src/service/library.ts';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import { origins } from '../../server/src/core/corpus.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { formActions } from '../../server/src/service/change-form.ts';
import { usesIn } from '../../server/src/service/change-form-uses.ts';
import type { DraftAction } from '../../server/src/service/draft-action.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import { applied, KEYS } from './form-actions.ts';
import { shippedFiles } from './workspace.ts';

let library: Library;
beforeAll(() => {
  library = createLibrary({ pause: () => Promise.resolve() });
  for (const [uri, source] of Object.entries(shippedFiles())) {
    library.corpus.set(uri, origins.shipped, {
      ...parseStatement(uri, source),
      lines: createLineIndex(source),
    });
  }
});

const STYLE = 'cn-law';
const { stability, law } = KEYS;
const FIRST = '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》2025年5月9日，第3版';
const LATER = '《中俄全球战略稳定联合声明》';

/** What a note may hold. */
const FRAGMENTS: readonly string[] = [
  ...[
    `[@${stability}，第12段]`,
    `[见 @${stability}，第1段; @${law}]`,
    `@${law} [第四部分]`,
    `@${law}`,
    '[@smith]',
  ],
  ...[`（${FIRST}，第2段）`, `（${LATER}，第3段）`, `（[${LATER}第4段](pincite:${stability}#4)）`],
  ...[`[${LATER}第5段](pincite:${stability}#5)`, `[那里](pincite:${law}#3)`, '[^1]', '[^2]', '[^3]'],
  ...[
    '\n\n[^1]: ',
    '\n\n[^2]: ',
    '\n[^3]: ',
    `${FIRST}，第6段。`,
    '同上注，第7段。',
    `同前注，${LATER}，第8段。`,
  ],
  ...['\n\n', '\n', '\n\n- ', '\n\n> ', '\n\n# ', ' ', '。', '，', '：', ': ', '双方重申', 'word ', '\r\n'],
];
/** What makes something else of it. */
const STRANGE = [
  '（',
  '）',
  '(',
  ')',
  '[',
  ']',
  '^[',
  '`',
  '```\n',
  '*',
  '\\',
  '|',
  '^',
  '<!-- ',
  ' -->',
  '    ',
];

/** What is cited in a draft, in whatever form: `key#4.3`. */
function cited(text: string): string[] {
  const { all } = usesIn(library, createDraft('file:///notes/a.md', text), STYLE);
  return all
    .flatMap((use) => use.cited.map(({ statement, address }) => `${statement.key}#${address}`))
    .sort();
}

/** Every action at some place of a text. */
function actionsIn(
  text: string,
  place: number,
): { readonly text: string; readonly actions: readonly DraftAction[] } {
  const draft = createDraft('file:///notes/a.md', text);
  const { all } = usesIn(library, draft, STYLE);
  const at = all[place % Math.max(all.length, 1)]?.span.start ?? place % (text.length + 1);
  return { text, actions: formActions(library, draft, { start: at, end: at }, { style: STYLE }) };
}

function texts(fragments: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 14 })
    .map((parts) => parts.join(''));
}

test('in another form a draft cites the same', { timeout: 120_000 }, () => {
  let changes = 0;
  fc.assert(
    fc.property(texts(FRAGMENTS), fc.nat(1000), (text, place) => {
      for (const action of actionsIn(text, place).actions) {
        changes++;
        expect([action.title, cited(applied(text, action))]).toEqual([action.title, cited(text)]);
      }
    }),
    { numRuns: 500, seed: 8 },
  );
  expect(changes).toBeGreaterThan(500);
});

test('whatever a draft holds, the keys that nobody knows are cited as before', { timeout: 120_000 }, () => {
  const unknown = (text: string) =>
    findCitations(text)
      .filter(({ key }) => key === 'smith')
      .map(({ form, prefix, suffix, groupSize }) => [form, prefix, suffix, groupSize]);
  fc.assert(
    fc.property(texts([...FRAGMENTS, ...STRANGE, ...STRANGE]), fc.nat(1000), (text, place) => {
      for (const action of actionsIn(text, place).actions) {
        expect([action.title, unknown(applied(text, action))]).toEqual([action.title, unknown(text)]);
      }
    }),
    { numRuns: 700, seed: 9 },
  );
});
