// What a person does with text between a statement, the tree and a note: select, copy, paste, drag, and choose at the
// sign beside what was pasted or dropped.
import {
  clipboardText,
  pick,
  until,
  waitForEditorText,
  waitForRow,
} from '../../../scripts/host/workbench.mjs';

const STATUS = '.statusbar-item';
const OPTIONS = '.action-widget .monaco-list-row.action';

/** Opens a file of the workspace, or goes to its tab, with the focus in its text. */
export async function goToFile(page, name) {
  const tab = page.locator(`.tab[data-resource-name="${name}"]`);
  const input = page.locator('.quick-input-widget input.input');
  if ((await tab.count()) > 0) await tab.first().click();
  else {
    // An editor that is just opening may take the focus from the list, which closes it.
    await until(
      async () => {
        await page.keyboard.press('Control+P');
        return input.fill(name, { timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      () => 'Go to File does not open',
    );
    await pick(page, name);
  }
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** Opens the statement that holds these words, with the cursor in their paragraph. */
export async function goToPassage(page, words) {
  await page.keyboard.press("Control+'");
  await page.keyboard.press('p');
  await page.locator('.quick-input-widget input.input').fill(words);
  await waitForRow(page, ({ label, focused }) => focused && label.includes(words));
  await page.keyboard.press('Enter');
  // The list shows the passage before Enter is heard.
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tab.active[data-resource-name$=".statement.md"]').waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await waitForEditorText(page, words);
}

/** Selects the next occurrence of words in the active editor. */
export async function selectWords(page, words) {
  const find = page.locator('.editor-group-container.active .find-widget.visible');
  await page.keyboard.press('Control+F');
  await find.waitFor();
  const input = find.locator('.find-part textarea.input');
  await input.fill(words);
  await until(
    async () => /^\d+ of \d+$|^\? of [1-9]/.test(await find.locator('.matchesCount').innerText()),
    () => `the editor does not find ${words}`,
  );
  await input.press('Enter');
  await page.keyboard.press('Escape');
  await find.waitFor({ state: 'detached' }).catch(() => undefined);
  const selected = page.locator(STATUS, { hasText: `(${words.length} selected)` });
  await selected.waitFor();
}

/** Puts the cursor at the end of the first line of the active editor that has this text. */
export async function goToEndOf(page, text) {
  await page.locator('.editor-group-container.active .view-line', { hasText: text }).first().click();
  await page.keyboard.press('End');
}

/** Copies with the keys what is selected, and waits until the clipboard has it. */
export async function copy(page, expected) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+C');
  let seen = '';
  await until(
    async () => (seen = await clipboardText(page)) === expected,
    () => `the clipboard has ${JSON.stringify(seen)}`,
  );
}

/** Puts text on the clipboard as another program would. */
export async function copyElsewhere(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
}

/** The ways that are on offer for what was pasted or dropped last, the one that was taken first marked; opens them. */
export async function openOptions(page) {
  const sign = page.locator('.post-edit-widget');
  await sign.waitFor();
  await sign.click();
  await page.locator(OPTIONS).first().waitFor();
  const rows = await page.locator(OPTIONS).all();
  return Promise.all(
    rows.map(async (row) => {
      const isTaken = (await row.locator('.codicon-check').count()) > 0;
      return `${isTaken ? '✓ ' : ''}${(await row.locator('.title').innerText()).trim()}`;
    }),
  );
}

/** Chooses one of the ways that `openOptions` has opened. */
export async function choose(page, title) {
  await page.locator(OPTIONS, { hasText: title }).first().click();
  await page.locator(OPTIONS).first().waitFor({ state: 'detached' });
}

/** Drags what stands in a box of the page behind the text of a line in the active editor, with the mouse. */
export async function dragTo(page, from, lineText) {
  const line = page.locator('.editor-group-container.active .view-line', { hasText: lineText }).first();
  const to = await line.locator('> span').boundingBox();
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + 60, y);
  await page.mouse.down();
  // A drag begins after some way.
  await page.mouse.move(from.x + 80, y, { steps: 5 });
  await page.mouse.move(to.x + to.width + 40, to.y + to.height / 2, { steps: 10 });
  await page.mouse.up();
}
