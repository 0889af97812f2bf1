import { describe, expect, test } from 'vitest';
import { withChanges } from '../../server/src/core/statement/front-matter-edit.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import type { Action } from '../../server/src/service/code-actions.ts';
import { shippedCorpusFiles } from './sources.ts';
import { sources, trade, TRADE, tradeWorld } from './trade-corpus.ts';
import { createWorld, rootOf, SHIPPED, type World } from './workspace.ts';
import { origins } from '../../server/src/core/corpus.ts';

/** The actions at a cursor before the last place of some words. */
async function actionsIn(
  { service }: World,
  uri: string,
  text: string,
  words: string,
  snippets = false,
): Promise<Action[]> {
  const at = text.lastIndexOf(words);
  expect(at, words).toBeGreaterThan(0);
  const start = createLineIndex(text).positionAt(at);
  return service.actions(uri, { start, end: start }, { snippets });
}

function titles(actions: readonly Action[]): string[] {
  return actions.map(({ title }) => title);
}

/** The file after an action, as an editor makes it. */
function applied(text: string, action: Action | undefined): string {
  const lines = createLineIndex(text);
  const edits = action?.edits ?? [];
  return withChanges(
    text,
    edits.map(({ range, text: words }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      text: words,
    })),
  );
}

/** The lines that two texts do not share: `- gone`, `+ come`. */
function changed(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

async function errorsOf(files: Readonly<Record<string, string>>, folder: string): Promise<string[]> {
  const world = await createWorld(files, [rootOf(folder, origins.configured)]);
  const { problems } = await world.service.checkCorpora();
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

describe('adopting the reading of another witness', () => {
  test('changes the text and its entry among the variants, takes away a doubt that is settled, and nothing else', async () => {
    const world = await tradeWorld();
    const [adopt] = await actionsIn(world, TRADE, trade, '三个口岸');
    expect(adopt?.title).toBe('Adopt the reading of witness B: “四”');
    const after = applied(trade, adopt);
    expect(changed(trade, after)).toEqual([
      '-   - {at: "1", text: 开放三个口, readings: {B: 开放四个口}, reason: 三字从证本A。}',
      '- doubts:',
      '-   - at: "1"',
      '-     text: 三个口岸',
      '-     reason: 数目待考。',
      '- 双方同意在2020年前开放三个口岸，并简化通关手续。',
      '+   - {at: "1", text: 开放四个口, readings: {A: 开放三个口}}',
      '+ doubts: []',
      '+ 双方同意在2020年前开放四个口岸，并简化通关手续。',
    ]);
    expect(await errorsOf({ ...sources, [TRADE]: trade }, 'file:///corpus')).toEqual([]);
    expect(await errorsOf({ ...sources, [TRADE]: after }, 'file:///corpus')).toEqual([]);
  });

  test('puts in words that only the other witness has, and takes out words that it lacks', async () => {
    const world = await tradeWorld();
    const [adopt] = await actionsIn(world, TRADE, trade, '定期会晤，研究');
    const there = applied(trade, adopt);
    expect(there).toContain('\n双方将定期定期会晤，研究和办理。');
    expect(await errorsOf({ ...sources, [TRADE]: there }, 'file:///corpus')).toEqual([]);

    await world.files.write(TRADE, there);
    const [back] = await actionsIn(world, TRADE, there, '定期会晤，研究');
    expect(back?.title).toBe('Adopt the reading of witness A: leave the words out');
    const again = applied(there, back);
    expect(again).toContain('\n双方将定期会晤，研究和办理。');
    expect(await errorsOf({ ...sources, [TRADE]: again }, 'file:///corpus')).toEqual([]);
  });

  test('is not offered at a sound place, in front matter, or in a file that is no statement', async () => {
    const world = await tradeWorld();
    expect(await actionsIn(world, TRADE, trade, '并简化')).toEqual([]);
    expect(await actionsIn(world, TRADE, trade, 'regularised')).toEqual([]);
    expect(await actionsIn(world, 'file:///notes/a.md', trade, '三个口岸')).toEqual([]);
  });

  test('is not offered where paragraphs, and so addresses, would change', async () => {
    const text = trade.replace('\n\n双方将', '双方将').replaceAll('at: "2"', 'at: "1"');
    const world = await tradeWorld({ [TRADE]: text });
    expect(titles(await actionsIn(world, TRADE, text, '双方将'))).toEqual([]);
  });

  test('keeps the check of the shipped corpus whole, at every variant', async () => {
    const files = shippedCorpusFiles();
    const world = await createWorld(files, [rootOf(SHIPPED, origins.shipped)]);
    expect(await errorsOf(files, SHIPPED)).toEqual([]);
    let count = 0;
    for (const key of ['cn-ru-2025-global-strategic-stability', 'cn-ru-2025-comprehensive-partnership']) {
      const uri = `${SHIPPED}/statements/${key}.statement.md`;
      const text = files[uri] ?? '';
      for (const words of [
        '和其中',
        '共同在全球构建',
        '短程导',
        '国情和主权',
        '治理力度',
        '家”',
        '宪章宗旨',
        '平发展',
      ]) {
        if (!text.includes(words)) continue;
        for (const action of await actionsIn(world, uri, text, words)) {
          count++;
          expect(await errorsOf({ ...files, [uri]: applied(text, action) }, SHIPPED), action.title).toEqual(
            [],
          );
        }
      }
    }
    expect(count).toBeGreaterThan(5);
  });
});

describe('declaring an emendation', () => {
  const emended = trade.replace('开放三个口岸，并', '开放五个口岸，并').replace(/doubts:[^]*?\n---/, '---');

  test('of a text that departs from all witnesses needs only its reason', async () => {
    const world = await tradeWorld({ [TRADE]: emended });
    expect(await errorsOf({ ...sources, [TRADE]: emended }, 'file:///corpus')).not.toEqual([]);
    const actions = await actionsIn(world, TRADE, emended, '五个口岸');
    const declare = actions.find(({ title }) => title.startsWith('Declare'));
    expect(declare?.title).toMatch(/^Declare an emendation of “.*三.*”…$/u);
    const after = applied(emended, declare);
    expect(changed(emended, after).filter((line) => line.startsWith('+'))).toEqual([
      '+   - at: "1"',
      '+     witness: 开放三个口',
      '+     reading: 开放五个口',
      '+     reason: Say why.',
      '+   - {at: "1", text: 开放五个口, readings: {B: 开放四个口}}',
    ]);
    expect(after).toContain('  # Found in both witnesses.\n');
    expect(await errorsOf({ ...sources, [TRADE]: after }, 'file:///corpus')).toEqual([]);
  });

  test('at a variant leads the user from the reading, in the text and the list at once, to the reason', async () => {
    const world = await tradeWorld();
    const declare = (await actionsIn(world, TRADE, trade, '三个口岸', true)).find(({ title }) =>
      title.startsWith('Declare'),
    );
    expect(declare?.edits.map(({ snippet }) => snippet)).toEqual(
      [
        '\n  - at: "1"\n    witness: 开放三个口\n    reading: 开放${1:三}个口\n    reason: ${2:Say why.}',
        '${1:三}',
      ].map((text, i) => (i === 0 ? (expect.stringContaining(text.trim()) as string) : text)),
    );
  });

  test('at a variant is not offered to editors that cannot ask', async () => {
    const world = await tradeWorld();
    expect(titles(await actionsIn(world, TRADE, trade, '三个口岸'))).toEqual([
      'Adopt the reading of witness B: “四”',
    ]);
  });
});
