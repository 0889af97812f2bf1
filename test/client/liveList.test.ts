import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Listing } from '../../client/src/picker/liveList.ts';
import { isRow, openPalette, type Press } from './palette.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** For `n` rows that only come near, for `x` nothing, for `f` a failure; else three rows and a line. */
function listingFor(text: string): Listing<string> | Error {
  if (text.endsWith('f')) return new Error('no connection');
  if (text.endsWith('x')) return { items: [`nothing for ${text}`], isSure: false };
  const rows = [1, 2, 3].map((number) => `${text}/${String(number)}`);
  if (text.endsWith('n')) return { items: ['—', ...rows], isSure: false };
  return { items: [...rows, '3 of many'], isSure: text !== '' };
}

async function openAndType(text: string) {
  const palette = openPalette(listingFor);
  await palette.rest();
  palette.type(text);
  return palette;
}

describe('the rows of a live list', () => {
  test('are those for the text once the list is not busy', async () => {
    const palette = await openAndType('a');
    await palette.program();
    await palette.window();
    expect(palette.screen.isBusy).toBe(true);
    await palette.rest();
    expect(palette.screen).toMatchObject({ isBusy: false, items: ['a/1', 'a/2', 'a/3', '3 of many'] });
  });

  test('of a text that was overtaken never come on the screen', async () => {
    const palette = await openAndType('a');
    for (const text of ['ab', 'abc', 'abcd']) {
      palette.type(text);
      await palette.program();
    }
    await palette.rest();
    expect(palette.seen.lists.slice(1).flat().filter(isRow)).toEqual(['abcd/1', 'abcd/2', 'abcd/3']);
  });

  test('give way to a line that says so where an answer is long in coming', async () => {
    const palette = await openAndType('a');
    await palette.program();
    vi.advanceTimersByTime(400);
    await palette.window();
    await palette.window();
    expect(palette.screen).toMatchObject({ items: ['waiting'], isBusy: true });
    await palette.rest();
    expect(palette.screen.items[0]).toBe('a/1');
    vi.advanceTimersByTime(1000);
    await palette.rest();
    expect(palette.screen.items[0]).toBe('a/1');
  });

  test('give way to a line that says so where a question failed', async () => {
    const palette = await openAndType('f');
    palette.enter();
    await palette.rest();
    expect(palette.screen).toMatchObject({ items: ['failure'], isBusy: false });
    expect(palette.seen.taken).toBeUndefined();
  });

  test('come by themselves where there were none and the corpus changed', async () => {
    let isRead = false;
    const palette = openPalette((text) =>
      isRead ? listingFor(text) : { items: ['still being read'], isSure: false },
    );
    palette.type('a');
    await palette.rest();
    expect(palette.screen.items).toEqual(['still being read']);
    isRead = true;
    palette.corpusChanges();
    await palette.rest();
    expect(palette.screen.items[0]).toBe('a/1');
  });

  test('come by themselves where the corpus changed while there was no answer', async () => {
    let asked = 0;
    const palette = openPalette((text) =>
      ++asked > 1 ? listingFor(text) : { items: ['still being read'], isSure: false },
    );
    palette.corpusChanges();
    await palette.program();
    await palette.rest();
    expect(palette.screen.items[0]).toBe('/1');
  });

  test('stay where they are when the corpus changes', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    const lists = palette.seen.lists.length;
    palette.corpusChanges();
    await palette.rest();
    expect(palette.seen.lists).toHaveLength(lists);
  });
});

