import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { createService } from '../../server/src/service/service.ts';
import { NOTE, PINS, pinnedWorld } from './pinned-world.ts';
import { allRoots, CONFIGURED, memoryFiles, statementFile } from './workspace.ts';

const A = '双方反对个别国家谋求绝对军事优势。';
const B = '双方支持加强国际军控体系，并为此保持密切沟通。';
const C = '双方主张和平解决争端，反对诉诸武力或以武力相威胁。';
const D = '双方同意继续就战略稳定问题开展对话。';

const hash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('what is pinned', () => {
  test('are the passages that a draft cites, each with its hash and its text, and the version of the statement', async () => {
    const world = await pinnedWorld(A, B, C);
    expect(await world.pin('见[@accord，第2段]，又[@accord，第3段]。')).toEqual({
      uri: PINS,
      pins: 2,
      changed: 2,
    });
    const file = await world.files.read(`${CONFIGURED}/accord.statement.md`);
    expect(JSON.parse((await world.pinText()) ?? '')).toEqual({
      format: 'pincite-pins',
      version: 1,
      statements: [
        { key: 'accord', title: '关于accord的声明', version: hash(file.kind === 'text' ? file.text : '') },
      ],
      pins: [
        { key: 'accord', locator: '第2段', passages: [{ address: '2', hash: hash(B), text: [B] }] },
        { key: 'accord', locator: '第3段', passages: [{ address: '3', hash: hash(C), text: [C] }] },
      ],
    });
  });

  test('a run, several passages, links and titles with a locator are, a title alone and a foreign key are not', async () => {
    const world = await pinnedWorld(A, B, C);
    const note = [
      '[@accord，第1—2段]，[@accord，第1、3段]，[@other, p. 3]',
      '[这里](pincite:accord#2)',
      '《关于accord的声明》第3段，另见《关于accord的声明》。',
    ].join('\n\n');
    await world.pin(note);
    const { pins } = JSON.parse((await world.pinText()) ?? '') as {
      pins: { locator: string; passages: { address: string; text: string[] }[] }[];
    };
    expect(pins.map(({ locator, passages }) => [locator, ...passages.map(({ address }) => address)])).toEqual(
      [
        ['第1、3段', '1', '3'],
        ['第1—2段', '1-2'],
        ['#2', '2'],
        ['《关于accord的声明》第3段', '3'],
      ],
    );
    expect(pins[1]?.passages[0]?.text).toEqual([A, B]);
  });

  test('a quotation of a statement that is cited as a whole has the pin of the paragraph that it is from', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('双方“支持加强国际军控体系”[@accord]。');
    const { pins } = JSON.parse((await world.pinText()) ?? '') as { pins: unknown[] };
    expect(pins).toContainEqual({
      key: 'accord',
      quotation: '“支持加强国际军控体系”',
      passages: [{ address: '2', hash: hash(B), text: [B] }],
    });
    expect(await world.told('双方“支持加强国际军控体系”[@accord]。')).toEqual([]);
  });

  test('is the same file wherever the citations stand, and is not written again', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('[@accord，第2段]，[@accord，第3段]');
    const before = await world.files.stamp(PINS);
    expect(await world.pin('[@accord，第3段]\n\n前言。\n\n[@accord，第2段]')).toMatchObject({ changed: 0 });
    expect(await world.files.stamp(PINS)).toBe(before);
  });

  test('of a draft that cites nothing no file is made', async () => {
    const world = await pinnedWorld(A);
    expect(await world.pin('没有引用，[@other]。')).toEqual({ uri: PINS, pins: 0, changed: 0 });
    expect(await world.pinText()).toBeUndefined();
  });

  test('goes with its citation', async () => {
    const world = await pinnedWorld(A, B);
    await world.pin('[@accord，第1段]，[@accord，第2段]');
    expect(await world.pin('[@accord，第2段]')).toMatchObject({ pins: 1, changed: 0 });
    expect(await world.pinText()).not.toContain(A);
  });
});

