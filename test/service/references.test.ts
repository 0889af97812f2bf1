import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { createWorld, statementFile, WORKSPACE, type World } from './workspace.ts';

const PACT = `${WORKSPACE}/texts/pact.statement.md`;
const files = {
  [PACT]: statementFile(
    'pact',
    '序。\n\n## 一\n\n甲。\n\n乙。\n\n丙。\n\n丁。\n\n戊。\n\n己。\n\n## 二\n\n庚。',
    'title: 关于边境贸易的联合声明\nlanguage: zh-CN\n',
  ),
  [`${WORKSPACE}/texts/later.statement.md`]: statementFile(
    'later',
    '双方重申《关于边境贸易的联合声明》。\n\n重申《关于边境贸易的联合声明》第一部分第4段。',
    'title: 后来的联合公报全文\nlanguage: zh-CN\n',
  ),
  [`${WORKSPACE}/a.md`]: [
    '第一 [@pact，第一部分第3—5段] 完', // 1
    '第二 [@pact，第一部分第4段] 完', // 2
    '第三 [@pact，第一部分] 完', // 3
    '第四 [@pact，第一部分第6段] 完', // 4
    '第五 [@pact] 完', // 5
    '第六 [@pact，第一部分第1、4段] 完', // 6
    '第七 [@pact，第一部分第9段] 完', // 7: there is no such paragraph
    '代码 `[@pact，第一部分第4段]`', // 8
  ].join('\n\n'),
  [`${WORKSPACE}/deep/b.qmd`]:
    '见 pincite:pact#1.4 与 [文件](../texts/pact.statement.md#1.4-1.5)。\n\n[@li-2025]',
  [`${WORKSPACE}/c.Rmd`]: '又见 [@li-2025, p. 3; @pact，第二部分第1段]。',
  [`${WORKSPACE}/.hidden/d.md`]: '[@pact，第一部分第4段]',
  [`${WORKSPACE}/node_modules/x/e.md`]: '[@pact，第一部分第4段]',
};

/** References of the place of the cursor `|` in a file that is opened with it, each with its line and its words. */
async function references(
  { service, files: disk }: World,
  uri: string,
  marked: string,
  declaration = false,
): Promise<string[]> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  service.loader.opened(uri, text, 'markdown');
  const found = await service.workspace.references(createDraft(uri, text), offset, declaration);
  return Promise.all(
    found.map(async ({ uri: file, range }) => {
      const content = await disk.read(file);
      const onDisk = createDraft(file, content.kind === 'text' ? content.text : '');
      const { lines, text: words } = service.drafts.open(file) ?? onDisk;
      const slice = words.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
      return `${file.slice(WORKSPACE.length + 1)}:${String(range.start.line + 1)} ${slice}`;
    }),
  );
}

const text = (uri: string): string => (files as Readonly<Record<string, string>>)[uri] ?? '';
const RUN = 'a.md:1 [@pact，第一部分第3—5段]';
const FOUR = 'a.md:3 [@pact，第一部分第4段]';
const PART = 'a.md:5 [@pact，第一部分]';
const SIX = 'a.md:7 [@pact，第一部分第6段]';
const WHOLE = 'a.md:9 [@pact]';
const LIST = 'a.md:11 [@pact，第一部分第1、4段]';
const NOWHERE = 'a.md:13 [@pact，第一部分第9段]';
const PART_TWO = 'c.Rmd:1 @pact，第二部分第1段';
const LINKS = ['deep/b.qmd:1 pincite:pact#1.4', 'deep/b.qmd:1 [文件](../texts/pact.statement.md#1.4-1.5)'];
const TITLE = 'texts/later.statement.md:7 《关于边境贸易的联合声明》';
const TITLE_FOUR = 'texts/later.statement.md:9 《关于边境贸易的联合声明》第一部分第4段';
const TO_1_4 = [RUN, FOUR, PART, LIST, ...LINKS, TITLE_FOUR];

