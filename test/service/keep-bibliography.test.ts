import { describe, expect, test } from 'vitest';
import { origins } from '../../server/src/core/corpus.ts';
import type { FileContent } from '../../server/src/service/files.ts';
import { createService, type Service } from '../../server/src/service/service.ts';
import { memoryFiles, rootOf, statementFile, WORKSPACE, type MemoryFiles } from './workspace.ts';

const REFS = `${WORKSPACE}/refs.json`;
const NOTE = `${WORKSPACE}/n.md`;

interface World {
  readonly service: Service;
  readonly files: MemoryFiles;
  /** Every file that was written, in order. */
  readonly written: string[];
  readonly keep: (uri?: string, folder?: string) => ReturnType<Service['bibliography']['keep']>;
  /** The keys in the file, in its order; `undefined` if there is no file. */
  readonly keys: (uri?: string) => Promise<string[] | undefined>;
}

async function world(
  own: Readonly<Record<string, string | FileContent>>,
  { fails, extraRoot }: { fails?: string; extraRoot?: string } = {},
): Promise<World> {
  const files = memoryFiles({
    [`${WORKSPACE}/texts/a.statement.md`]: statementFile('a-1', '甲。'),
    [`${WORKSPACE}/texts/b.statement.md`]: statementFile('b-2', '乙。'),
    ...own,
  });
  const written: string[] = [];
  const service = createService({
    files,
    pause: () => Promise.resolve(),
    writeFile: async (uri, text) => {
      if (fails !== undefined) return fails;
      written.push(uri);
      await files.write(uri, text);
      return undefined;
    },
  });
  files.onChange((uri) => service.loader.fileChanged(uri));
  const extra = extraRoot === undefined ? [] : [rootOf(extraRoot, origins.configured)];
  await service.loader.load([rootOf(WORKSPACE, origins.workspace), ...extra]);
  return {
    ...{ service, files, written },
    keep: (uri = REFS, folder = WORKSPACE) => service.bibliography.keep({ uri, folder }),
    keys: async (uri = REFS) => {
      const content = await files.read(uri);
      return content.kind === 'text'
        ? (JSON.parse(content.text) as { id: string }[]).map(({ id }) => id)
        : undefined;
    },
  };
}

