// The three jobs and the tree, done as a person does them: with keys and pointer, judged by what is on the screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import {
  hoverText,
  pick,
  quickPickRows,
  runCommand,
  treeRows,
  typeInPick,
  until,
  waitForEditorText,
  waitForRow,
} from '../../../scripts/host/workbench.mjs';
import { root } from '../../../scripts/setup.mjs';
import { openWorkbenchUnderTest } from '../run.mjs';
import { answerTo } from './answer.mjs';
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
/** A test that failed may have left a list open, and what it wrote. */
beforeEach(async () => {
  const list = page.locator('.quick-input-widget');
  while (await list.isVisible()) await page.keyboard.press('Escape');
  while ((await tabs(page)).length > 0) await runCommand(page, 'View: Revert and Close Editor');
});

/** What the passages under test begin with, read in the received files. */
const loseLose = '“美国金穹”计划公然提出大幅增加外空作战手段';
const noteLine = '另一份声明用了几乎相同的话';

test('Go to Passage finds words, previews while moving, and goes back on Escape', async () => {
  await openNote();
  await runCommand(page, 'Pincite: Go to Passage…');
  await askFor('外空武器化');
  const rows = await waitForRow(page, ({ label }) => label.includes('外空武器化'));
  assert.ok(rows[0].focused);

  // The rows stand in the server's order, which the command prints too.
  const expected = answerTo('外空武器化').passages.map(({ locator }) => locator);
  const shown = (await quickPickRows(page)).map(({ detail }) => detail.split(' · ')[0]);
  assert.deepEqual(shown.slice(0, expected.length), expected.slice(0, shown.length));

  // Highlighted by the list itself, so that the eye finds it.
  assert.equal(
    await page.locator('.quick-input-list .label-name .highlight').first().innerText(),
    '外空武器化',
  );

  while (!(await focused(page)).includes('并使之成为武装对抗场所')) await page.keyboard.press('ArrowDown');
  await waitForEditorText(page, loseLose);
  await page.keyboard.press('Escape');
  await waitForEditorText(page, noteLine);
  await onlyTab('note.md');
});

test('Go to Passage stays at the passage on Enter, with the cursor there', async () => {
  await openNote();
  await runCommand(page, 'Pincite: Go to Passage…');
  const file = readFileSync(
    path.join(root, 'corpus/statements/cn-ru-2025-global-strategic-stability.statement.md'),
    'utf8',
  );
  const line = file.split('\n').findIndex((text) => text.startsWith('日前宣布实施的“美国金穹')) + 1;
  await askFor('铁穹 主动抑制发射');
  await waitForRow(page, ({ label }) => label.includes('⟦主动抑制发射⟧'));
  await page.keyboard.press('Enter');
  await waitForEditorText(page, '日前宣布实施的“美国金穹（曾为‘铁穹’）”计划');
  const cursor = page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+$/ });
  await until(
    async () => (await cursor.innerText()) === `Ln ${line}, Col 1`,
    async () => `the cursor is at ${await cursor.innerText()}`,
  );
});
test('Go to Passage says so when there is nothing', async () => {
  await runCommand(page, 'Pincite: Go to Passage…');
  await typeInPick(page, '鹦鹉螺号潜水艇');
  await waitForRow(page, ({ label }) => label === 'Nothing found for “鹦鹉螺号潜水艇”');
  await page.keyboard.press('Escape');
});

test('Insert Citation writes at two cursors, from its key binding', async () => {
  await openNote();
  await waitForEditorText(page, '第二处：');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await runCommand(page, 'Add Cursor Above');
  await page.keyboard.press("Control+'");
  await page.keyboard.press('i');
  await askFor('主权平等原则对国际关系的稳定至关重要');
  await waitForRow(page, ({ label }) => label.includes('主权平等原则对国际关系'));
  await page.keyboard.press('Enter');
  const citation = '[@cn-ru-2025-international-law，第四部分第1段]';
  await waitForEditorText(page, `第一处：${citation}\n第二处：${citation}`);
  // The focus is back in the note, and both cursors stand after what was inserted.
  await page.keyboard.type('。');
  await waitForEditorText(page, `第一处：${citation}。\n第二处：${citation}。`);
});

test('Insert Citation says what it needs when no Markdown file is open', async () => {
  await runCommand(page, 'Pincite: Insert Citation');
  const message = page.locator('.notifications-toasts', { hasText: 'Open a Markdown file first' });
  await message.waitFor();
  await page.keyboard.press('Escape');
});

test('a citation shows its paragraph under the pointer', async () => {
  await openNote();
  const hover = await hoverText(page, '第10段');
  assert.match(hover, /双方反对个别国家将外空用于武装对抗的企图/);
  assert.match(hover, /双方赞同在全球范围内推行不首先在外空部署武器的国际倡议/);
});

test('the tree unfolds to paragraphs, and opens the one that is clicked', async () => {
  await page.locator('.activitybar .action-label[aria-label="Pincite"]').click();
  const row = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text });
  await row('中俄维护国际法权威联合声明').waitFor();
  assert.equal((await treeRows(page)).length, 5);

  await row('中俄维护国际法权威联合声明').locator('.monaco-tl-twistie').click();
  await row('第八部分').locator('.monaco-tl-twistie').click();
  await row('中华人民共和国和俄罗斯联邦反对并且谴责违反国际法').last().click();
  await waitForEditorText(page, '强调国家有权开展正常的经济和贸易合作');
  await onlyTab('cn-ru-2025-international-law.statement.md');
});

test('the tree follows the cursor through a statement', async () => {
  await page.locator('.pane-body').waitFor();
  await runCommand(page, 'Pincite: Go to Passage…');
  await askFor('双方欢迎拉美和加勒比地区国家');
  await waitForRow(page, ({ label }) => label.includes('双方欢迎拉美和加勒比'));
  await page.keyboard.press('Enter');
  const selected = page.locator('.pane-body .monaco-list-row.selected');
  await until(
    async () =>
      (await selected.count()) === 1 && (await selected.innerText()).includes('双方欢迎拉美和加勒比地区国家'),
    async () => `the tree has selected ${JSON.stringify(await selected.allInnerTexts())}`,
  );
});

/** By its row: the first row may be a statement that was opened lately. */
async function openNote() {
  await page.keyboard.press('Control+P');
  await typeInPick(page, 'note.md');
  await pick(page, 'note.md');
  await waitForEditorText(page, noteLine);
}

/** The editors that a preview opened are gone. */
function onlyTab(name) {
  let seen = [];
  return until(
    async () => (seen = await tabs(page)).length === 1 && seen[0] === name,
    () => `the open editors are ${JSON.stringify(seen)}`,
  );
}

/** Puts a query into the open list at once: while it is typed, each letter brings a list of its own. */
async function askFor(query) {
  await page.locator('.quick-input-widget input.input').fill(query);
}

async function focused(of) {
  return (await quickPickRows(of)).find((row) => row.focused)?.label ?? '';
}

/** The names of the open tabs. */
function tabs(of) {
  return of
    .locator('.tabs-container .tab')
    .evaluateAll((all) => all.map((tab) => tab.getAttribute('data-resource-name')));
}
