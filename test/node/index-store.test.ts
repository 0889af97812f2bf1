import fc from 'fast-check';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPassageIndex, type PassageIndex } from '../../server/src/core/search/passage-index.ts';
import { statementEntry } from '../../server/src/core/search/statement-entry.ts';
import { createIndexStore } from '../../server/src/node/index-store.ts';
import { corpusFiles, readShipped } from '../corpus/shipped.ts';

const BUILD = 'this build';
const QUERIES = [
  '战略稳定',
  '外空 军备竞赛',
  'zhanlvewending',
  'zlwd',
  '第二部分第2段',
  '双方重申反对外太空武器化',
];

let folder = '';
let fresh: PassageIndex;
const warnings: string[] = [];
const { statements } = corpusFiles(readShipped());

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pincite-index-'));
  fresh = createPassageIndex();
  for (const statement of statements) fresh.put(statementEntry(statement, 'stamp'));
  await fresh.settle();
  await fresh.search('zlwd', 1);
  // One statement is gone from its segment, and came back in another.
  const [first] = statements;
  if (first === undefined) throw new Error('no statements');
  fresh.put(statementEntry(first, 'newer stamp'));
  await fresh.search('战略', 1);
  await save(folder, fresh);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function storeIn(place: string, build = BUILD) {
  return createIndexStore(place, build, (event) => warnings.push(event));
}

async function save(place: string, index: PassageIndex): Promise<void> {
  await storeIn(place).save(
    index.segments.all.map((segment) => {
      const sounds = index.sounds.get(segment);
      return { segment, live: segment.live.slice(), ...(sounds && { sounds }) };
    }),
  );
}

/** An index of what is stored; `undefined` if nothing is. */
async function loadFrom(place: string, build = BUILD): Promise<PassageIndex | undefined> {
  const stored = await storeIn(place, build).load();
  if (stored === undefined) return undefined;
  const index = createPassageIndex();
  for (const { segment, live, sounds } of stored) {
    if (sounds !== undefined) index.sounds.set(segment, sounds);
    index.segments.restore(segment, (_, card) => live[card] === 1);
  }
  return index;
}

async function answers(index: PassageIndex): Promise<unknown> {
  return Promise.all(QUERIES.map((query) => index.search(query, 30)));
}

/** Does something to a copy of what is stored, and gives what is loaded from it. */
async function loadedAfter(damage: (copy: string) => void): Promise<PassageIndex | undefined> {
  const copy = mkdtempSync(path.join(tmpdir(), 'pincite-index-'));
  try {
    cpSync(folder, copy, { recursive: true });
    damage(copy);
    return await loadFrom(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe('a stored index', () => {
  test('answers as the one that was stored', async () => {
    const loaded = await loadFrom(folder);
    if (loaded === undefined) throw new Error('nothing is stored');
    expect(await answers(loaded)).toEqual(await answers(fresh));
    expect(loaded.segments.all.length).toBe(2);
    expect(loaded.segments.all.some((segment) => loaded.sounds.has(segment))).toBe(true);
  });

  test('is as none for another build, and where there is no folder', async () => {
    expect(await loadFrom(folder, 'another build')).toBeUndefined();
    expect(await loadFrom(path.join(folder, 'nowhere'))).toBeUndefined();
  });

  test('is written once: what has a file already is not written again, and old files go', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'pincite-index-'));
    cpSync(folder, copy, { recursive: true });
    const store = storeIn(copy);
    const stored = await store.load();
    const before = readdirSync(copy).sort();
    await store.save(stored ?? []);
    expect(readdirSync(copy).sort()).toEqual(before);
    await store.save(stored?.slice(0, 1) ?? []);
    expect(readdirSync(copy)).toHaveLength(2);
    expect(await loadFrom(copy)).toBeDefined();
    rmSync(copy, { recursive: true });
  });

  test('stays as it was where a save does not come to its end', async () => {
    const loaded = await loadedAfter((copy) => {
      writeFileSync(path.join(copy, 'segment-00000000-0000-0000-0000-000000000000.bin'), 'half of');
      writeFileSync(path.join(copy, 'index.json.0'), 'half of');
    });
    expect(loaded && (await answers(loaded))).toEqual(await answers(fresh));
  });

  test('cannot be written where a file is in the way: that is logged, and nothing is thrown', async () => {
    const file = path.join(folder, 'index.json');
    warnings.length = 0;
    await save(path.join(file, 'below'), fresh);
    expect(warnings).toEqual(['index.unwritable']);
  });
});

describe('a damaged index', () => {
  const files = (): string[] => readdirSync(folder).sort();

  test.each(['index.json', /^segment/])('is as none without %s', async (name) => {
    const file = files().find((each) => (typeof name === 'string' ? each === name : name.test(each))) ?? '';
    expect(
      await loadedAfter((copy) => {
        rmSync(path.join(copy, file));
      }),
    ).toBeUndefined();
  });

  test('never gives a wrong answer: one byte changed, cut off or put in anywhere makes it as none', async () => {
    const right = await answers(fresh);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom('change', 'cut', 'put in', 'zeros'),
        fc.integer({ min: 1, max: 255 }),
        async (which, where, how, by) => {
          const name = files()[which % files().length] ?? '';
          const loaded = await loadedAfter((copy) => {
            const file = path.join(copy, name);
            const bytes = readFileSync(file);
            const at = Math.floor(where * statSync(file).size);
            if (how === 'change') bytes[at] = ((bytes[at] ?? 0) + by) & 0xff;
            if (how === 'zeros') bytes.fill(0, at, Math.min(at + by, bytes.length));
            const cut = how === 'cut' ? bytes.subarray(0, at) : bytes;
            const more = Buffer.concat([bytes.subarray(0, at), Buffer.of(by), bytes.subarray(at)]);
            writeFileSync(file, how === 'put in' ? more : cut);
          });
          // Zeros where there were zeros change nothing.
          if (loaded !== undefined) expect([how, await answers(loaded)]).toEqual(['zeros', right]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
