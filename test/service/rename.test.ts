import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { isRefusal } from '../../server/src/service/refusal.ts';
import type { Renaming } from '../../server/src/service/rename.ts';
import { CONFIGURED, createWorld, SHIPPED, show, statementFile, WORKSPACE, type World } from './workspace.ts';

const PACT = `${WORKSPACE}/texts/pact.statement.md`;
const NOTE = `${WORKSPACE}/note.md`;
const body = '## 一\n\n甲。\n\n乙。\n\n## 二\n\n丙。';
const files: Readonly<Record<string, string>> = {
  [PACT]: statementFile('pact', body, 'title: 关于边境贸易的联合声明\nlanguage: zh-CN\n'),
  [`${WORKSPACE}/texts/old-name.statement.md`]: statementFile(
    'other',
    '重申《关于边境贸易的联合声明》和 [@pact，第一部分第1段]。',
    'title: 后来的联合公报全文\nlanguage: zh-CN\n',
  ),
  [NOTE]: [
    '---\nnocite: >\n  @pact, @li_2025, e@pact\n---',
    '甲 [见 @pact，第一部分第1段; @li_2025; -@{pact}, 2.1] 乙 @pact [第二部分]。 @pacts @pact-x @pact: 😀[@pact]',
    '[一](pincite:pact#1.1)、[二][x]、[三][x]、<pincite:pact>、pincite:pact#2.1、[文](texts/pact.statement.md#1.2)',
    '`[@pact]`、pact、me@pact.org、<!-- [@pact] -->、$@pact$\n\n```\n[@pact]\n```',
    '[x]: pincite:pact#2',
  ].join('\n\n'),
  [`${WORKSPACE}/deep/r.qmd`]: '[@li_2025, p. 3] 与 [声明](../texts/pact.statement.md)。',
  [`${CONFIGURED}/far.statement.md`]: statementFile('far', '远。[@pact]'),
  [`${SHIPPED}/gift.statement.md`]: statementFile('gift', '礼。'),
};

async function renaming(
  world: World,
  uri: string,
  marked: string,
  newName: string,
  movesFiles = true,
): Promise<Renaming | string | undefined> {
  const [offset, text] = [marked.indexOf('|'), marked.replace('|', '')];
  const result = await world.service.workspace.rename(createDraft(uri, text), offset, newName, {
    movesFiles,
  });
  return result !== undefined && isRefusal(result) ? result.refused : result;
}

/** Makes the changes, as an editor would. */
async function apply({ files: disk }: World, result: Renaming | string | undefined): Promise<void> {
  if (typeof result !== 'object') throw new Error(result ?? 'nothing to rename');
  for (const { uri, before, edits } of result.files) {
    const { lines } = createDraft(uri, before);
    const changed = edits.toReversed().reduce((text, edit) => {
      const [start, end] = [lines.offsetAt(edit.range.start), lines.offsetAt(edit.range.end)];
      return text.slice(0, start) + edit.text + text.slice(end);
    }, before);
    await disk.write(uri, changed);
  }
  if (result.move) await disk.rename(result.move.from, result.move.to);
}

async function textOf({ files: disk }: World, uri: string): Promise<string | undefined> {
  const content = await disk.read(uri);
  return content.kind === 'text' ? content.text : undefined;
}

const atId = (files[PACT] ?? '').replace('id: pact', 'id: |pact');

