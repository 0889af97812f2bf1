import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KnownReferences } from '../../../client/src/preview/knownReferences.ts';
import type { PreviewResult } from '../../../server/src/lsp/protocol.ts';

/** The texts of the drafts that are open. */
const open = vi.hoisted((): string[] => []);
vi.mock('vscode', () => ({
  workspace: {
    get textDocuments() {
      return open.map((text) => ({ languageId: 'markdown', getText: () => text }));
    },
  },
}));

const { createKnownReferences } = await import('../../../client/src/preview/knownReferences.ts');

/** Says of each `[@key]` in a text what `titles` has. */
const titles = new Map([
  ['[@a]', 'A'],
  ['[@b]', 'B'],
]);
function answer(text: string): PreviewResult {
  const citations = [...text.matchAll(/\[@\w+\]/g)].flatMap(([raw]) => {
    const title = titles.get(raw);
    return title === undefined ? [] : [{ raw, text: title, passage: '', isBroken: false, problem: '' }];
  });
  return { citations, links: [] };
}

let asked: string[];
let renders: number;
let known: KnownReferences;
let serverAnswers: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [asked, renders, serverAnswers] = [[], 0, true];
  open.length = 0;
  titles.set('[@a]', 'A');
  known = createKnownReferences(
    {
      preview: ({ text }) => {
        asked.push(text);
        return Promise.resolve(serverAnswers ? answer(text) : undefined);
      },
    },
    () => {
      renders++;
    },
  );
});
afterEach(() => {
  known.dispose();
  vi.useRealTimers();
});

/** What the preview shows for a citation of a text that it renders now. */
const shown = (text: string, raw: string): string | undefined =>
  known.in(text)?.citationAt(raw, 0)?.citation.text;
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

test('a text is rendered plain, asked about once and rendered again', async () => {
  expect(shown('x [@a]', '[@a]')).toBeUndefined();
  await settle();
  expect([asked, renders]).toEqual([['x [@a]'], 1]);
  expect(shown('x [@a]', '[@a]')).toBe('A');
  await settle();
  expect([asked.length, renders]).toEqual([1, 1]);
});

test('a text that cites nothing is not asked about', async () => {
  expect(known.in('no citation')).toBeUndefined();
  await settle();
  expect(asked).toEqual([]);
});

test('while somebody types, what is known stays, and the last text alone is asked about', async () => {
  known.in('[@a]');
  await settle();
  for (const text of ['[@a] 1', '[@a] 12', '[@a] 123']) expect(shown(text, '[@a]')).toBe('A');
  await settle();
  expect(asked).toEqual(['[@a]', '[@a] 123']);
  // Nothing new was learnt: the preview is left alone.
  expect(renders).toBe(1);
});

test('another draft in sight is asked about too', async () => {
  open.push('draft one [@a]', 'draft two [@b]');
  known.in('draft one [@a]');
  known.in('draft two [@b]');
  await settle();
  expect([...asked].sort()).toEqual(['draft one [@a]', 'draft two [@b]']);
  expect(renders).toBe(1);
});

test('when statements change, open texts are asked about again, and rendered again if they read otherwise', async () => {
  open.push('x [@a]\r\n');
  known.in('x [@a]\n');
  known.in('gone [@b]');
  await settle();
  known.forget();
  await settle();
  expect(asked.filter((text) => text.startsWith('x'))).toHaveLength(2);
  const before = renders;
  titles.set('[@a]', 'A, corrected');
  known.forget();
  await settle();
  expect(renders).toBe(before + 1);
  expect(shown('x [@a]\n', '[@a]')).toBe('A, corrected');
  await settle();
  expect(renders).toBe(before + 1);
});

test('without an answer the text stays as it is written, and nothing goes round in circles', async () => {
  serverAnswers = false;
  expect(shown('x [@a]', '[@a]')).toBeUndefined();
  await settle();
  expect([asked.length, renders]).toEqual([1, 0]);
});