describe('Enter', () => {
  test('takes the row that the user is on', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.move(1);
    palette.enter();
    await palette.rest();
    expect(palette.seen.taken).toBe('a/2');
  });

  test('before the rows have come waits for them and takes the first', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.type('ab');
    palette.enter();
    await palette.program();
    await palette.program();
    expect(palette.seen.taken).toBeUndefined();
    await palette.rest();
    expect(palette.seen.taken).toBe('ab/1');
  });

  test('waits also while the rows are on their way to the screen', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.type('ab');
    await palette.program();
    await palette.server();
    palette.enter();
    await palette.program();
    expect(palette.screen.items[0]).toBe('a/1');
    expect(palette.seen.taken).toBeUndefined();
    await palette.rest();
    expect(palette.seen.taken).toBe('ab/1');
  });

  test('counts for the text for which it was pressed, and for no other', async () => {
    const palette = await openAndType('a');
    palette.enter();
    palette.type('ab');
    await palette.rest();
    expect(palette.screen.items[0]).toBe('ab/1');
    expect(palette.seen.taken).toBeUndefined();
  });

  test('on another row of an older text takes nothing', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.type('ab');
    palette.move(1);
    palette.enter();
    await palette.rest();
    expect(palette.seen.taken).toBeUndefined();
  });

  test('on another row of a list that was overtaken takes nothing, however near the list before is', async () => {
    const palette = await openAndType('n');
    await palette.rest();
    palette.type('na');
    await palette.program();
    await palette.server();
    for (const _ of ['busy', 'rows']) await palette.window();
    palette.type('nab');
    palette.move(1);
    palette.enter();
    await palette.rest();
    expect(palette.screen.items[0]).toBe('nab/1');
    expect(palette.seen.taken).toBeUndefined();
  });

  test('waits though a list that was overtaken comes on the screen before', async () => {
    const palette = await openAndType('n');
    await palette.rest();
    palette.type('na');
    await palette.program();
    await palette.server();
    palette.type('nab');
    for (const _ of ['busy', 'rows', 'done']) await palette.window();
    palette.enter();
    await palette.rest();
    expect(palette.seen.taken).toBe('nab/1');
  });

  test('is not remembered where there was nothing to take', async () => {
    let isRead = false;
    const palette = openPalette((text) =>
      isRead ? listingFor(text) : { items: ['still being read'], isSure: false },
    );
    palette.type('a');
    palette.enter();
    await palette.rest();
    isRead = true;
    palette.corpusChanges();
    await palette.rest();
    expect(palette.screen.items[0]).toBe('a/1');
    expect(palette.seen.taken).toBeUndefined();
  });

  test('takes no row unseen that only comes near, and no row for an empty text', async () => {
    const near = await openAndType('n');
    near.enter();
    await near.rest();
    expect(near.seen.taken).toBeUndefined();
    near.enter();
    await near.rest();
    expect(near.seen.taken).toBe('n/1');

    const empty = openPalette(listingFor);
    empty.enter();
    await empty.rest();
    expect(empty.seen.taken).toBeUndefined();
  });

  test('does nothing on a line that is no row', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    for (let step = 0; step < 3; step++) palette.move(1);
    palette.enter();
    await palette.rest();
    expect(palette.seen.taken).toBeUndefined();
  });
});

describe('the key that puts a row aside', () => {
  test('puts the row aside that the user is on, and the list stays', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.move(1);
    palette.putAside();
    await palette.rest();
    expect(palette.seen.gathered).toEqual(['a/2']);
    expect(palette.seen.taken).toBeUndefined();
    expect(palette.screen.items[palette.screen.focus]).toBe('a/2');
  });

  test('before the rows have come waits for them and puts the first aside', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.type('ab');
    palette.putAside();
    for (const _ of ['text', 'key']) await palette.program();
    expect(palette.seen.gathered).toEqual([]);
    await palette.rest();
    expect(palette.seen.gathered).toEqual(['ab/1']);
    expect(palette.seen.taken).toBeUndefined();
  });

  test('and Enter after it both wait for the rows', async () => {
    const palette = await openAndType('a');
    palette.putAside();
    palette.enter();
    await palette.rest();
    expect(palette.seen.gathered).toEqual(['a/1']);
    expect(palette.seen.taken).toBe('a/1');
  });

  test('counts for the text for which it was pressed, and puts nothing aside unseen that only comes near', async () => {
    const palette = await openAndType('a');
    palette.putAside();
    palette.type('an');
    palette.putAside();
    await palette.rest();
    expect(palette.seen.gathered).toEqual([]);
  });

  test('on another row of an older text puts nothing aside', async () => {
    const palette = await openAndType('a');
    await palette.rest();
    palette.type('ab');
    palette.move(1);
    palette.putAside();
    await palette.rest();
    expect(palette.seen.gathered).toEqual([]);
  });
});