describe('renaming', () => {
  test('the id of a statement changes every use, the name of its file, and the links to that', async () => {
    const world = await createWorld(files);
    const result = await renaming(world, PACT, atId, 'border-2025');
    await apply(world, result);
    expect(await textOf(world, PACT)).toBeUndefined();
    const moved = `${WORKSPACE}/texts/border-2025.statement.md`;
    expect(await textOf(world, moved)).toBe((files[PACT] ?? '').replace('id: pact', 'id: border-2025'));
    expect(await textOf(world, NOTE)).toBe(
      [
        '---\nnocite: >\n  @border-2025, @li_2025, e@pact\n---',
        '甲 [见 @border-2025，第一部分第1段; @li_2025; -@{border-2025}, 2.1] 乙 @border-2025 [第二部分]。 @pacts @pact-x @border-2025: 😀[@border-2025]',
        '[一](pincite:border-2025#1.1)、[二][x]、[三][x]、<pincite:border-2025>、pincite:border-2025#2.1、[文](texts/border-2025.statement.md#1.2)',
        '`[@pact]`、pact、me@pact.org、<!-- [@pact] -->、$@pact$\n\n```\n[@pact]\n```',
        '[x]: pincite:border-2025#2',
      ].join('\n\n'),
    );
    expect(await textOf(world, `${WORKSPACE}/deep/r.qmd`)).toBe(
      '[@li_2025, p. 3] 与 [声明](../texts/border-2025.statement.md)。',
    );
    expect(await textOf(world, `${WORKSPACE}/texts/old-name.statement.md`)).toContain(
      '重申《关于边境贸易的联合声明》和 [@border-2025，第一部分第1段]。',
    );
    // Not the user's to change.
    expect(await textOf(world, `${CONFIGURED}/far.statement.md`)).toBe(
      files[`${CONFIGURED}/far.statement.md`],
    );
    expect(world.service.list().map(({ key }) => key)).toContain('border-2025');
  });

  test('leaves files where editors cannot move them', async () => {
    const world = await createWorld(files);
    const result = await renaming(world, PACT, atId, 'border', false);
    expect(result).not.toHaveProperty('move');
    await apply(world, result);
    expect(await textOf(world, `${WORKSPACE}/deep/r.qmd`)).toBe(files[`${WORKSPACE}/deep/r.qmd`]);
    expect(await textOf(world, PACT)).toContain('id: border\n');
  });

  test('leaves a file where another has the name, and one that is not named after its key', async () => {
    const taken = `${WORKSPACE}/texts/border.statement.md`;
    const world = await createWorld({ ...files, [taken]: 'no statement' });
    expect(await renaming(world, PACT, atId, 'border')).not.toHaveProperty('move');
    const other = `${WORKSPACE}/texts/old-name.statement.md`;
    const marked = (files[other] ?? '').replace('id: other', 'id: oth|er');
    expect(await renaming(world, other, marked, 'new-name')).not.toHaveProperty('move');
  });

  test('can start at any use', async () => {
    const world = await createWorld(files);
    const fromId = await renaming(world, PACT, atId, 'border');
    const note = files[NOTE] ?? '';
    for (const [words, marked] of [
      ['[见 @pact', '[见 |@pact'],
      ['-@{pact}', '-@{pact|}'],
      ['(pincite:pact#1.1)', '(pincite:pa|ct#1.1)'],
      ['[x]: pincite:pact', '[x]: pincite:pact|'],
      ['  @pact, @li', '  @|pact, @li'],
    ] as const) {
      expect(note).toContain(words);
      expect(await renaming(world, NOTE, note.replace(words, marked), 'border'), words).toEqual(fromId);
    }
  });

  test('a key of a bibliography of one’s own changes in all drafts', async () => {
    const world = await createWorld(files);
    await apply(
      world,
      await renaming(world, NOTE, (files[NOTE] ?? '').replace('; @li_2025; -', '; @l|i_2025; -'), 'li:2025a'),
    );
    expect(await textOf(world, NOTE)).toBe((files[NOTE] ?? '').replaceAll('li_2025', 'li:2025a'));
    expect(await textOf(world, `${WORKSPACE}/deep/r.qmd`)).toContain('[@li:2025a, p. 3]');
  });

  test('an open text wins over the disk', async () => {
    const world = await createWorld(files);
    const open = '新文 [@pact]';
    world.service.loader.opened(NOTE, open, 'markdown');
    world.service.loader.opened('untitled:Untitled-1', '[@pact]', 'markdown');
    const result = await renaming(world, NOTE, '新文 [@pa|ct]', 'border');
    const edits = typeof result === 'object' ? result.files : [];
    expect(edits.find(({ uri }) => uri === NOTE)).toMatchObject({
      before: open,
      edits: [{ text: 'border' }],
    });
    expect(edits.map(({ uri }) => uri)).toContain('untitled:Untitled-1');
  });

  test('finds files that nobody told of', async () => {
    const world = await createWorld(files);
    await world.service.drafts.list();
    // A watcher that sleeps.
    world.service.loader.fileChanged = () => Promise.resolve();
    await world.files.write(`${WORKSPACE}/silent.md`, '[@pact]');
    const result = await renaming(world, PACT, atId, 'border');
    expect(typeof result === 'object' && result.files.map(({ uri }) => uri)).toContain(
      `${WORKSPACE}/silent.md`,
    );
  });

  test('keeps quotation marks of the id, and puts them where YAML needs them', async () => {
    const quoted = (files[PACT] ?? '').replace('id: pact', 'id: "pact" # key');
    const world = await createWorld({ ...files, [PACT]: quoted });
    const result = await renaming(world, PACT, quoted.replace('"pact"', '"p|act"'), '2025', false);
    await apply(world, result);
    expect(await textOf(world, PACT)).toContain('id: "2025" # key\n');
    const plain = await createWorld(files);
    await apply(plain, await renaming(plain, PACT, atId, '2025', false));
    expect(await textOf(plain, PACT)).toContain('id: "2025"\n');
    expect(plain.service.list().map(({ key }) => key)).toContain('2025');
  });

  test('of two statements with one key the uses stay with the one that has it', async () => {
    const second = `${WORKSPACE}/texts/second.statement.md`;
    const world = await createWorld({ ...files, [second]: statementFile('pact', '另一。') });
    const marked = statementFile('|pact', '另一。', 'title: 关于pact的声明\n');
    const result = await renaming(world, second, marked, 'border');
    expect(typeof result === 'object' && result.files.map(({ uri }) => uri)).toEqual([second]);
  });
});

