// The list of passages while somebody types in it: what it shows, and what Enter takes, however fast the keys come and
// however slow the line to the server is.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  allQuickPickRows,
  delayMessages,
  openFile,
  runCommand,
  typeInPick,
  until,
  waitForEditorText,
  waitForRow,
  watchQuickPick,
} from '../../../scripts/host/workbench.mjs';
import { openWorkbenchUnderTest } from '../run.mjs';
import { answerTo } from './answer.mjs';
import { corpusIsRead } from './ready.mjs';

const NEAR = 'words not found; these come nearest';
/** Longer than anybody needs from one key to the next. */
const FAR_MS = 300;
/** @type {import('../../../scripts/host/workbench.mjs').Workbench} */
let workbench;
let page;
before(async () => {
  workbench = await openWorkbenchUnderTest({ isFar: true });
  page = workbench.page;
  await corpusIsRead(page);
});
after(() => workbench?.close());
beforeEach(async () => {
  await delayMessages(page, 0);
  const list = page.locator('.quick-input-widget');
  while (await list.isVisible()) await page.keyboard.press('Escape');
  while ((await page.locator('.tabs-container .tab').count()) > 0)
    await runCommand(page, 'View: Revert and Close Editor');
});

for (const [what, query] of [
  ['pinyin', 'zhanlve wending'],
  ['initials', 'zlwd'],
  ['Han characters and pinyin', '战略wd'],
  ['traditional characters', '戰略穩定'],
  ['a slip', '战略稳顶'],
  ['scattered words', '稳定 战略'],
  ['a year in the other numerals', '二〇二五年'],
  ['one character', '的'],
])
  test(`a query with ${what} lists what the engine finds, in its order`, async () => {
    const { passages, total } = answerTo(query);
    assert.ok(passages.length > 1);
    await openList();
    await typeInPick(page, query);
    await waitForList(query);
    const rows = (await allQuickPickRows(page)).filter(({ detail }) => detail !== '');
    assert.deepEqual(
      rows.map(({ detail }) => detail.split(' · ')[0]),
      passages.map(({ locator }) => locator),
    );
    for (const [index, { label }] of rows.entries()) {
      const shown = label.replace(/[⟦⟧]/g, '').split('…').filter(Boolean);
      for (const piece of shown) assert.ok(passages[index].text.includes(piece), label);
    }
    assert.equal(rows.length, Math.min(total, 50));
  });

test('what was found otherwise than letter for letter is marked', async () => {
  await openList();
  for (const query of ['zlwd', '戰略穩定']) {
    await page.locator('.quick-input-widget input.input').fill(query);
    await waitForRow(page, ({ label, focused }) => focused && label.includes('⟦战略稳定⟧'));
  }
  await page.locator('.quick-input-widget input.input').fill('战略稳顶');
  await waitForRow(page, ({ label, focused }) => focused && label.includes('⟦战略稳⟧定'));
});

test('passages that only come near are said to', async () => {
  await openList();
  await page.locator('.quick-input-widget input.input').fill('战略稳顶');
  const rows = await waitForRow(page, ({ separator }) => separator === NEAR);
  assert.deepEqual(
    rows.map(({ separator }) => separator),
    rows.map((_, index) => (index === 0 ? NEAR : '')),
  );
  await page.locator('.quick-input-widget input.input').fill('战略稳定');
  await waitForRow(page, ({ focused, separator }) => focused && separator === '');
});

test('the last line says how many passages there are beyond those listed', async () => {
  const { total } = answerTo('的');
  await openList();
  await page.locator('.quick-input-widget input.input').fill('的');
  await waitForList('的');
  const last = (await allQuickPickRows(page)).at(-1);
  assert.match(last.label, new RegExp(`^50 of (more than )?${total} passages; type more to narrow them$`));
  // It is no passage, and stays where it is on Enter.
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await waitForRow(page, ({ label, focused }) => focused && label === last.label);
});

for (const delayMs of [0, FAR_MS])
  test(`Enter right after the last letter takes the passage for all letters, ${delayMs} ms away`, async () => {
    const words = '主权平等原则对国际关系的稳定至关重要';
    const [passage] = answerTo(words).passages;
    assert.notDeepEqual(passage, answerTo(words.slice(0, 2)).passages[0]);
    await openList();
    await delayMessages(page, delayMs);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await cursorAt(passage);
    await tabOf(passage);
  });

test('Insert Citation and Enter right after the last letter cites the passage for all letters', async () => {
  const words = '主权平等原则对国际关系的稳定至关重要';
  const [{ key, locator }] = answerTo(words).passages;
  await openFile(page, 'note.md');
  await waitForEditorText(page, '第二处：');
  await runCommand(page, 'Pincite: Insert Citation');
  await waitForRow(page, ({ separator }) => separator !== '');
  await delayMessages(page, FAR_MS);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await waitForEditorText(page, `[@${key}，${locator}]`);
});