describe('what has changed since', () => {
  const note = '见[@accord，第2段]。';

  test('is told with the old and the new text and both places', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin(note);
    expect(await world.told(note)).toEqual([]);
    const now = B.replace('加强', '完善');
    await world.setParagraphs(A, now, C);
    expect(await world.told(note)).toEqual([
      'warning passage-changed [@accord，第2段]: Since it was pinned, 第2段 of “关于accord的声明” has changed: “加强” now reads “完善”.',
    ]);
    const [finding] = await world.findings(note);
    expect(finding).toMatchObject({ was: B, now });
    const pinText = (await world.pinText()) ?? '';
    const line = pinText.split('\n').findIndex((each) => each.includes(hash(B)));
    expect(finding?.related?.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [`${CONFIGURED}/accord.statement.md`, 7],
      [PINS, line],
    ]);
  });

  test('is nothing where another paragraph changed, came or went behind', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin(note);
    await world.setParagraphs(`${A}双方重申这一点。`, B);
    expect(await world.told(note)).toEqual([]);
  });

  test('is information where the width, the script or the division alone is another', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin(note);
    await world.setParagraphs(A, '雙方支持加強國際軍控體系,並為此保持密切溝通。', C);
    expect(await world.told(note)).toEqual([
      'information passage-changed [@accord，第2段]: Since it was pinned, 第2段 of “关于accord的声明” has changed in width, script, style of marks or division alone; the words are the same.',
    ]);
  });

  test('of a statement cited as a whole is information, with the paragraphs that differ', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord]。');
    await world.setParagraphs(A, B, D, C);
    expect(await world.findings('见[@accord]。')).toMatchObject([
      { code: 'passage-changed', severity: 'information', was: '', now: D },
    ]);
  });

  test('tells whether the quoted words still stand', async () => {
    const world = await pinnedWorld(A, B, C);
    const quoting = (words: string): string => `双方“${words}”[@accord，第2段]。`;
    await world.setParagraphs(A, B, C);
    await world.pin(quoting('保持密切沟通'));
    await world.setParagraphs(A, B.replace('加强', '完善'), C);
    expect(await world.told(quoting('保持密切沟通'))).toEqual([
      expect.stringContaining('The words that are quoted still stand.'),
    ]);
    expect(await world.told(quoting('加强国际军控体系'))).toEqual([
      expect.stringContaining('The words that are quoted no longer stand there.'),
    ]);
    expect(await world.told(note)).toEqual([expect.not.stringContaining('quoted')]);
  });

  test('of a paragraph that a quotation is from is told at the quotation', async () => {
    const world = await pinnedWorld(A, B, C);
    const quoting = '双方“支持加强国际军控体系”[@accord]。';
    await world.pin(quoting);
    await world.setParagraphs(A, B.replace('沟通', '协调'), C);
    const told = await world.told(quoting);
    expect(told).toContainEqual(
      expect.stringMatching(/^warning passage-changed “支持加强国际军控体系”: .*“沟通” now reads “协调”/),
    );
  });

  test('and has become part of a longer paragraph is a change, not a move', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin(note);
    await world.setParagraphs(A, `${B}${D}`, C);
    expect(await world.told(note)).toEqual([
      `warning passage-changed [@accord，第2段]: Since it was pinned, 第2段 of “关于accord的声明” has changed: “${D}” was added.`,
    ]);
  });
});

