// Citations and quotations without typing them: copied, pasted and dragged with real keys and the mouse, and several
// passages gathered in the list.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  notifications,
  runCommand,
  until,
  waitForEditorText,
  waitForRow,
} from '../../../scripts/host/workbench.mjs';
import { openWorkbenchUnderTest } from '../run.mjs';
import { answerTo } from './answer.mjs';
import {
  choose,
  copy,
  copyElsewhere,
  dragTo,
  find,
  goToEndOf,
  goToFile,
  goToPassage,
  offers,
  openOptions,
  selectWords,
} from './pasting.mjs';

/** @type {import('../../../scripts/host/workbench.mjs').Workbench} */
let workbench;
let page;
before(async () => {
  workbench = await openWorkbenchUnderTest({
    // What a test writes is gone after it, and a line of the note is one line of the screen.
    settings: { 'files.autoSave': 'off', '[markdown]': { 'editor.wordWrap': 'off' } },
  });
  page = workbench.page;
  // Citations are links once the server knows their statements.
  await goToFile(page, 'note.md');
  await page.locator('.view-line .detected-link').first().waitFor();
});
after(() => workbench?.close());
beforeEach(async () => {
  const list = page.locator('.quick-input-widget');
  while (await list.isVisible()) await page.keyboard.press('Escape');
  while ((await page.locator('.tabs-container .tab').count()) > 0)
    await runCommand(page, 'View: Revert and Close Editor');
});

const stability = 'cn-ru-2025-global-strategic-stability';
/** Read in 001, lines 24 and 27: paragraphs 9 and 11. */
const words = '研发、部署轨道拦截系统';
const eleventh = '双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为';
const quoted = `第一处：“${words}”[@${stability}，第9段]`;

test('words copied from a statement are pasted as a quotation with its citation, and as one step to undo', async () => {
  await goToFile(page, 'note.md');
  await waitForEditorText(page, '第一处：');
  await copyFromStatement();
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, quoted);
  // The cursor stands behind it.
  await page.keyboard.type('。');
  await waitForEditorText(page, `${quoted}。`);
  await page.keyboard.press('Control+Z');
  await waitForEditorText(page, quoted);
  await page.keyboard.press('Control+Z');
  await gone(quoted);
});

test('the sign beside a pasted quotation offers a block, the citation alone and the words alone', async () => {
  await goToFile(page, 'note.md');
  await copyFromStatement();
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, quoted);
  assert.deepEqual(await openOptions(page), [
    '✓ Insert Quotation with Citation',
    'Insert Block Quotation with Citation',
    'Insert Citation Only',
    'Insert Plain Text',
  ]);
  await choose(page, 'Insert Plain Text');
  await waitForEditorText(page, `第一处：${words}\n`);
  await openOptions(page);
  await choose(page, 'Insert Citation Only');
  await waitForEditorText(page, `第一处：[@${stability}，第9段]\n`);
});

test('on an empty line the pasted quotation is a block', async () => {
  await goToFile(page, 'note.md');
  await copyFromStatement();
  await goToFile(page, 'note.md');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, `> ${words}[@${stability}，第9段]`);
});

test('what is selected in the note gives way to what is pasted', async () => {
  await goToFile(page, 'note.md');
  await copyFromStatement();
  await goToFile(page, 'note.md');
  await selectWords(page, '第一处：');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, `\n“${words}”[@${stability}，第9段]\n第二处：`);
});

test('words from elsewhere that a statement has are pasted as they are, with the citation on offer', async () => {
  await goToFile(page, 'note.md');
  await waitForEditorText(page, '第一处：');
  await goToEndOf(page, '第一处：');
  await copyElsewhere(page, eleventh);
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, `第一处：${eleventh}\n`);
  assert.deepEqual(await openOptions(page), [
    '✓ Insert Plain Text',
    'Insert Quotation with Citation: 第11段 · 中俄全球战略稳定联合声明',
  ]);
  await choose(page, 'Insert Quotation with Citation');
  await waitForEditorText(page, `第一处：“${eleventh}”[@${stability}，第11段]`);
});

test('what is no text of a statement is pasted as it is: a line of its front matter', async () => {
  await goToFile(page, 'note.md');
  await goToPassage(page, words);
  await page.keyboard.press('Control+Home');
  const title = 'title: 中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明';
  await selectWords(page, title);
  await copy(page, title);
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, `第一处：${title}\n`);
  assert.equal(await offers(page), 0);
});

test('other words are pasted as ever, with nothing on offer', async () => {
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  for (const text of ['没有一份声明说过这样的一句话，谁也没有', '外空']) {
    await copyElsewhere(page, text);
    await page.keyboard.press('Control+V');
    await waitForEditorText(page, text);
    assert.equal(await offers(page), 0);
  }
});

test('a row of the tree that is dragged into a note cites its passage where it is dropped', async () => {
  await goToFile(page, 'note.md');
  await openTree();
  await unfold('中俄维护国际法权威联合声明');
  await row('第八部分').waitFor();
  await dragTo(page, await row('第八部分').boundingBox(), '第一处：');
  const citation = '第一处：[@cn-ru-2025-international-law，第八部分]';
  await waitForEditorText(page, citation);
  assert.deepEqual(await openOptions(page), [
    '✓ Insert Citation',
    'Insert Quotation with Citation',
    'Insert Block Quotation with Citation',
    'Insert Citation as Footnote',
    'Insert Citation as Link',
    'Insert Plain Text',
  ]);
  await choose(page, 'Insert Citation as Link');
  await waitForEditorText(
    page,
    '第一处：[《中俄维护国际法权威联合声明》第八部分](pincite:cn-ru-2025-international-law#8)',
  );
});