describe('renaming is refused', () => {
  test.each([
    ['', '“” cannot be a citation key. Use ASCII letters, digits and hyphens.'],
    ['边境', '“边境” cannot be a citation key. Use ASCII letters, digits and hyphens.'],
    ['a b', '“a b” cannot be a citation key. Use ASCII letters, digits and hyphens.'],
    ['a_b', '“a_b” cannot be a citation key. Use ASCII letters, digits and hyphens.'],
    ['-a', '“-a” cannot be a citation key. Use ASCII letters, digits and hyphens.'],
    ['other', 'The key other already belongs to “后来的联合公报全文”.'],
    ['gift', 'The key gift already belongs to “关于gift的声明”.'],
    [
      'pacts',
      'pacts is already cited in note.md: afterwards nobody could tell which is meant. Choose another name.',
    ],
  ])('for the name “%s”', async (name, message) => {
    expect(await renaming(await createWorld(files), PACT, atId, name)).toBe(message);
  });

  test('for statements that are not the user’s', async () => {
    const world = await createWorld(files);
    expect(await renaming(world, NOTE, '[@gi|ft]', 'mine')).toBe(
      'gift is part of the shipped corpus and cannot be renamed.',
    );
    expect(await renaming(world, NOTE, '[@fa|r]', 'mine')).toBe(
      'The statement far lies outside the workspace. Add its folder to the workspace to rename it.',
    );
    expect(world.service.workspace.renamePlace(createDraft(NOTE, '[@gift]'), 3)).toEqual({
      refused: 'gift is part of the shipped corpus and cannot be renamed.',
    });
  });

  test('for a statement without an id', async () => {
    const uri = `${WORKSPACE}/nameless.statement.md`;
    const world = await createWorld({ [uri]: '---\ntitle: 无名\n---\n\n甲。\n' });
    expect(await renaming(world, NOTE, '[@name|less]', 'mine')).toBe(
      'The file of nameless has no “id”. Give it one, and it can be renamed.',
    );
  });

  test('while the corpus is being read: a key would seem to be nobody’s', async () => {
    const world = await createWorld(files);
    const gate = world.files.hold();
    const reading = world.service.loader.reload();
    expect(await renaming(world, NOTE, '[@gi|ft]', 'mine')).toBe(
      'The corpus is still being read. Try again in a moment.',
    );
    await gate.release();
    await reading;
  });

  test('for what is no key', async () => {
    const world = await createWorld(files);
    expect(await renaming(world, NOTE, '[@pact，第一部|分]', 'mine')).toBeUndefined();
    expect(await renaming(world, NOTE, '`[@pa|ct]`', 'mine')).toBeUndefined();
    expect(await renaming(world, PACT, (files[PACT] ?? '').replace('甲', '甲|'), 'mine')).toBeUndefined();
  });
});