describe('what has moved', () => {
  test('is told with its new place, whatever stands in the old one', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第2段]。');
    await world.setParagraphs(A, D, B, C);
    expect(await world.told('见[@accord，第2段]。')).toEqual([
      `warning passage-moved [@accord，第2段]: What was pinned from 第2段 of “关于accord的声明” now stands in 第3段 of “关于accord的声明”: “${B}”`,
    ]);
    expect(await world.findings('见[@accord，第2段]。')).toMatchObject([{ movedTo: '3', was: B, now: D }]);
  });

  test('is nothing to be told once the citation has followed it', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第2段]。');
    await world.setParagraphs(A, D, B, C);
    expect(await world.told('见[@accord，第3段]。')).toEqual([]);
  });

  test('is told of each of two neighbours, and of none once both citations have followed', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('[@accord，第1段]，[@accord，第2段]');
    await world.setParagraphs(D, A, B, C);
    expect(await world.findings('[@accord，第1段]，[@accord，第2段]')).toMatchObject([
      { code: 'passage-moved', movedTo: '2' },
      { code: 'passage-moved', movedTo: '3' },
    ]);
    expect(await world.told('[@accord，第2段]，[@accord，第3段]')).toEqual([]);
    // A citation that was added says nothing of the others.
    expect(await world.findings('[@accord，第1段]，[@accord，第2段]，[@accord，第3段]')).toMatchObject([
      { code: 'passage-moved', movedTo: '2' },
      { code: 'passage-moved', movedTo: '3' },
    ]);
  });

  test('is followed by a quick fix, after which there is nothing to be told', async () => {
    const world = await pinnedWorld(A, B, C);
    const texts = ['见[@accord，第2段]。', '见[这里](pincite:accord#2)。', '见《关于accord的声明》第2段。'];
    await world.pin(texts.join('\n'));
    await world.setParagraphs(A, D, B, C);
    const draft = world.draft(texts.join('\n'));
    const fixed: string[] = [];
    for (const { range } of await world.findings(draft.text)) {
      const [action] = await world.service.pins.follow(draft, range);
      const [edit] = action?.edits ?? [];
      if (edit === undefined) continue;
      expect(action?.title).toBe('Cite 第3段 instead');
      expect(action?.about).toEqual([{ code: 'passage-moved', range }]);
      const [start, end] = [draft.lines.offsetAt(edit.range.start), draft.lines.offsetAt(edit.range.end)];
      fixed.push(draft.text.slice(0, start) + edit.text + draft.text.slice(end));
    }
    expect(fixed).toEqual([
      [texts[0]?.replace('2', '3'), texts[1], texts[2]].join('\n'),
      [texts[0], texts[1]?.replace('#2', '#3'), texts[2]].join('\n'),
      [texts[0], texts[1], texts[2]?.replace('2', '3')].join('\n'),
    ]);
    expect(await world.told(texts.map((text) => text.replace('2', '3')).join('\n'))).toEqual([]);
  });

  test('of several passages in one citation is not written anew', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第1、2段]。');
    await world.setParagraphs(A, D, B, C);
    const draft = world.draft('见[@accord，第1、2段]。');
    const [finding] = await world.findings(draft.text);
    expect(finding).toMatchObject({ code: 'passage-moved', was: B });
    const range = finding?.range ?? draft.lines.rangeOf({ start: 0, end: 0 });
    expect(await world.service.pins.follow(draft, range)).toEqual([]);
  });

  test('is told where its old place is no more', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第3段]。');
    await world.setParagraphs(A, C);
    expect(await world.findings('见[@accord，第3段]。')).toMatchObject([
      { code: 'passage-moved', movedTo: '2' },
    ]);
  });

  test('into another statement is told with its name', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第2段]。');
    await world.setFile('renamed.statement.md', statementFile('renamed', [A, B, C].join('\n\n')));
    await world.setFile('accord.statement.md');
    expect(await world.told('见[@accord，第2段]。')).toEqual([
      `warning passage-gone [@accord，第2段]: What was pinned from accord now stands in 第2段 of “关于renamed的声明”: “${B}”`,
    ]);
  });
});

