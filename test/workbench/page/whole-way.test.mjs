// A citation goes the whole way: a note is written with the commands, its bibliography is exported, and Pandoc makes
// HTML and a Word file of it in three official styles. Every locator is in what comes out.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { convert } from 'pandoc-wasm';
import { ensureDebianFile } from '../../../scripts/debian.mjs';
import {
  openFile,
  pick,
  runCommand,
  until,
  waitForEditorText,
  waitForRow,
} from '../../../scripts/host/workbench.mjs';
import { openWorkbenchUnderTest } from '../run.mjs';
import { corpusIsRead } from './ready.mjs';

/** @type {import('../../../scripts/host/workbench.mjs').Workbench} */
let workbench;
let page;
before(async () => {
  workbench = await openWorkbenchUnderTest();
  page = workbench.page;
  await corpusIsRead(page);
});
after(() => workbench?.close());

/** What is asked for, and the citation that is to be written for it; read in the statements. */
const CITED = [
  {
    command: 'Pincite: Insert Citation',
    words: '日前宣布实施的“美国金穹',
    written: '[@cn-ru-2025-global-strategic-stability，第8段]',
    locator: '第8段',
  },
  {
    command: 'Pincite: Insert Citation',
    words: '主权平等原则对国际关系的稳定至关重要',
    written: '[@cn-ru-2025-international-law，第四部分第1段]',
    locator: '第四部分第1段',
  },
  {
    command: 'Pincite: Insert Quotation',
    words: '塑料污染是塑料废物在环境中的不当泄漏造成的',
    written: '[@cn-ru-2025-comprehensive-partnership，第五部分第20段]',
    locator: '第五部分第20段',
  },
];

const STYLES = ['apa', 'chicago-fullnote-bibliography', 'china-national-standard-gb-t-7714-2015-note'];
const folder = ensureDebianFile(
  'citation-style-language-styles',
  '/usr/share/citation-style-language/styles',
);

let note = '';
let bibliography = '';

test('a note is written with the commands, and its bibliography exported', async () => {
  await openFile(page, 'note.md');
  await waitForEditorText(page, '第二处：');
  for (const { command, words, written } of CITED) {
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n再引：');
    await runCommand(page, command);
    await page.locator('.quick-input-widget input.input').fill(words);
    await waitForRow(page, ({ label, focused }) => focused && label.includes(words.slice(0, 6)));
    await page.keyboard.press('Enter');
    await waitForEditorText(page, written);
    // A tab stop at the end, if there is one, is left.
    await page.keyboard.press('Escape');
  }
  await runCommand(page, 'File: Save');

  await runCommand(page, 'Pincite: Export Bibliography…');
  await pick(page, 'This document');
  await pick(page, 'CSL-JSON');
  const target = path.join(workbench.folder, 'cited.json');
  const input = page.locator('.quick-input-widget input.input');
  await until(
    async () => (await input.inputValue()).endsWith('.json'),
    () => 'nobody asks where to',
  );
  await input.fill(target);
  await page.keyboard.press('Enter');
  await until(
    async () => existsSync(target),
    () => `${target} is not written`,
  );
  note = readFileSync(path.join(workbench.folder, 'note.md'), 'utf8');
  bibliography = readFileSync(target, 'utf8');
  // The note of the fixture cites two of them itself.
  assert.deepEqual(
    JSON.parse(bibliography).map(({ id }) => id),
    [
      'cn-ru-2025-global-strategic-stability',
      'cn-ru-2025-comprehensive-partnership',
      'cn-ru-2025-international-law',
    ],
  );
});

for (const style of STYLES)
  for (const lang of ['zh-CN', 'en'])
    test(
      `Pandoc prints every locator in ${style}, lang ${lang}`,
      { skip: folder === undefined },
      async () => {
        const files = {
          'cited.json': bibliography,
          'style.csl': readFileSync(path.join(folder, `${style}.csl`), 'utf8'),
        };
        const options = {
          from: 'markdown',
          citeproc: true,
          bibliography: ['cited.json'],
          csl: 'style.csl',
          standalone: true,
          metadata: { lang },
        };
        const html = await convert({ ...options, to: 'html' }, note, files);
        assert.equal(html.stderr, '');
        const word = await convert({ ...options, to: 'docx', 'output-file': 'note.docx' }, note, files);
        const read = await convert(
          { from: 'docx', to: 'plain', 'input-files': ['note.docx'], wrap: 'none' },
          null,
          {
            'note.docx': word.files['note.docx'],
          },
        );
        for (const { locator } of [...CITED, { locator: '第10段' }, { locator: '第八部分第5段' }]) {
          assert.ok(html.stdout.includes(locator), `HTML has no ${locator}`);
          assert.ok(read.stdout.includes(locator), `the Word file has no ${locator}`);
        }
        // What is no citation for Pandoc stays in the text as it was written; an unknown key is printed in bold with a mark.
        assert.doesNotMatch(read.stdout, /@cn-ru|cn-ru-\d+[^\n]*\?/);
        // No locator was taken for a page.
        assert.doesNotMatch(read.stdout, /pp?\. ?第/);
      },
    );
