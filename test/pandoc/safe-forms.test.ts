import { describe, expect, test } from 'vitest';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import { formatLocator } from '../../server/src/core/citation/format-locator.ts';
import { parseLocator } from '../../server/src/core/citation/locator.ts';
import { resolveLocator } from '../../server/src/core/citation/resolve-locator.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import { addressesOf } from '../core/citation/statement-fixture.ts';
import { shippedFiles, shippedWorld, WORKSPACE } from '../service/workspace.ts';
import { renderers, stylesHere, type Reference } from './rendering.ts';

const { service } = await shippedWorld();
const statements = Object.entries(shippedFiles())
  .map(([uri, text]) => parseStatement(uri, text).statement)
  .filter((statement) => statement !== undefined);

/** Each names its statement in a way of its own. */
const references: readonly Reference[] = statements.map(({ key }, i) => ({
  ...{ key, title: `Title ${'ABCDE'.charAt(i)}`, author: `Author ${'ABCDE'.charAt(i)}` },
}));

interface Passage {
  readonly key: string;
  readonly address: string;
  readonly locator: string;
  /** The address, where it is read as a locator; `1.1-2` ends in the first section there, not with the second. */
  readonly numbers: string;
}

const passages: readonly Passage[] = statements.flatMap((statement) =>
  addressesOf(statement).map((address) => {
    const locator = formatLocator(address, statement);
    const read = parseLocator(address);
    const isRead = read !== undefined && resolveLocator(read, statement).found.join() === address;
    return { key: statement.key, address, locator, numbers: isRead ? address : locator };
  }),
);

/** The ways in which a form goes wrong, but for a few whose locator has no digit. */
const SPOILT: readonly ((passage: Passage, next: Passage) => string)[] = [
  ({ key, locator }) => `文[@${key}, ${locator}]。`,
  ({ key, locator }) => `文[@${key} ${locator}]。`,
  ({ key, numbers }) => `文[@${key}, ${numbers}]。`,
  ({ key, locator }) => `文[@${key}, {${locator}}]。`,
  ({ key, locator }) => `文[@${key}, {}，${locator}]。`,
  ({ key, locator }) => `文[@${key}${locator}]。`,
  ({ key, locator }) => `文[见@${key}，${locator}]。`,
  ({ key, locator }) => `文[@{${key}}，${locator}]。`,
  ({ key, locator }) => `@${key} [${locator}]指出`,
  ({ key, locator }) => `指出@${key} [${locator}]。`,
  (one, other) => `文[@${one.key}，${one.locator}；@${other.key}，${other.locator}]。`,
  (one, other) => `文[见@${one.key}, ${one.locator}；另见@${other.key}, ${other.locator}]。`,
];

interface Spoilt {
  readonly text: string;
  readonly cited: readonly Passage[];
}

/** Each passage in one form, in turn, so that every form meets every kind of locator. */
const spoilt: readonly Spoilt[] = passages.map((passage, i) => {
  const next = passages[(i * 7 + 3) % passages.length] ?? passage;
  const form = SPOILT[i % SPOILT.length];
  const text = form?.(passage, next) ?? '';
  return { text, cited: text.includes('；') ? [passage, next] : [passage] };
});

/** A note after everything in it is fixed that can be. */
async function fixed(text: string): Promise<string> {
  const draft = createDraft(`${WORKSPACE}/note.md`, text);
  const start = { line: 0, character: 0 };
  const wants = (kind: string): boolean => kind === 'source.fixAll.pincite';
  const [action] = await service.draftActions(draft, { start, end: start }, { downstream: 'warning', wants });
  const lines = createLineIndex(text);
  return [...(action?.edits ?? [])]
    .reverse()
    .reduce(
      (made, { range, text: words }) =>
        made.slice(0, lines.offsetAt(range.start)) + words + made.slice(lines.offsetAt(range.end)),
      text,
    );
}

const safe = (await fixed(spoilt.map(({ text }) => text).join('\n\n'))).split('\n\n');

describe('hundreds of spoilt citations of the corpus', () => {
  test('are as many as that, and in every form', () => {
    expect(spoilt.length).toBeGreaterThan(400);
    expect(safe).toHaveLength(spoilt.length);
    expect(new Set(spoilt.map((_, i) => i % SPOILT.length)).size).toBe(SPOILT.length);
  });

  test('cite in their safe forms what they were to cite, and are not warned about', async () => {
    for (const [i, { text, cited }] of spoilt.entries()) {
      const form = safe[i] ?? '';
      const found = findCitations(form).map(({ key, locator }) => {
        const statement = statements.find((each) => each.key === key);
        const addresses = locator && statement ? resolveLocator(locator, statement).found : [];
        return [key, ...addresses];
      });
      expect(found, `${text} ${form}`).toEqual(cited.map(({ key, address }) => [key, address]));
    }
    const draft = createDraft(`${WORKSPACE}/note.md`, safe.join('\n\n'));
    expect(await service.diagnostics(draft, { unknownKey: 'warning', downstream: 'warning' })).toEqual([]);
  });
});

describe.each(renderers())('$name', (renderer) => {
  test.each(stylesHere().flatMap((style) => [undefined, 'zh-CN'].map((language) => ({ style, language }))))(
    'prints every statement and locator: $style, lang $language',
    { timeout: 120_000 },
    async ({ style, language }) => {
      const rendering = { references, style, ...(language === undefined ? {} : { language }) };
      const printed = await renderer.render(safe, rendering);
      const wrong: string[] = [];
      for (const [i, { cited }] of spoilt.entries()) {
        const shown = printed[i] ?? '';
        const isWhole = cited.every(({ key, locator }) => {
          const reference = references.find((each) => each.key === key);
          const name = style === 'probe' ? reference?.title : reference?.author;
          return shown.includes(name ?? '?') && shown.includes(locator);
        });
        if (!isWhole || /p\. |pp\. |页|page/u.test(shown)) wrong.push(`${safe[i] ?? ''} → ${shown}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