describe('a bibliography that is kept', () => {
  test('is made when something is cited, by key, and follows what is', async () => {
    const { keep, keys, files, written } = await world({ [NOTE]: '甲。' });
    expect([await keep(), await keys()]).toEqual(['in-step', undefined]);
    await files.write(NOTE, '[@b-2] [@a-1] [@no-9]');
    expect([await keep(), await keys()]).toEqual(['written', ['a-1', 'b-2']]);
    expect([await keep(), await keep()]).toEqual(['in-step', 'in-step']);
    await files.write(NOTE, '[@b-2]');
    expect([await keep(), await keys()]).toEqual(['written', ['b-2']]);
    await files.write(NOTE, '甲。');
    expect([await keep(), await keys()]).toEqual(['written', []]);
    expect(written).toEqual([REFS, REFS, REFS]);
  });

  test('is not written again for the ends of its lines', async () => {
    const { keep, files } = await world({ [NOTE]: '[@a-1]' });
    await keep();
    const content = await files.read(REFS);
    await files.write(REFS, content.kind === 'text' ? content.text.replaceAll('\n', '\r\n') : '');
    expect(await keep()).toBe('in-step');
  });

  test('has what is written in an editor and what was saved last', async () => {
    const { keep, keys, service } = await world({ [NOTE]: '[@a-1]' });
    service.loader.opened(NOTE, '[@b-2]', 'markdown');
    await keep();
    expect(await keys()).toEqual(['a-1', 'b-2']);
    service.loader.opened('untitled:Untitled-1', '[@a-1]', 'markdown');
    await service.loader.closed(NOTE);
    await keep();
    expect(await keys()).toEqual(['a-1']);
  });

  test('follows a statement that changes', async () => {
    const { keep, files } = await world({ [NOTE]: '[@a-1]' });
    await keep();
    await files.write(
      `${WORKSPACE}/texts/a.statement.md`,
      statementFile('a-1', '甲。', 'title: 关于别的声明\n'),
    );
    expect(await keep()).toBe('written');
    expect(await files.read(REFS)).toMatchObject({ text: expect.stringContaining('关于别的声明') as string });
  });

  test('holds what the drafts of its own folder cite', async () => {
    const { keep, keys } = await world({
      [`${WORKSPACE}/one/n.md`]: '[@a-1]',
      [`${WORKSPACE}/one-more/n.md`]: '[@b-2]',
    });
    await keep(REFS, `${WORKSPACE}/one`);
    expect(await keys()).toEqual(['a-1']);
  });

  test.each([
    ['refs.yaml', /^# Kept by Pincite.*\nreferences:\n {2}- id: a-1\n/],
    ['refs.yml', /^# Kept by Pincite/],
    ['refs.bib', /^% Kept by Pincite.*\n@misc\{a-1,\n/],
    ['refs.RIS', /^TY {2}- GEN\r\nID {2}- a-1\r\n/],
  ])('has the format of its name: %s', async (name, expected) => {
    const { keep, files } = await world({ [NOTE]: '[@a-1]' });
    const uri = `${WORKSPACE}/${name}`;
    expect(await keep(uri)).toBe('written');
    expect(await files.read(uri)).toMatchObject({ text: expect.stringMatching(expected) as string });
    expect(await keep(uri)).toBe('in-step');
  });
});

describe('what Pincite did not write stays as it is', () => {
  test.each<readonly [string, string, string | FileContent]>([
    ['JSON', 'refs.json', '[{"id":"mine"}]'],
    ['YAML', 'refs.yaml', 'references:\n- id: mine\n'],
    ['BibLaTeX', 'refs.bib', '@misc{mine, title={x}}'],
    ['RIS', 'refs.ris', 'TY  - GEN\nID  - mine\nER  - \n'],
    ['other bytes', 'refs.bib', { kind: 'not-utf8', before: '' }],
  ])('%s', async (_, name, content) => {
    const uri = `${WORKSPACE}/${name}`;
    const { keep, written } = await world({ [NOTE]: '[@a-1]', [uri]: content });
    expect(await keep(uri)).toEqual({
      refused: `${name} was not written by Pincite, or was changed by hand, and stays as it is. Name another file in “pincite.bibliographyPath”, or delete this one.`,
    });
    expect(written).toEqual([]);
  });

  test('an entry that was added by hand is not lost', async () => {
    const { keep, files, written } = await world({ [NOTE]: '[@a-1]' });
    await keep();
    const content = await files.read(REFS);
    const items = JSON.parse(content.kind === 'text' ? content.text : '') as unknown[];
    await files.write(REFS, JSON.stringify([...items, { id: 'mine' }]));
    await files.write(NOTE, '[@b-2]');
    expect(await keep()).toHaveProperty('refused');
    expect(written).toEqual([REFS]);
  });

  test('an empty file is filled', async () => {
    const { keep, keys } = await world({ [NOTE]: '[@a-1]', [REFS]: '\n' });
    expect([await keep(), await keys()]).toEqual(['written', ['a-1']]);
  });
});

describe('what cannot be done', () => {
  test('a name that tells no format', async () => {
    const { keep } = await world({ [NOTE]: '[@a-1]' });
    expect(await keep(`${WORKSPACE}/refs`)).toEqual({
      refused:
        'Nobody can tell the format of refs. Let the name in “pincite.bibliographyPath” end in .json, .yaml, .bib or .ris.',
    });
  });

  test('a file that cannot be written, or not be read', async () => {
    const refused =
      'The bibliography refs.json cannot be written (EACCES). Correct “pincite.bibliographyPath”; the folder must exist.';
    const closed = await world({ [NOTE]: '[@a-1]' }, { fails: 'EACCES' });
    expect(await closed.keep()).toEqual({ refused });
    const hidden = await world({ [NOTE]: '[@a-1]', [REFS]: { kind: 'unreadable', reason: 'EACCES' } });
    expect(await hidden.keep()).toEqual({ refused });
  });

  test('nothing is written while statements are being read', async () => {
    const { service, files, keep, written } = await world({ [NOTE]: '[@a-1]' });
    const held = files.hold();
    const loading = service.loader.reload();
    expect(await keep()).toBe('later');
    await held.release();
    await loading;
    expect([await keep(), written]).toEqual(['written', [REFS]]);
  });

  test('an entry stays while the folder of its statement cannot be read', async () => {
    const { service, files, keep, keys } = await world(
      { [NOTE]: '[@a-1; @c-3]', 'file:///far/c.statement.md': statementFile('c-3', '丙。') },
      { extraRoot: 'file:///far' },
    );
    await keep();
    expect(await keys()).toEqual(['a-1', 'c-3']);
    files.folder('file:///far', { kind: 'unreadable', reason: 'EIO' });
    await service.loader.reload();
    expect([await keep(), await keys()]).toEqual(['later', ['a-1', 'c-3']]);
  });
});
