import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureDebian } from '../../scripts/debian.mjs';
import { commandFile } from '../cli/command.ts';
import { statementText, temporaryFolder } from '../lsp/folders.ts';
import { lineOf } from '../service/shipped-lines.ts';

const nvim = ensureDebian('neovim', 'nvim');
const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';

interface Question {
  /** A request of the protocol, or one of the words that client.lua knows. */
  readonly method: string;
  /** The place of the cursor is marked with `|`. */
  readonly note: string;
  readonly options?: unknown;
  readonly files?: Readonly<Record<string, string>>;
}

/** Neovim's own client asks `pincite lsp --stdio` about a note. */
async function ask<T>({ method, note, options = {}, files = {} }: Question): Promise<T> {
  const offset = note.indexOf('|');
  const before = note.slice(0, Math.max(0, offset));
  const folder = temporaryFolder({ ...files, 'note.md': note.replace('|', '') });
  const child = spawn(
    nvim ?? 'nvim',
    [
      '--headless',
      '--clean',
      '-u',
      'NONE',
      '-n',
      '-c',
      `luafile ${path.join(import.meta.dirname, 'client.lua')}`,
      '-c',
      'qall!',
    ],
    {
      env: {
        PATH: process.env['PATH'],
        // Neovim keeps its log there.
        HOME: folder.path,
        LANG: 'C.UTF-8',
        PINCITE: JSON.stringify([process.execPath, await commandFile(), 'lsp', '--stdio']),
        OPTIONS: JSON.stringify({ locale: 'en', ...(options as object) }),
        METHOD: method,
        NOTE: path.join(folder.path, 'note.md'),
        LINE: String(before.split('\n').length - 1),
        CHARACTER: String(before.length - before.lastIndexOf('\n') - 1),
      },
    },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out += text));
  await new Promise((resolve) => child.on('close', resolve));
  const answer = /^ANSWER (.*)$/m.exec(out)?.[1];
  if (answer === undefined) throw new Error(`Neovim said: ${out}`);
  return JSON.parse(answer) as T;
}

describe.skipIf(nvim === undefined)('in Neovim', () => {
  test('hovering a citation shows the right paragraph', async () => {
    const hover = await ask<{ contents: { kind: string; value: string }; range: unknown }>({
      method: 'textDocument/hover',
      note: `# 札记\n\n𠮷外空[@${STABILITY}，第1|1段]。\n`,
    });
    expect(hover.contents.kind).toBe('markdown');
    expect(hover.contents.value).toContain(
      '**第11段**\n\n> 双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。\n\n',
    );
    expect(hover.range).toEqual({
      start: { line: 2, character: 4 },
      end: { line: 2, character: 4 + STABILITY.length + 8 },
    });
  });

  test('the hover stands in a window, as a person reads it', async () => {
    const lines = await ask<string[]>({ method: 'hover window', note: `见[@${LAW}，第四部分第|1段]。\n` });
    expect(lines.join('')).toContain('主权平等原则对国际关系的稳定至关重要。');
    expect(lines.join('')).not.toContain('国际条约非经第三国同意');
  });

  test('going to the definition opens the statement at the paragraph', async () => {
    const place = await ask<{ file: string; line: number; text: string }>({
      method: 'jump',
      note: `见[@${LAW}，第四部分第|1段]。\n`,
    });
    expect(place.file).toMatch(/\/corpus\/statements\/cn-ru-2025-international-law\.statement\.md$/);
    expect(place.line).toBe(lineOf(LAW, 8));
    expect(place.text).toMatch(/^四、中华人民共和国和俄罗斯联邦共同认为，主权平等原则/);
  });

  test('completion offers keys after @ and passages after the comma', async () => {
    const keys = await ask<{ items: { label: string }[] }>({
      method: 'textDocument/completion',
      note: '见[@|\n',
    });
    expect(keys.items.map(({ label }) => label)).toContain(LAW);
    const passages = await ask<{ items: { label: string; textEdit: { newText: string } }[] }>({
      method: 'textDocument/completion',
      note: `见[@${LAW}，|]\n`,
    });
    expect(passages.items[7]).toMatchObject({
      label: '第四部分第1段',
      textEdit: { newText: '第四部分第1段' },
    });
  });

  test('diagnostics come unasked', async () => {
    const found = await ask<{ code: string; message: string; lnum: number; source: string }[]>({
      method: 'diagnostics',
      note: `一\n\n[@${LAW}，第四部分第9段]\n`,
    });
    expect(found).toMatchObject([
      {
        source: 'pincite',
        lnum: 2,
        message:
          '“第四部分第9段” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
      },
    ]);
  });

  test('settings come by initializationOptions, statements also from the folder that is open', async () => {
    const hover = await ask<{ contents: { value: string } }>({
      method: 'textDocument/hover',
      note: '[@my-own，第1段|] \n',
      options: { defaultCorpus: false, hover: { maxCharacters: 5 } },
      files: { 'texts/mine.statement.md': statementText('my-own', '自己的一段文字，很长很长。') },
    });
    expect(hover.contents.value).toContain('> 自己的一段…');
  });
});
