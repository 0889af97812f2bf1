// Compare Witnesses and Open Source, done as a person does them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  notifications,
  pick,
  runCommand,
  until,
  waitForEditorText,
  waitForRow,
} from '../../../scripts/host/workbench.mjs';
import { root } from '../../../scripts/setup.mjs';
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

const sourceLine = (file, line) =>
  readFileSync(path.join(root, 'corpus', 'sources', file), 'utf8').split(/\r?\n/)[line - 1];

test('Compare Witnesses shows the passage of two witnesses side by side, with what differs marked', async () => {
  // Read in 004, line 145, and in 000, line 31.
  assert.ok(sourceLine('004_b53941ea88822be2.txt', 145).includes('尊重各国资情和主权'));
  assert.ok(sourceLine('000_b94e3d6e5a76abc0.txt', 31).includes('尊重各国国情和主权'));
  await goTo('塑料污染是塑料废物在环境中的不当泄漏造成的');
  await runCommand(page, 'Pincite: Compare Witnesses');
  const rows = await waitForRow(page, ({ label }) => label === 'A ↔ B');
  assert.match(
    rows[0].detail,
    /^A: 004_b53941ea88822be2\.txt, line 145 · B: 000_b94e3d6e5a76abc0\.txt, line 31$/,
  );
  await page.keyboard.press('Enter');
  await tab('第五部分第20段: A ↔ B (width of marks and spaces regularised)');
  assert.deepEqual(await marked('.original .char-delete'), ['资', '防治']);
  assert.deepEqual(await marked('.modified .char-insert'), ['国', '治理']);
  // The statement is still there, behind.
  await runCommand(page, 'View: Close Editor');
  await waitForEditorText(page, '塑料污染是塑料废物');
});

test('Compare Witnesses says in a sentence when there is one witness only', async () => {
  await goTo('主权平等原则对国际关系的稳定至关重要');
  await runCommand(page, 'Pincite: Compare Witnesses');
  await until(
    async () => (await notifications(page)).some((text) => text.includes('has one witness only, A')),
    async () => `the notifications are ${JSON.stringify(await notifications(page))}`,
  );
  await page
    .locator('.notifications-toasts .monaco-button', { hasText: 'Compare with the Edited Text' })
    .click();
  await tab('第四部分第1段: A ↔ edited text (width of marks and spaces regularised)');
});

test('Open Source goes from the passage under the cursor to the line that it comes from', async () => {
  await goTo('塑料污染是塑料废物在环境中的不当泄漏造成的');
  await runCommand(page, 'Pincite: Open Source');
  await waitForRow(page, ({ label, description }) => label === 'A' && description.endsWith(', line 145'));
  await pick(page, 'B');
  await waitForEditorText(page, '尊重各国国情和主权');
  const selection = page.locator('.statusbar-item', { hasText: /^Ln 31, Col \d+ \(\d+ selected\)$/ });
  await selection.waitFor();
  // Received files are not to be typed in. The message goes away at whatever moves in the editor.
  const message = page.locator('.monaco-editor-overlaymessage', { hasText: /read-only/ });
  await until(
    async () => {
      await page.keyboard.type('x');
      return message.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
    },
    () => 'nothing says that the file is read-only',
  );
});

async function goTo(words) {
  await runCommand(page, 'Pincite: Go to Passage…');
  await page.locator('.quick-input-widget input.input').fill(words);
  // Before the answer comes the list shows what was opened lately.
  await waitForRow(page, ({ label, focused }) => focused && label.includes(words.slice(0, 6)));
  await page.keyboard.press('Enter');
  await waitForEditorText(page, words.slice(0, 8));
}

function tab(name) {
  return page.locator(`.tab.active[aria-label^="${name}"]`).waitFor();
}

/** The words that the editor for differences marks, in the order of the text. */
async function marked(selector) {
  let words = [];
  await until(
    async () => {
      words = await page.evaluate((marks) => {
        const texts = [];
        for (const mark of document.querySelectorAll(`.monaco-diff-editor ${marks}`)) {
          const box = mark.getBoundingClientRect();
          const side = mark.closest('.monaco-editor');
          let text = '';
          for (const line of side.querySelectorAll('.view-lines .view-line')) {
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              for (let i = 0; i < node.length; i++) {
                const range = document.createRange();
                range.setStart(node, i);
                range.setEnd(node, i + 1);
                const own = range.getBoundingClientRect();
                const middle = own.x + own.width / 2;
                if (middle > box.x && middle < box.right && own.y + 4 < box.bottom && own.bottom - 4 > box.y)
                  text += node.data[i];
              }
            }
          }
          texts.push(text);
        }
        return texts;
      }, selector);
      return words.filter((text) => text !== '').length > 1;
    },
    () => `marked is ${JSON.stringify(words)}`,
  );
  return words;
}
