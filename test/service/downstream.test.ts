import { describe, expect, test } from 'vitest';
import { formatCitation } from '../../server/src/core/citation/format-citation.ts';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { createDraft, type Draft } from '../../server/src/service/draft.ts';
import type { DraftAction, DraftActionKind } from '../../server/src/service/draft-action.ts';
import type { DiagnosticsOptions } from '../../server/src/service/diagnostics.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { addressesOf, statements } from '../core/citation/statement-fixture.ts';
import { createWorld, shippedFiles, shippedWorld, show, statementFile, WORKSPACE } from './workspace.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
const world = await shippedWorld();

function note(text: string): Draft {
  return createDraft(`${WORKSPACE}/note.md`, text);
}

/** `3:1-3:9 severity code` of what is said of citations in a note. */
async function check(text: string, options: Partial<DiagnosticsOptions> = {}): Promise<string[]> {
  const findings = await world.service.diagnostics(note(text), {
    ...{ unknownKey: 'off', downstream: 'warning', ...options },
  });
  return findings.map(({ range, severity, code }) => `${show(range)} ${severity} ${code}`);
}

/** What can be done where the words stand for the first time. */
function actionsAt(
  text: string,
  words: string,
  kinds: readonly DraftActionKind[] = ['quickfix'],
): Promise<DraftAction[]> {
  const at = createLineIndex(text).positionAt(text.indexOf(words));
  return world.service.draftActions(
    note(text),
    { start: at, end: at },
    { downstream: 'warning', wants: (kind) => kinds.includes(kind) },
  );
}

/** The text after an action, as an editor makes it: from the last edit to the first. */
function applied(text: string, action: DraftAction | undefined): string {
  const lines = createLineIndex(text);
  const edits = [...(action?.edits ?? [])].reverse();
  return edits.reduce(
    (made, { range, text: words }) =>
      made.slice(0, lines.offsetAt(range.start)) + words + made.slice(lines.offsetAt(range.end)),
    text,
  );
}

describe('warnings', () => {
  test('stand at what is wrong, as severe as the setting has it', async () => {
    const text = `---\nlang: zh-CN\n---\n\n文[@${STABILITY}, 第3段；@b]。\n\n指出@${LAW}。`;
    expect(await check(text)).toEqual([
      '5:43-5:46 warning page-trap',
      '5:46-5:47 warning full-width-semicolon',
      '7:3-7:32 warning key-after-han',
    ]);
    expect((await check(text, { downstream: 'hint' })).every((line) => line.includes(' hint '))).toBe(true);
    expect(await check(text, { downstream: 'off' })).toEqual([]);
  });

  test('say what happens downstream and what to write', async () => {
    const [finding] = await world.service.diagnostics(note(`[@${STABILITY}, 第3段]`), {
      ...{ unknownKey: 'off', downstream: 'warning' },
    });
    expect(finding?.message).toBe(
      'Pandoc takes “第3段” for the number of a page: it is printed as “p. 第3段”, or not at all. Write “，第3段”.',
    );
  });

  test('of a key that Pandoc reads are information at most', async () => {
    expect(await check('[@中俄2022，第四段]')).toEqual(['1:3-1:9 information key-not-ascii']);
    expect(await check('[@中俄2022，第四段]', { downstream: 'hint' })).toEqual([
      '1:3-1:9 hint key-not-ascii',
    ]);
  });

  test('that a key has swallowed words take the place of the one that it is unknown', async () => {
    expect(await check(`@${STABILITY}指出`)).toEqual(['1:39-1:41 warning han-after-key']);
    expect(await check(`@${STABILITY}指出`, { downstream: 'off' })).toEqual(['1:2-1:41 warning unknown-key']);
  });

  test('look at the language that the front matter gives', async () => {
    const citation = `[@${STABILITY}, para. 3]`;
    expect(await check(citation)).toEqual([]);
    expect(await check(`---\nlang: en\n---\n\n${citation}`)).toEqual([]);
    expect(await check(`---\nlang: zh\n---\n\n${citation}`)).toEqual(['5:42-5:47 warning label-language']);
  });

  test('are not given in a statement file', async () => {
    const files = { 'file:///shipped/a.statement.md': statementFile('a', '见[@a, 第1段]。') };
    const { service } = await createWorld(files);
    const draft = createDraft('file:///shipped/a.statement.md', Object.values(files)[0] ?? '');
    const codes = (await service.diagnostics(draft, { unknownKey: 'warning', downstream: 'warning' })).map(
      ({ code }) => code,
    );
    expect(codes).not.toContain('page-trap');
    const start = { line: 4, character: 6 };
    const all = { downstream: 'warning', wants: () => true } as const;
    expect(await service.draftActions(draft, { start, end: start }, all)).toEqual([]);
  });
});

const shipped = Object.entries(shippedFiles()).map(([uri, text]) => parseStatement(uri, text).statement);
const all = [...shipped, ...Object.values(statements)].filter((each) => each !== undefined);

/** What Pincite writes for every passage of a statement, alone and with others. */
function written(statement: Statement): string[] {
  const single = ['', ...addressesOf(statement)].map((address) => formatCitation(statement, address));
  const pairs = single.slice(1).map((each, i) => `[见 ${(single[i] ?? '').slice(1, -1)}; ${each.slice(1)}`);
  return [...single, ...pairs];
}