test(`Enter on a row further down takes that one, ${FAR_MS} ms away`, async () => {
  const { passages } = answerTo('战略稳定');
  await openList();
  await typeInPick(page, '战略稳定');
  await waitForList('战略稳定');
  // The first row is previewed once the extension knows that the list is on the screen.
  await tabOf(passages[0]);
  await delayMessages(page, FAR_MS);
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await waitForRow(page, ({ index, focused }) => index === 2 && focused);
  await page.keyboard.press('Enter');
  await cursorAt(passages[2]);
  await tabOf(passages[2]);
});

test('Enter does not take unseen what only comes near', async () => {
  await openList();
  await delayMessages(page, FAR_MS);
  await page.keyboard.type('战略稳顶');
  await page.keyboard.press('Enter');
  await waitForRow(page, ({ separator }) => separator === NEAR);
  await delayMessages(page, 0);
  await page.keyboard.press('ArrowDown');
  await waitForRow(page, ({ index, focused }) => index === 1 && focused);
  await page.keyboard.press('Enter');
  await tabOf(answerTo('战略稳顶').passages[1]);
});

test('Enter before a further letter does not take a passage for the letters before', async () => {
  await openList();
  await delayMessages(page, FAR_MS);
  await page.keyboard.type('战略');
  await page.keyboard.press('Enter');
  await page.keyboard.type('稳定');
  await waitForList('战略稳定');
  assert.equal(await page.locator('.quick-input-widget input.input').inputValue(), '战略稳定');
});

for (const delayMs of [0, FAR_MS])
  test(`a key held down shows no list after a newer one, ${delayMs} ms away`, async () => {
    const LONGEST = 40;
    const LEFT = 2;
    /** What was typed, in order: a key held down, then Backspace. */
    const typed = [];
    for (let length = 0; length <= LONGEST; length++) typed.push('x'.repeat(length));
    for (let length = LONGEST - 1; length >= LEFT; length--) typed.push('x'.repeat(length));
    const found = new Map(typed.slice(1, 10).map((text) => [text, answerTo(text).passages]));
    assert.equal(found.get('x'.repeat(9)).length, 0);

    await openList();
    const stop = await watchQuickPick(page);
    await delayMessages(page, delayMs);
    for (let length = 0; length < LONGEST; length++) await page.keyboard.down('x');
    await page.keyboard.up('x');
    for (let length = LONGEST; length > LEFT; length--) await page.keyboard.down('Backspace');
    await page.keyboard.up('Backspace');
    const last = typed.at(-1);
    await waitForList(last);
    const glimpses = (await stop()).filter(({ rows }) => rows.some(({ label }) => label !== ''));

    // Each list is that of a text which had been typed by then, and of none before that of the list before it.
    let at = 0;
    let newest = 0;
    for (const { text, rows } of glimpses) {
      while (typed[at] !== text) {
        at++;
        assert.ok(at < typed.length, `“${text}” was not typed then`);
      }
      const label = rows[0].label;
      if (label === 'Searching…') continue;
      while (!isListOf(typed[newest], rows)) {
        newest++;
        assert.ok(newest <= at, `for “${text}”, after the list for “${typed[newest - 1]}”: ${label}`);
      }
    }
    assert.equal(glimpses.at(-1).text, last);
    assert.equal(typed[newest], last);

    function isListOf(text, rows) {
      if (text === '')
        return rows[0].separator === 'statements and sections' || rows[0].separator === 'recently used';
      const passages = found.get(text) ?? [];
      if (passages.length === 0) return rows.length === 1 && rows[0].label === `Nothing found for “${text}”`;
      return rows.every(
        ({ index, detail }) =>
          detail === '' || (passages[index] && detail.startsWith(`${passages[index].locator} · `)),
      );
    }
  });

test('while keys come fast, no passage is previewed but the one for all of them', async () => {
  const words = '主权平等原则对国际关系的稳定至关重要';
  const [{ key }] = answerTo(words).passages;
  assert.notEqual(key, answerTo(words.slice(0, 1)).passages[0].key);
  await openList();
  const stop = await watchQuickPick(page);
  await page.keyboard.type(words);
  await tabOf({ key });
  const opened = new Set((await stop()).flatMap(({ tabs }) => tabs));
  assert.deepEqual([...opened], [`${key}.statement.md`]);
});

async function openList() {
  await runCommand(page, 'Pincite: Go to Passage…');
  await waitForRow(page, ({ separator }) => separator !== '');
}

/** Waits until the first row is the one that the engine puts first. */
async function waitForList(query) {
  const [first] = answerTo(query).passages;
  await waitForRow(
    page,
    ({ index, label, detail }) =>
      index === 0 &&
      detail.startsWith(`${first.locator} · `) &&
      first.text.includes(label.replace(/[⟦⟧]/g, '').split('…').find(Boolean)),
  );
}

async function cursorAt({ range }) {
  const cursor = page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+$/ });
  const expected = `Ln ${range.start.line + 1}, `;
  await until(
    async () => (await cursor.count()) > 0 && (await cursor.innerText()).startsWith(expected),
    async () => `the cursor is at ${await cursor.allInnerTexts()}, not at ${expected}`,
  );
}

async function tabOf({ key }) {
  await page.locator(`.tab.active[data-resource-name="${key}.statement.md"]`).waitFor();
}
