import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pincite, type Outcome } from './command.ts';

const A = '双方反对个别国家谋求绝对军事优势。';
const B = '双方支持加强国际军控体系，并为此保持密切沟通。';
const NEW = '双方支持完善国际军控体系，并为此保持密切沟通。';

function start() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pincite-pins-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(path.join(folder, 'corpus'));
  const file = (name: string): string => path.join(folder, name);
  const write = (name: string, text: string): void => {
    writeFileSync(file(name), text);
  };
  const setParagraphs = (...paragraphs: readonly string[]): void => {
    write(
      'corpus/accord.statement.md',
      `---\nid: accord\ntitle: 关于军控的声明\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  };
  setParagraphs(A, B);
  write('note.md', '双方“支持加强国际军控体系”[@accord，第2段]。\n');
  const check = (...args: readonly string[]): Promise<Outcome> =>
    pincite(['check', ...args, '--no-default-corpus', '--corpus', 'corpus'], { folder });
  return { file, write, setParagraphs, check, pins: file('note.md.pins.json') };
}

test('what is pinned is told when it changes, with the old and the new text, until it is accepted', async () => {
  const { setParagraphs, check, pins } = start();
  const pinned = await check('note.md', '--pin');
  expect([pinned.code, pinned.err]).toEqual([0, 'note.md.pins.json: 1 pinned, 1 of them new or changed\n']);
  expect(readFileSync(pins, 'utf8')).toContain(B);
  expect(await check('note.md')).toMatchObject({ code: 0, err: '' });

  setParagraphs(A, NEW);
  const text = await check('note.md');
  expect(text.code).toBe(1);
  const lines = text.out.split('\n');
  const at = lines.findIndex((line) => line.includes('passage-changed'));
  expect(lines.slice(at, at + 3)).toEqual([
    'note.md:1:15: warning passage-changed: Since it was pinned, 第2段 of “关于军控的声明” has changed: “加强” now reads “完善”. The words that are quoted no longer stand there.',
    `    pinned: ${B}`,
    `    now: ${NEW}`,
  ]);
  const json = await check('note.md', '--format', 'json');
  expect(JSON.parse(json.out)).toContainEqual(
    expect.objectContaining({ code: 'passage-changed', was: B, now: NEW }),
  );

  await check('note.md', '--pin');
  expect((await check('note.md', '--json')).out).not.toContain('passage-');
});

test('a passage that has moved is told with its new place, and others are not', async () => {
  const { setParagraphs, check, write } = start();
  write('note.md', '[@accord，第1段]，[@accord，第2段]\n');
  await check('note.md', '--pin');
  setParagraphs(A, '双方同意继续对话。', B);
  const found = JSON.parse((await check('note.md', '--json')).out) as { code: string; message: string }[];
  expect(found.map(({ code }) => code)).toEqual(['passage-moved']);
  expect(found[0]?.message).toContain('now stands in 第3段');
});

test('a damaged file is one finding, and is not written over', async () => {
  const { check, pins } = start();
  await check('note.md', '--pin');
  writeFileSync(pins, '{');
  const checked = await check('note.md', '--json');
  expect(checked.code).toBe(1);
  expect((JSON.parse(checked.out) as { code: string }[]).map(({ code }) => code)).toEqual([
    'pin-file-damaged',
  ]);
  const again = await check('note.md', '--pin');
  expect([again.code, again.err]).toEqual([
    2,
    expect.stringContaining('note.md.pins.json is not valid JSON'),
  ]);
  expect(again.err.trimEnd().split('\n')).toHaveLength(1);
  expect(readFileSync(pins, 'utf8')).toBe('{');
});

test('standard input has no place for pins', async () => {
  const { check, file } = start();
  const outcome = await check('-', '--pin');
  expect([outcome.code, outcome.err]).toEqual([
    2,
    'pincite: Standard input cannot be pinned: name a file.\n',
  ]);
  expect(existsSync(file('stdin.md.pins.json'))).toBe(false);
});

test('drift can be made worth less, or nothing', async () => {
  const { setParagraphs, check, write } = start();
  write('note.md', '[@accord，第2段]\n');
  await check('note.md', '--pin');
  setParagraphs(A, NEW);
  expect((await check('note.md', '--set', 'diagnostics.drift=information')).code).toBe(0);
  expect((await check('note.md', '--set', 'diagnostics.drift=off', '--json')).out.trim()).toBe('[]');
});
