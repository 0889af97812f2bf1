import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { IndexStore, StoredSegment } from '../../server/src/service/index-store.ts';
import { createService, type Service } from '../../server/src/service/service.ts';
import { allRoots, CONFIGURED, memoryFiles, settle, statementFile, type MemoryFiles } from './workspace.ts';

const A = `${CONFIGURED}/a.statement.md`;
const B = `${CONFIGURED}/b.statement.md`;

function memoryStore(): IndexStore & { saved: readonly StoredSegment[] | undefined } {
  return {
    saved: undefined,
    load() {
      return Promise.resolve(this.saved);
    },
    save(segments) {
      this.saved = segments;
      return Promise.resolve();
    },
  };
}

function serviceOver(files: MemoryFiles, store: IndexStore): Service {
  const service = createService({ files, pause: () => Promise.resolve(), indexStore: () => store });
  files.onChange((uri) => service.loader.fileChanged(uri));
  return service;
}

/** Files that were read, indexed and saved, and what is stored of them. */
async function afterOneRun(): Promise<{ files: MemoryFiles; store: ReturnType<typeof memoryStore> }> {
  const files = memoryFiles({
    [A]: statementFile('aaa', '甲乙丙，外空。'),
    [B]: statementFile('bbb', '丁戊己，外空。'),
  });
  const store = memoryStore();
  const service = serviceOver(files, store);
  await service.loader.load(allRoots);
  await service.saveIndex();
  return { files, store };
}

async function found(service: Service, query: string): Promise<string[]> {
  const { passages } = await service.search(query, 9);
  return passages.map(({ key, text }) => `${key}: ${text}`);
}

/** A second start whose files do not answer yet: only the folders have been listed. */
async function startHeld(files: MemoryFiles, store: IndexStore) {
  const service = serviceOver(files, store);
  const gate = files.hold();
  const loading = service.loader.load(allRoots);
  for (const { uri } of allRoots) await gate.release(uri);
  await settle();
  return { service, gate, loading };
}

describe('a start with a stored index', () => {
  test('answers before any file has been read', async () => {
    const { files, store } = await afterOneRun();
    const { service, gate, loading } = await startHeld(files, store);
    expect(service.status().statements).toBe(0);
    expect(await found(service, '外空')).toEqual(['aaa: 甲乙丙，外空。', 'bbb: 丁戊己，外空。']);
    await gate.release();
    await loading;
    expect(service.status().statements).toBe(2);
    expect(await found(service, '外空')).toEqual(['aaa: 甲乙丙，外空。', 'bbb: 丁戊己，外空。']);
  });

  test('says nothing of files that changed meanwhile, went or are in no folder any more', async () => {
    const { files, store } = await afterOneRun();
    await files.write(A, statementFile('aaa', '新的文字，外空。'));
    const { service, gate, loading } = await startHeld(files, store);
    expect(await found(service, '外空')).toEqual(['bbb: 丁戊己，外空。']);
    await gate.release();
    await loading;
    expect(await found(service, '外空')).toEqual(['aaa: 新的文字，外空。', 'bbb: 丁戊己，外空。']);

    await files.remove(B);
    const without = await startHeld(files, store);
    expect(await found(without.service, '外空')).toEqual([]);
    await without.gate.release();
    await without.loading;
    expect(await found(without.service, '外空')).toEqual(['aaa: 新的文字，外空。']);

    const elsewhere = serviceOver(files, store);
    await elsewhere.loader.load([]);
    expect(await found(elsewhere, '外空')).toEqual([]);
  });

  test('follows a key that now belongs to another file', async () => {
    const { files, store } = await afterOneRun();
    // The file that comes first in the order of names wins.
    await files.write(`${CONFIGURED}/0.statement.md`, statementFile('aaa', '另一份，外空。'));
    const service = serviceOver(files, store);
    await service.loader.load(allRoots);
    expect(await found(service, '外空')).toEqual(['aaa: 另一份，外空。', 'bbb: 丁戊己，外空。']);
  });

  test('keeps no text that is only open in an editor', async () => {
    const { files, store } = await afterOneRun();
    const first = serviceOver(files, store);
    await first.loader.load(allRoots);
    first.loader.opened(A, statementFile('aaa', '未保存，外空。'));
    expect(await found(first, '未保存')).toHaveLength(1);
    await first.saveIndex();
    const { service } = await startHeld(files, store);
    expect(await found(service, '外空')).toEqual(['bbb: 丁戊己，外空。']);
  });

  test('reads first what is cited or hovered meanwhile', async () => {
    const { files, store } = await afterOneRun();
    const { service, gate, loading } = await startHeld(files, store);
    const cited = service.cite('bbb', '1');
    const note = createDraft('file:///notes/n.md', '见[@bbb，第1段]。');
    const hover = service.hover(note, 4, { maxCharacters: 100 });
    await settle();
    expect(gate.held).toContain(B);
    await gate.release(B);
    await settle();
    expect(service.status().statements).toBe(1);
    expect(await cited).toEqual({ text: '[@bbb，第1段]' });
    expect((await hover)?.contents).toContain('丁戊己，外空。');
    await gate.release();
    await loading;
  });
});

describe('reading', () => {
  test('tells how far it has come, and stops when asked', async () => {
    const uris = 'a b c d e f g h'.split(' ').map((letter) => `${CONFIGURED}/${letter}.statement.md`);
    const files = memoryFiles(
      Object.fromEntries(uris.map((uri, i) => [uri, statementFile(`key-${String(i)}`, '甲。')])),
    );
    const service = serviceOver(files, memoryStore());
    const gate = files.hold();
    const loading = service.loader.load(allRoots);
    for (const { uri } of allRoots) await gate.release(uri);
    await gate.release(A);
    expect(service.loader.progress()).toEqual({ done: 1, total: 8 });
    const asked = gate.held.filter((uri) => uris.includes(uri)).length;
    expect(asked).toBeLessThan(8);
    service.loader.stop();
    await gate.release();
    await loading;
    // What had been asked for by then was read, and no more.
    expect(service.list()).toHaveLength(asked);
    expect(service.loader.progress()).toBeUndefined();
    const message = `Reading was stopped after ${String(asked)} of 8 files. “Pincite: Reload Corpus” reads them all.`;
    expect(service.status()).toMatchObject({
      loading: false,
      problems: [{ code: 'reading-stopped', severity: 'warning', message }],
    });
    await service.loader.reload();
    expect(service.list()).toHaveLength(8);
    expect(service.status().problems).toEqual([]);
  });
});