test('several rows are dragged together', async () => {
  await goToFile(page, 'note.md');
  await openTree();
  await unfold('中俄维护国际法权威联合声明');
  await row('第八部分').click();
  await row('第九部分').click({ modifiers: ['Control'] });
  await until(
    async () => (await page.locator('.pane-body .monaco-list-row.selected').count()) === 2,
    () => 'two rows are not selected',
  );
  await page.locator('.tab[data-resource-name="note.md"]').click();
  await dragTo(page, await row('第九部分').boundingBox(), '第二处：');
  await waitForEditorText(page, '第二处：[@cn-ru-2025-international-law，第八至九部分]');
});

test('text that is dragged in from outside of an editor has its citation on offer', async () => {
  await goToFile(page, 'note.md');
  await waitForEditorText(page, '第二处：');
  // The input box of the search stands for another program: its text is dragged as any text of a page.
  await page.keyboard.press('Control+Shift+F');
  const input = page.locator('.search-view .search-container textarea.input').first();
  await input.fill(eleventh);
  await input.press('Control+A');
  await dragTo(page, await input.boundingBox(), '第二处：');
  await waitForEditorText(page, `第二处：${eleventh}`);
  assert.deepEqual(await openOptions(page), [
    '✓ Insert Plain Text',
    'Insert Quotation with Citation: 第11段 · 中俄全球战略稳定联合声明',
  ]);
  await choose(page, 'Insert Quotation with Citation');
  await waitForEditorText(page, `第二处：“${eleventh}”[@${stability}，第11段]`);
});

test('a row of the tree that is copied is pasted as a quotation with its citation', async () => {
  await goToFile(page, 'note.md');
  await openTree();
  await unfold('中俄全球战略稳定联合声明');
  // A click on a row goes to the text; the arrow keys stay in the tree.
  await row('11 双方谴责').click();
  await waitForEditorText(page, '双方谴责将商业航天系统');
  await runCommand(page, 'Pincite: Focus on Statements View');
  await page.keyboard.press('Control+C');
  await page.locator('.statusbar-item', { hasText: 'Copied “双方谴责' }).waitFor();
  await goToFile(page, 'note.md');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
  await waitForEditorText(page, `> ${eleventh}。[@${stability}，第11段]`);
});

test('rows of the list are put aside with Alt+Enter, and Enter takes them all', async () => {
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  await runCommand(page, 'Pincite: Insert Citation');
  await find(page, '商业航天系统');
  await page.keyboard.press('Alt+Enter');
  const one = 'Insert Citation – Enter takes 第11段';
  await titleIs(one);
  // A passage of another statement: there is nothing to join.
  const third = answerTo('外空武器化').passages[2];
  assert.notEqual(third.key, stability);
  const row = await find(page, '外空武器化', 2);
  assert.ok(row.detail.startsWith(third.locator));
  const both = `Insert Citation – Enter takes these 2: 第11段; ${third.locator}`;
  await page.keyboard.press('Alt+Enter');
  await titleIs(both);
  // The list stays as it is, and so does the place in it.
  await waitForRow(page, ({ index, focused }) => index === 2 && focused);
  // The same key takes it out again.
  await page.keyboard.press('Alt+Enter');
  await titleIs(one);
  await waitForRow(page, ({ index, focused }) => index === 2 && focused);
  await page.keyboard.press('Alt+Enter');
  await titleIs(both);
  await page.keyboard.press('Enter');
  await waitForEditorText(page, `第一处：[@${stability}，第11段; @${third.key}，${third.locator}]`);
});

test('a prefix is chosen or typed before the passage', async () => {
  await goToFile(page, 'note.md');
  await goToEndOf(page, '第一处：');
  await runCommand(page, 'Pincite: Insert Citation with Prefix…');
  await waitForRow(page, ({ label, focused }) => focused && label === '见');
  await page.keyboard.type('转引');
  await waitForRow(page, ({ label, focused }) => focused && label === '转引');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget input[placeholder^="Words of the passage"]').waitFor();
  await find(page, '商业航天系统');
  await page.keyboard.press('Enter');
  await waitForEditorText(page, `第一处：[转引 @${stability}，第11段]`);
});

test('what cannot be written is said', async () => {
  await runCommand(page, 'Pincite: Insert Quotation');
  await until(
    async () => (await notifications(page)).some((text) => text.includes('Open a Markdown file first')),
    async () => `the notifications are ${JSON.stringify(await notifications(page))}`,
  );
});

async function copyFromStatement() {
  await goToPassage(page, words);
  await selectWords(page, words);
  await copy(page, words);
}

async function openTree() {
  const statement = row('中俄维护国际法权威联合声明').first();
  if (!(await statement.isVisible()))
    await page.locator('.activitybar .action-label[aria-label="Pincite"]').click();
  await statement.waitFor();
  // A row that is out of sight is not there.
  await statement.hover();
  await page.locator('[aria-label="Collapse All"]:visible').first().click();
}

async function unfold(text) {
  if ((await row(text).getAttribute('aria-expanded')) !== 'true')
    await row(text).locator('.monaco-tl-twistie').click();
}

function row(text) {
  return page.locator('.pane-body .monaco-list-row', { hasText: text });
}

async function titleIs(text) {
  const title = page.locator('.quick-input-title');
  await until(
    async () => (await title.innerText()) === text,
    async () => `the title of the list is ${JSON.stringify(await title.innerText())}`,
  );
}

function gone(text) {
  return page.locator('.view-line', { hasText: text }).waitFor({ state: 'detached' });
}
