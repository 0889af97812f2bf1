// Quotations held against their sources, as a writer sees it: what is marked, why, and how it is mended; the status of the
// document, the check of all drafts, and what has changed since a draft was pinned.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  hoverText,
  notifications,
  openFile,
  runCommand,
  screenshot,
  until,
  waitForEditorText,
} from '../../../scripts/host/workbench.mjs';
import { openWorkbenchUnderTest } from '../run.mjs';
import { corpusIsRead } from './ready.mjs';

/** @type {Awaited<ReturnType<typeof openWorkbenchUnderTest>>} */
let workbench;
let page;
before(async () => {
  const workspace = path.join(path.dirname(fileURLToPath(import.meta.url)), '../quotations');
  workbench = await openWorkbenchUnderTest({ workspace });
  page = workbench.page;
  await corpusIsRead(page);
});
after(() => workbench?.close());

const ALTERED = '“任何” stands in the source as “个别”.';

test('an altered quotation is marked, and the Problems panel says why', async () => {
  await openFile(page, 'draft.md');
  await page.locator('.squiggly-warning').first().waitFor();
  await runCommand(page, 'Problems: Focus on Problems View');
  await problem(ALTERED);
  await problem('were found neither in 第10段');
  await picture('quotation-problems');
  await runCommand(page, 'View: Toggle Panel Visibility');
});

test('the hover shows what the draft has and what the source has', async () => {
  const hover = await hoverText(page, '反对任何国家');
  assert.match(hover, /反对任何国家将外空用于武装对抗的企图/);
  assert.match(hover, /反对个别国家将外空用于武装对抗的企图/);
  await picture('quotation-hover');
  await page.keyboard.press('Escape');
});

test('the status of the document counts its quotations, and leads from one that is not verbatim to the next', async () => {
  await statusSays('3 quotations: 1 verbatim, 1 altered, 1 not found');
  await picture('quotation-status');
  await runCommand(page, 'Pincite: Go to Next Quotation That Is Not Verbatim');
  await cursorIsAt('Ln 3, Col 3');
  await page.locator('.hover-language-status').waitFor({ state: 'hidden' });
  await runCommand(page, 'Pincite: Go to Next Quotation That Is Not Verbatim');
  await cursorIsAt('Ln 7, Col 5');
  await runCommand(page, 'Pincite: Go to Next Quotation That Is Not Verbatim');
  await cursorIsAt('Ln 3, Col 3');
});

test('the light bulb restores the wording', async () => {
  // From the opening mark to the word.
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await cursorIsAt('Ln 3, Col 7');
  await chooseFix('Restore “个别”');
  await waitForEditorText(page, '反对个别国家将外空用于武装对抗的企图');
  await statusSays('3 quotations: 2 verbatim, 1 not found');
});

test('the status goes where there is nothing to say', async () => {
  await openFile(page, 'plain.md');
  await until(
    async () => !(await statusText()).includes('quotation'),
    async () => `the status still says ${await statusText()}`,
  );
});

test('Check All Drafts lists what is wrong in a file that is not open, until it is', async () => {
  await runCommand(page, 'Pincite: Check All Drafts');
  await notification(/^5 drafts checked: 2 problems in 2 drafts\.$/);
  await runCommand(page, 'Problems: Focus on Problems View');
  await problem('“使” stands in the source as “利”.');
  await picture('quotation-all-drafts');
  assert.equal(await page.locator('.tab', { hasText: 'unopened.md' }).count(), 0);
  await openFile(page, 'unopened.md');
  await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor();
  await until(
    async () => (await problemsThatSay('“使” stands in the source as “利”.')) === 1,
    async () => `it is listed ${await problemsThatSay('“使” stands in the source as “利”.')} times`,
  );
  await runCommand(page, 'View: Toggle Panel Visibility');
  await runCommand(page, 'Notifications: Clear All Notifications');
});

test('what has changed since a draft was pinned is told, and accepted by a quick fix', async () => {
  await openFile(page, 'pinned.md');
  await runCommand(page, 'Pincite: Pin Cited Passages');
  await notification(/^1 passage pinned in pinned\.md\.pins\.json\.$/);
  const statement = path.join(workbench.folder, 'accord.statement.md');
  const changed = (await readFile(statement, 'utf8')).replace('加强', '完善');
  const mark = page.locator('.editor-group-container.active .squiggly-warning').first();
  // Whoever watches files may miss a change that comes while it is starting.
  await until(
    async () => {
      await writeFile(statement, changed);
      return mark.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    },
    () => 'nothing is said of the change',
  );
  const hover = await hoverText(page, '第2段');
  assert.match(hover, /“加强” now reads “完善”/);
  assert.match(hover, /双方支持加强国际军控体系，并为此保持密切沟通。/);
  await picture('quotation-drift');
  await page.keyboard.press('Escape');
  await page
    .locator('.editor-group-container.active .view-line')
    .first()
    .click({ position: { x: 150, y: 8 } });
  await chooseFix('Accept the new text (update the pin)');
  await page.locator('.editor-group-container.active .squiggly-warning').waitFor({ state: 'detached' });
  assert.match(await readFile(path.join(workbench.folder, 'pinned.md.pins.json'), 'utf8'), /完善/);
});

/** Opens the menu of fixes at the cursor, as often as it takes until it offers the one, and takes it. */
async function chooseFix(title) {
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  const row = menu.locator('.monaco-list-row', { hasText: title }).first();
  let seen = '';
  await until(
    async () => {
      if (!(await menu.isVisible())) await page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 2_000 }).catch(() => undefined);
      seen = (await menu.isVisible()) ? await menu.innerText() : 'no menu';
      if (await row.isVisible()) return true;
      await page.keyboard.press('Escape');
      return false;
    },
    () => `the fixes are:\n${seen}`,
  );
  await picture(`fixes-${title.split(' ')[0]}`);
  await row.click();
}

/** What the language status says, in its hover. */
async function statusText() {
  const entry = page.locator('[id="status.languageStatus"]');
  if (!(await entry.isVisible())) return '';
  await page.mouse.move(600, 400);
  await entry.hover();
  const hover = page.locator('.hover-language-status').first();
  await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
  return (await hover.isVisible()) ? await page.locator('.monaco-hover').last().innerText() : '';
}

async function statusSays(words) {
  let seen = '';
  await until(
    async () => (seen = await statusText()).includes(words),
    () => `the status says ${JSON.stringify(seen)}`,
  );
}

async function cursorIsAt(words) {
  const place = page.locator('[id="status.editor.selection"]');
  await until(
    async () => (await place.innerText()).startsWith(words),
    async () => `the cursor is at ${await place.innerText()}`,
  );
}

function problemRows(words) {
  return page.locator('.markers-panel-container .monaco-list-row', { hasText: words });
}

async function problem(words) {
  await problemRows(words).first().waitFor();
}

function problemsThatSay(words) {
  return problemRows(words).count();
}

async function notification(pattern) {
  const seen = new Set();
  await until(
    async () => {
      for (const text of await notifications(page)) seen.add(text);
      return [...seen].some((text) => pattern.test(text));
    },
    () => `the notifications were ${JSON.stringify([...seen])}`,
  );
}

async function picture(name) {
  const { PINCITE_SCREENSHOTS: folder } = process.env;
  if (folder) await screenshot(page, `${folder}/${name}.png`);
}