describe('the preview', () => {
  test('shows nothing before a key is pressed', async () => {
    const palette = openPalette(listingFor);
    await palette.rest();
    expect(palette.seen.previews).toEqual([]);
    palette.move(1);
    await palette.rest();
    expect(palette.seen.previews).toEqual(['/2']);
  });

  test('follows the user, and holds while the rows for a text are to come', async () => {
    const palette = await openAndType('a');
    await palette.program();
    expect(palette.seen.previews).toEqual([undefined]);
    await palette.rest();
    palette.move(1);
    await palette.rest();
    palette.type('ab');
    await palette.rest();
    // The focus goes back to the first row as the text changes, before the program hears of the new text.
    expect(palette.seen.previews).toEqual([undefined, 'a/1', 'a/2', 'a/1', undefined, 'ab/1']);
  });
});

test('however keys, answers and the screen overtake one another, no row is taken that was not meant', async () => {
  const keys = fc
    .constantFrom('a', 'a', 'b', 'n', 'x', 'f')
    .map((letter) => ({ kind: 'key' as const, letter }));
  const moves = fc
    .constantFrom('back', 'down', 'up', 'enter', 'enter', 'corpus', 'wait', 'rest')
    .map((kind) => ({ kind }));
  const messages = fc.constantFrom('program', 'window', 'server').map((kind) => ({ kind }));
  const steps = fc.array(
    fc.oneof(
      { weight: 2, arbitrary: keys },
      { weight: 3, arbitrary: moves },
      { weight: 8, arbitrary: messages },
    ),
    { minLength: 10, maxLength: 60, size: 'max' },
  );
  let taken = 0;
  let takenUnseen = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const palette = openPalette(listingFor);
      const { screen, seen } = palette;
      for (const step of all) {
        if (step.kind === 'key' && 'letter' in step) palette.type(screen.text + step.letter);
        else if (step.kind === 'back') palette.type(screen.text.slice(0, -1));
        else if (step.kind === 'down') palette.move(1);
        else if (step.kind === 'up') palette.move(-1);
        else if (step.kind === 'enter') palette.enter();
        else if (step.kind === 'corpus') palette.corpusChanges();
        else if (step.kind === 'wait') vi.advanceTimersByTime(400);
        else if (step.kind === 'program') await palette.program();
        else if (step.kind === 'window') await palette.window();
        else if (step.kind === 'server') await palette.server();
        else await palette.rest();
      }
      if (seen.taken !== undefined) {
        taken++;
        if (seen.presses.every(({ items }) => !items.includes(seen.taken ?? ''))) takenUnseen++;
        expect(seen.presses.some((press) => meant(press, seen.taken ?? ''))).toBe(true);
        return;
      }
      await palette.rest();
      if (palette.seen.taken !== undefined) return;
      const listing = listingFor(screen.text);
      expect(screen).toMatchObject({
        items: listing instanceof Error ? ['failure'] : listing.items,
        isBusy: false,
      });
      const focused = screen.items[screen.focus];
      palette.enter();
      await palette.rest();
      expect(seen.taken).toBe(isRow(focused) ? focused : undefined);
    }),
    { numRuns: 5000 },
  );
  // Both happen, or the property says little.
  expect(taken - takenUnseen).toBeGreaterThan(100);
  expect(takenUnseen).toBeGreaterThan(100);
});

/** What somebody who pressed Enter can have meant: the row before their eyes, else the first that their text finds. */
function meant({ text, items, focused, isOvertaken }: Press, row: string): boolean {
  const listing = listingFor(text);
  if (isOvertaken || listing instanceof Error) return false;
  if (items.join() === listing.items.join()) return row === focused;
  const first = listing.items.find(isRow);
  return listing.isSure && row === first && (!isRow(focused) || focused === items.find(isRow));
}
