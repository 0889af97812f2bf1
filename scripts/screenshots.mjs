// `node scripts/screenshots.mjs`: the pictures of the README, taken from the running workbench into docs/images/.
import path from 'node:path';
import { ensureCjkFonts } from './host/browser.mjs';
import {
  hoverText,
  pick,
  runCommand,
  screenshot,
  startWorkbench,
  typeInPick,
  until,
  waitForEditorText,
  waitForRow,
} from './host/workbench.mjs';
import { node, root, run, setUp } from './setup.mjs';

setUp();
ensureCjkFonts();
run(node, [path.join(root, 'scripts', 'build.mjs')]);

const note = '战略稳定札记.md';
const workbench = await startWorkbench({
  workspace: path.join(root, 'sample'),
  extensionPath: root,
  viewport: { width: 1200, height: 750 },
  // What is not Pincite's does not take room.
  settings: {
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'window.commandCenter': false,
    'workbench.layoutControl.enabled': false,
    'window.title': '${activeEditorShort}',
    'workbench.colorTheme': 'Light Modern',
  },
});
const { page } = workbench;
const take = (name) => screenshot(page, path.join(root, 'docs', 'images', `${name}.png`));

try {
  await openNote();
  await coloured('第八部分');

  await hoverText(page, '第10段');
  await take('hover');
  await page.mouse.move(600, 740);

  await runCommand(page, 'Pincite: Go to Passage…');
  await askFor('外空武器化');
  await waitForRow(page, ({ label }) => label.includes('外空武器化'));
  await moveTo('并使之成为武装对抗场所');
  await waitForEditorText(page, '“美国金穹”计划公然提出大幅增加外空作战手段');
  await page.locator('[class*="TextEditorDecorationType"]').first().waitFor();
  await take('go-to-passage');
  await page.keyboard.press('Escape');
  await waitForEditorText(page, '单边制裁见');

  await runCommand(page, 'Pincite: Go to Passage…');
  await askFor('2025 junbeikongzhi');
  await waitForRow(page, ({ label }) => label.includes('军备控制'));
  await moveTo('军备控制');
  await page.locator('[class*="TextEditorDecorationType"]').first().waitFor();
  await take('pinyin');
  await page.keyboard.press('Escape');
  await waitForEditorText(page, '单边制裁见');

  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await page.locator('.activitybar .action-label[aria-label="Pincite"]').click();
  const row = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text });
  await row('中俄深化全面战略协作伙伴关系联合声明').locator('.monaco-tl-twistie').click();
  await row('第八部分').locator('.monaco-tl-twistie').click();
  await row('双方重申反对个别国家将外空界定').click();
  await waitForEditorText(page, '双方重申反对个别国家将外空界定并用于“作战疆域”');
  await take('tree');
  await page.mouse.move(600, 740);

  // Two witnesses of a whole statement: the rows below those of the passage.
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await goTo('全面、综合、可持续安全');
  await runCommand(page, 'Pincite: Compare Witnesses');
  await waitForRow(page, ({ label }) => label === 'A ↔ B');
  for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.monaco-diff-editor .char-insert').nth(1).waitFor({ state: 'attached' });
  await take('compare-witnesses');
  await runCommand(page, 'View: Close All Editors');

  // What is copied from a statement is pasted as a quotation, and the other ways stand in a list.
  await goTo('打不赢也打不得');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+C');
  await openNote();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
  await page.locator('.post-edit-widget').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await take('paste');
  await page.keyboard.press('Escape');
  await runCommand(page, 'View: Revert and Close Editor');

  await openNote();
  await page.keyboard.press('Control+End');
  await hoverText(page, '各国资情');
  await page.locator('.monaco-hover', { hasText: '各国国情' }).first().waitFor();
  await take('quotation');
  await page.mouse.move(600, 740);

  await page.keyboard.press('Control+Home');
  await runCommand(page, 'Markdown: Open Preview to the Side');
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await preview.getByText('《中俄全球战略稳定联合声明》第10段').first().waitFor();
  await take('preview');
  await runCommand(page, 'View: Close All Editors');

  // A note with a statement beside it: the list previews there, and the note stays in sight.
  await goTo('全面、综合、可持续安全');
  await runCommand(page, 'View: Split Editor Right');
  await page.keyboard.press('Control+1');
  await openNote();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('各国主权平等');
  await page.keyboard.press("Control+'");
  await page.keyboard.press('i');
  await askFor('主权平等原则');
  await waitForRow(page, ({ label }) => label.includes('主权平等原则'));
  await moveTo('主权平等原则对国际关系的稳定至关重要');
  await page.locator('[class*="TextEditorDecorationType"]').first().waitFor();
  await take('insert-citation');
} finally {
  await workbench.close();
}

async function openNote() {
  await page.keyboard.press('Control+P');
  await typeInPick(page, note);
  await pick(page, note);
  await waitForEditorText(page, '单边制裁见');
}

async function goTo(words) {
  await runCommand(page, 'Pincite: Go to Passage…');
  await askFor(words);
  await waitForRow(page, ({ label, focused }) => focused && label.includes(words.slice(-4)));
  await page.keyboard.press('Enter');
  await waitForEditorText(page, words);
}

/** Puts a query into the open list at once: while it is typed, each letter brings a list of its own. */
async function askFor(query) {
  await page.locator('.quick-input-widget input.input').fill(query);
}

/** Moves down the open list to the row whose label has this text. */
async function moveTo(text) {
  const focused = page.locator('.quick-input-list .monaco-list-row.focused');
  for (let steps = 0; !(await focused.innerText()).includes(text); steps++) {
    if (steps > 50) throw new Error(`no row with ${text}`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Waits until a text of the editor has the colour that the grammar gives it. */
function coloured(text) {
  const spans = page.locator('.view-line span > span', { hasText: text });
  return until(
    async () => (await spans.evaluateAll((all) => new Set(all.map((span) => span.className)).size)) > 0,
    () => `${text} is not coloured`,
  );
}
