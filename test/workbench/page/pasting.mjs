// What a person does with text between a statement, the tree and a note: select, copy, paste, drag, and choose at the
// sign beside what was pasted or dropped.
import {
  clipboardText,
  editorText,
  pick,
  quickPickRows,
  until,
  waitForEditorText,
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
  await find(page, words);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tab.active[data-resource-name$=".statement.md"]').waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await waitForEditorText(page, words);
}

/**
 * Puts words into the open list, goes down some rows, and waits until the row there is previewed: the list is at rest then,
 * and a key means what is seen.
 */
export async function find(page, words, steps = 0) {
  await page.locator('.quick-input-widget input.input').fill(words);
  let row = await previewed(page, 0);
  for (let step = 1; step <= steps; step++) {
    await page.keyboard.press('ArrowDown');
    row = await previewed(page, step);
  }
  return row;
}

async function previewed(page, index) {
  let row;
  let seen = '';
  await until(
    async () => {
      row = (await quickPickRows(page)).find(({ focused }) => focused);
      // A paragraph is broken into the lines of the screen.
      seen = (await editorText(page)).replaceAll('\n', '');
      const pieces = row?.label.split('…').filter(Boolean) ?? [];
      return row?.index === index && pieces.length > 0 && pieces.every((piece) => seen.includes(piece));
    },
    () => `${JSON.stringify(row)} is not the row ${index}, or not previewed; the editor shows\n${seen}`,
  );
  return row;
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

/** How many signs of offers there are, once what a paste or drop brings is drawn. */
export async function offers(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  return page.locator('.post-edit-widget').count();
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