describe('what Pincite writes', () => {
  test.each(all.map((statement, i) => [`${String(i)} ${statement.key}`, statement] as const))(
    'is never warned about: %s',
    async (_, statement) => {
      // The fixtures share a key: each is a corpus of its own.
      const { service } = await createWorld({ 'file:///corpus/a.statement.md': statement.source });
      const lines = written(statement);
      expect(lines.length).toBeGreaterThan(5);
      for (const lang of [
        '',
        '---\nlang: zh-CN\n---\n\n',
        '---\nlang: en\n---\n\n',
        '---\nlang: ru\n---\n\n',
      ]) {
        const text = lang + lines.map((line) => `双方重申${line}。又 ${line}.`).join('\n\n');
        expect(findCitations(text).length).toBeGreaterThanOrEqual(lines.length);
        const options = { unknownKey: 'warning', downstream: 'warning' } as const;
        expect(await service.diagnostics(note(text), options)).toEqual([]);
      }
    },
  );
});

describe('quick fixes', () => {
  test('write the safe form, are preferred, and know the findings that they do away with', async () => {
    const text = `文[@${STABILITY}, 第3段；@b]。`;
    const [fix, ...others] = await actionsAt(text, '；');
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(fix?.title).toBe(`Write “[@${STABILITY}，第3段; @b]”`);
    expect(fix?.about?.map(({ code, range }) => `${show(range)} ${code}`)).toEqual([
      '1:43-1:46 page-trap',
      '1:46-1:47 full-width-semicolon',
    ]);
    expect(applied(text, fix)).toBe(`文[@${STABILITY}，第3段; @b]。`);
  });

  test('have a second choice for a key behind a Han character', async () => {
    const text = `见@${LAW}。`;
    const fixes = await actionsAt(text, '@');
    expect(fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      [`Write “[@${LAW}]”`, true],
      [`Write “见 @${LAW}”`, undefined],
    ]);
    expect(fixes.map((fix) => applied(text, fix))).toEqual([`见[@${LAW}]。`, `见 @${LAW}。`]);
  });

  test('are not given where nothing is touched, and for what has no safe form', async () => {
    expect(await actionsAt(`文字。[@${LAW}, 第1段]`, '文字')).toEqual([]);
    expect(await actionsAt('[@smith, {ii, A}]', '{')).toEqual([]);
  });

  test('correct all of one kind in the document, and leave the others', async () => {
    const text = [
      `甲[@${STABILITY}, 第3段]。`,
      `> 乙[@wang, 第25页]。\r\n> 丙@${LAW}。`,
      `丁[@${STABILITY}, 第12段]@${LAW}指出`,
    ].join('\r\n\r\n');
    const everywhere = (await actionsAt(text, '第3段'))[1];
    expect(everywhere?.title).toBe('Correct everywhere in this document: passages that are taken for pages');
    expect(everywhere?.isPreferred).toBeUndefined();
    expect(everywhere?.about).toHaveLength(3);
    expect(applied(text, everywhere)).toBe(text.replaceAll(', 第', '，第'));
  });

  test('correct everything when an editor asks for it, and only then', async () => {
    const text = `甲[@${STABILITY}, 第3段]。\r\n\r\n\`[@a；@b]\` 丙@${LAW}。\r\n\r\n- [见@a；@b]\r\n- [@k, {ii, A}]`;
    const [fix, ...others] = await actionsAt(text, '甲', ['source.fixAll.pincite']);
    expect(others).toEqual([]);
    expect(fix?.kind).toBe('source.fixAll.pincite');
    expect(applied(text, fix)).toBe(
      `甲[@${STABILITY}，第3段]。\r\n\r\n\`[@a；@b]\` 丙[@${LAW}]。\r\n\r\n- [见 @a; @b]\r\n- [@k, {ii, A}]`,
    );
    expect(await actionsAt(`[@${LAW}，第一部分]`, '@', ['source.fixAll.pincite'])).toEqual([]);
  });

  test('are off where the warnings are', async () => {
    const text = `[@${STABILITY}, 第3段]`;
    const start = { line: 0, character: 45 };
    const actions = await world.service.draftActions(
      note(text),
      { start, end: start },
      { downstream: 'off', wants: (kind) => kind !== 'refactor.rewrite' },
    );
    expect(actions).toEqual([]);
  });
});

describe('what comes nearest', () => {
  test('replaces a key with a slip in it, but not unasked', async () => {
    const text = `[@${STABILITY.replace('global', 'globel')}，第3段]`;
    const [fix] = await actionsAt(text, '@');
    expect(fix?.title).toBe(`Cite “${STABILITY}” instead`);
    expect(fix?.isPreferred).toBeUndefined();
    expect(fix?.about?.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(applied(text, fix)).toBe(`[@${STABILITY}，第3段]`);
  });

  test('replaces the key of a link, and leaves the address', async () => {
    const text = `[x](pincite:${LAW.replace('law', 'laws')}#1.1) <pincite:${LAW}>`;
    const [fix, ...others] = await actionsAt(text, 'pincite');
    expect(others).toEqual([]);
    expect(applied(text, fix)).toBe(`[x](pincite:${LAW}#1.1) <pincite:${LAW}>`);
  });

  test('replaces a passage that does not exist', async () => {
    const text = `[@${STABILITY}，第99段]`;
    const [fix, ...others] = await actionsAt(text, '第99段');
    expect(others).toEqual([]);
    expect(fix?.about?.map(({ code }) => code)).toEqual(['no-such-passage']);
    const [citation] = findCitations(applied(text, fix));
    expect(citation?.locatorText).not.toBe('第99段');
    expect(await check(applied(text, fix))).toEqual([]);
  });

  test('is not offered for one of several passages, nor for words that a key has swallowed', async () => {
    expect(await actionsAt(`[@${STABILITY}，第1、99段]`, '@')).toEqual([]);
    const titles = (await actionsAt(`@${STABILITY}指出`, '@')).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Cite'))).toEqual([]);
  });
});