describe('what is gone', () => {
  test('is told with its words', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第3段]。');
    await world.setParagraphs(A, B);
    expect(await world.told('见[@accord，第3段]。')).toEqual([
      `warning passage-gone [@accord，第3段]: What was pinned from 第3段 of “关于accord的声明” is no longer there: “${C}”`,
    ]);
  });

  test('keeps its pin when the draft is pinned again, until the citation is another', async () => {
    const world = await pinnedWorld(A, B, C);
    await world.pin('见[@accord，第3段]。');
    await world.setFile('accord.statement.md');
    expect(await world.pin('见[@accord，第3段]。')).toMatchObject({ pins: 1, changed: 0 });
    expect(await world.findings('见[@accord，第3段]。')).toMatchObject([{ code: 'passage-gone', was: C }]);
    expect(await world.pin('无引用。')).toMatchObject({ pins: 0 });
  });
});

describe('a citation that is not pinned', () => {
  test('is a hint in a draft that has pins, and nothing in one that has none', async () => {
    const world = await pinnedWorld(A, B);
    expect(await world.told('[@accord，第1段]')).toEqual([]);
    await world.pin('[@accord，第1段]');
    expect(await world.told('[@accord，第1段]，[@accord，第2段]')).toEqual([
      'hint pin-missing [@accord，第2段]: Nothing is pinned here yet: “pincite check --pin” notes what is cited.',
    ]);
  });

  test('under the new name of its key is', async () => {
    const world = await pinnedWorld(A, B);
    await world.pin('[@accord，第2段]');
    await world.setFile('accord.statement.md', statementFile('treaty', [A, B].join('\n\n')));
    expect(await world.told('[@treaty，第2段]')).toEqual([]);
  });

  test('but says the same in another way is pinned', async () => {
    const world = await pinnedWorld(A, B);
    await world.pin('[@accord，第2段]');
    expect(await world.told('[@accord，第 2 段]，[@accord, ¶ 2]')).toEqual([]);
    await world.setParagraphs(A, D);
    expect(await world.findings('[@accord, ¶ 2]')).toMatchObject([
      { code: 'passage-changed', was: B, now: D },
    ]);
  });
});

describe('pinning again', () => {
  test('accepts what stands there now', async () => {
    const world = await pinnedWorld(A, B);
    await world.pin('[@accord，第2段]');
    await world.setParagraphs(A, D);
    expect(await world.pin('[@accord，第2段]')).toMatchObject({ pins: 1, changed: 1 });
    expect(await world.told('[@accord，第2段]')).toEqual([]);
  });

  test('of a range leaves the other pins as they are', async () => {
    const world = await pinnedWorld(A, B);
    const note = '[@accord，第1段]\n[@accord，第2段]';
    await world.pin(note);
    await world.setParagraphs(C, D);
    const { lines } = world.draft(note);
    const result = await world.service.pins.pin(world.draft(note), lines.rangeOf(lines.lineSpan(1)));
    expect(result).toMatchObject({ pins: 2, changed: 1 });
    expect(await world.findings(note)).toMatchObject([{ code: 'passage-changed', was: A, now: C }]);
  });

  test('twice at once writes what both have seen', async () => {
    const world = await pinnedWorld(A, B);
    const note = '[@accord，第1段]\n[@accord，第2段]';
    await world.pin(note);
    await world.setParagraphs(C, D);
    const { lines } = world.draft(note);
    await Promise.all(
      [0, 1].map((line) => world.service.pins.pin(world.draft(note), lines.rangeOf(lines.lineSpan(line)))),
    );
    expect(await world.told(note)).toEqual([]);
  });
});