describe('the place that is renamed', () => {
  test('is the key alone', async () => {
    const { service } = await createWorld(files);
    const place = (uri: string, text: string, offset: number): string | undefined => {
      const found = service.workspace.renamePlace(createDraft(uri, text), offset);
      return found && (isRefusal(found) ? found.refused : `${show(found.range)} ${found.placeholder}`);
    };
    expect(place(NOTE, '[见 @pact，第1段]', 4)).toBe('1:5-1:9 pact');
    expect(place(NOTE, '[-@{pact}]', 1)).toBe('1:5-1:9 pact');
    expect(place(NOTE, '[一](pincite:pact#1)', 5)).toBe('1:13-1:17 pact');
    expect(place(PACT, files[PACT] ?? '', 8)).toBe('2:5-2:9 pact');
    expect(place(NOTE, '甲', 0)).toBeUndefined();
  });
});

describe('renaming there and back', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9]{2,8}(-[a-z0-9]{1,6}){0,2}$/);
  const piece = fc.constantFrom(
    ...[
      '[@K，第一部分第1段]',
      '@K',
      '@K [第二部分]',
      '[见 @{K}, 2.1; @other]',
      '<pincite:K#1>',
      'pincite:K#1.2',
    ],
    ...[
      '[甲](pincite:K)',
      '[乙](texts/pact.statement.md#2)',
      '[丙](./texts/./pact.statement.md)',
      '@Ks',
      '[-@K]',
    ],
    ...[
      '`@K`',
      '《关于边境贸易的联合声明》第一部分第2段',
      '\n\n',
      '\r\n\r\n',
      '> ',
      '- ',
      '😀',
      '，',
      '* ',
      '[^1]: ',
      '\n',
      ' ',
    ],
  );
  const note = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' ').replaceAll('K', 'pact'));

  test('gives every text back, and in between every citation means what it meant', async () => {
    await fc.assert(
      fc.asyncProperty(note, note, key, async (one, two, name) => {
        fc.pre(!['pact', 'pacts', 'other', 'far', 'gift'].includes(name));
        const start = { ...files, [NOTE]: one, [`${WORKSPACE}/two.md`]: two };
        const world = await createWorld(start);
        const meant = async (): Promise<unknown[]> =>
          (await world.service.drafts.list()).map((draft) =>
            world.service
              .links(draft)
              .map(({ tooltip }) => tooltip)
              .concat(
                world.service
                  .resolve(draft.text)
                  .map(({ addresses, problems }) => `${addresses.join()} ${String(problems.length)}`),
              ),
          );
        const before = await meant();
        await apply(world, await renaming(world, PACT, atId, name));
        expect(await meant()).toEqual(before);
        const moved = `${WORKSPACE}/texts/${name}.statement.md`;
        const marked = (await textOf(world, moved))?.replace(/^id: ("?)/m, 'id: $1|') ?? '';
        await apply(world, await renaming(world, moved, marked, 'pact'));
        for (const [uri, text] of Object.entries(start)) expect(await textOf(world, uri)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