describe('references', () => {
  test('of a paragraph are what has it in common: runs, its section, lists, links, mentions', async () => {
    const world = await createWorld(files);
    expect(await references(world, PACT, text(PACT).replace('丁', '丁|'))).toEqual(TO_1_4);
  });

  test('of a citation are those of the passage that it cites', async () => {
    const world = await createWorld(files);
    const note = `${WORKSPACE}/note.md`;
    expect(await references(world, note, '另见 [@pact，第|一部分第4段]。')).toEqual([
      ...[RUN, FOUR, PART, LIST, ...LINKS],
      ...['note.md:1 [@pact，第一部分第4段]', TITLE_FOUR],
    ]);
  });

  test('of a mention in a statement are those of what it names', async () => {
    const world = await createWorld(files);
    const later = `${WORKSPACE}/texts/later.statement.md`;
    expect(await references(world, later, text(later).replace('第一部分第4段', '第一|部分第4段'))).toEqual(
      TO_1_4,
    );
  });

  test('of a heading are those of the whole section', async () => {
    const world = await createWorld(files);
    expect(await references(world, PACT, text(PACT).replace('## 一', '## |一'))).toEqual([
      ...[RUN, FOUR, PART, SIX, LIST, ...LINKS, TITLE_FOUR],
    ]);
  });

  test('of the key are all, whatever part they cite, also one that does not exist', async () => {
    const world = await createWorld(files);
    expect(await references(world, PACT, text(PACT).replace('id: pact', 'id: pa|ct'))).toEqual([
      ...[RUN, FOUR, PART, SIX, WHOLE, LIST, NOWHERE, PART_TWO, ...LINKS, TITLE, TITLE_FOUR],
    ]);
  });

  test('with the declaration begin with the passage', async () => {
    const world = await createWorld(files);
    const all = await references(world, PACT, text(PACT).replace('庚', '庚|'), true);
    expect(all).toEqual(['texts/pact.statement.md:25 庚。', PART_TWO]);
    const key = await references(world, PACT, text(PACT).replace('id: pact', 'id: pa|ct'), true);
    expect(key[0]).toBe('texts/pact.statement.md:2 pact');
  });

  test('of a key that no statement has are its citations', async () => {
    const world = await createWorld(files);
    const note = `${WORKSPACE}/c.Rmd`;
    expect(await references(world, note, text(note).replace('@li', '@l|i'))).toEqual([
      'c.Rmd:1 @li-2025, p. 3',
      'deep/b.qmd:3 [@li-2025]',
    ]);
  });

  test('are none where nothing is cited, and between two paragraphs', async () => {
    const world = await createWorld(files);
    expect(await references(world, `${WORKSPACE}/note.md`, '什么|都没有。')).toEqual([]);
    expect(await references(world, PACT, text(PACT).replace('甲。\n', '甲。\n|'))).toEqual([]);
  });

  test('follow what is written, on disk and in editors', async () => {
    const world = await createWorld(files);
    const at = text(PACT).replace('庚', '庚|');
    expect(await references(world, PACT, at)).toEqual([PART_TWO]);
    await world.files.write(`${WORKSPACE}/new.markdown`, '[@pact，第二部分第1段]');
    expect(await references(world, PACT, at)).toEqual([PART_TWO, 'new.markdown:1 [@pact，第二部分第1段]']);
    world.service.loader.opened(`${WORKSPACE}/new.markdown`, '无', 'markdown');
    expect(await references(world, PACT, at)).toEqual([PART_TWO]);
    await world.service.loader.closed(`${WORKSPACE}/new.markdown`);
    expect(await references(world, PACT, at)).toEqual([PART_TWO, 'new.markdown:1 [@pact，第二部分第1段]']);
    await world.files.remove(`${WORKSPACE}/c.Rmd`);
    expect(await references(world, PACT, at)).toEqual(['new.markdown:1 [@pact，第二部分第1段]']);
  });
});