describe('a file of pins that cannot be used', () => {
  test('is one finding at the beginning of the draft, and is not written over', async () => {
    const world = await pinnedWorld(A, B);
    await world.pin('[@accord，第1段]');
    const damaged = (await world.pinText())?.replace(A, B) ?? '';
    await world.files.write(PINS, damaged);
    const note = '题目\n\n[@accord，第1段]，[@accord，第2段]';
    const line = damaged.split('\n').findIndex((each) => each.includes(hash(A))) + 1;
    expect(await world.told(note)).toEqual([
      `warning pin-file-damaged 题目: note.md.pins.json was changed by hand: the text at line ${String(line)} is not the one that was hashed. Bring back a sound version of it, or delete it and pin again.`,
    ]);
    expect(await world.pin(note)).toEqual({
      refused: expect.stringContaining('note.md.pins.json') as string,
    });
    expect(await world.pinText()).toBe(damaged);
  });

  test.each([
    ['{', 'note.md.pins.json is not valid JSON'],
    ['{"format": "pincite-pins", "version": 9}', 'Update Pincite'],
    ['[]', 'note.md.pins.json is no file of pins.'],
  ])('%s', async (text, expected) => {
    const world = await pinnedWorld(A);
    await world.files.write(PINS, text);
    expect(await world.told('[@accord，第1段]')).toEqual([expect.stringContaining(expected)]);
  });

  test('because it is not UTF-8, or may not be read, says so', async () => {
    const world = await pinnedWorld(A);
    await world.files.write(PINS, { kind: 'not-utf8', before: '{\n' });
    expect(await world.told('[@accord，第1段]')).toEqual([expect.stringContaining('see line 2')]);
    await world.files.write(PINS, { kind: 'unreadable', reason: 'EACCES' });
    expect(await world.told('[@accord，第1段]')).toEqual([
      expect.stringContaining('cannot be read (EACCES)'),
    ]);
  });
});

test('a draft that was never saved, and a folder that cannot be written to, are refused with a reason', async () => {
  const files = memoryFiles({ [`${CONFIGURED}/accord.statement.md`]: statementFile('accord', A) });
  const service = createService({
    files,
    pause: () => Promise.resolve(),
    writeFile: () => Promise.resolve('EACCES'),
  });
  await service.loader.load(allRoots);
  service.loader.opened('untitled:Untitled-1', '[@accord，第1段]', 'markdown');
  service.loader.opened(NOTE, '[@accord，第1段]', 'markdown');
  const [unsaved, note] = [service.drafts.open('untitled:Untitled-1'), service.drafts.open(NOTE)];
  expect(unsaved && (await service.pins.pin(unsaved))).toEqual({
    refused: 'Save the draft first: its pins lie beside it.',
  });
  expect(note && (await service.pins.pin(note))).toEqual({
    refused: 'note.md.pins.json cannot be written (EACCES). Check the permissions of its folder.',
  });
});

test('a statement is no draft, and is not pinned', async () => {
  const world = await pinnedWorld(A);
  const statement = createDraft(`${CONFIGURED}/accord.statement.md`, '[@accord，第1段]');
  expect(await world.service.pins.pin(statement)).toEqual({
    refused: 'accord.statement.md is a statement of the corpus: only drafts are pinned.',
  });
});

test('findings are worth no more than is asked for, and are part of the diagnostics', async () => {
  const world = await pinnedWorld(A, B);
  await world.pin('[@accord，第2段]');
  await world.setParagraphs(A, D);
  const draft = world.draft('[@accord，第2段]');
  expect(await world.service.pins.findings(draft, 'information')).toMatchObject([
    { severity: 'information' },
  ]);
  expect(await world.service.pins.findings(draft, 'off')).toEqual([]);
  const options = { unknownKey: 'off', bibliography: 'off' } as const;
  const codes = async (more: object) =>
    (await world.service.diagnostics(draft, { ...options, ...more })).map(({ code }) => code);
  expect(await codes({ drift: 'warning' })).toContain('passage-changed');
  expect(await codes({})).not.toContain('passage-changed');
});

test('the hover of a citation says what has changed, and what was pinned', async () => {
  const world = await pinnedWorld(A, B);
  const note = '见[@accord，第2段]。';
  await world.pin(note);
  const hover = async () =>
    (await world.service.hover(world.draft(note), 5, { maxCharacters: 500 }))?.contents ?? '';
  expect(await hover()).not.toContain('pinned');
  await world.setParagraphs(A, D);
  const [then, now] = (await hover()).split('---');
  expect(then).toBe(`⚠ This has changed since it was pinned. It said then:\n\n> ${B}\n\n`);
  expect(now).toContain(D);
});
