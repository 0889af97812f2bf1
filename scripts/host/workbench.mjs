// A VS Code workbench in a browser: opened, driven as a person would drive it, and read. Nothing here sleeps for a
// fixed time: every helper waits for what it needs to see, and fails with what it saw instead.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { serve } from './serve.mjs';

/**
 * @typedef {import('./serve.mjs').ServedHost} ServedHost
 * @typedef {any} Page a page of playwright-core, which is not among the project's own dependencies
 */

/** How long a person would wait before giving up; the first activation on a slow machine takes some seconds. */
const WAIT_MS = 30_000;
/** A hover that has not come after this is asked for again. */
const HOVER_MS = 3_000;
/** And a palette that has not opened, or has been closed at once by an editor that took the focus. */
const PALETTE_MS = 3_000;
/** A hover that has not changed for so long is whole. */
const SETTLED_MS = 600;
const SUITE_MS = 180_000;

/**
 * @typedef {object} Workbench
 * @property {Page} page
 * @property {any} context
 * @property {Promise<number>} result the exit code of the suite at `testsPath`; rejected if it does not report back. Never settles without one
 * @property {readonly string[]} log what the suite has logged so far, and what the page has reported as an error
 * @property {() => Promise<void>} close
 */

/**
 * Opens a folder, or a `.code-workspace` file, in a browser.
 * @param {object} options
 * @param {ServedHost} options.host
 * @param {string} options.folder
 * @param {string} [options.extensionPath] an extension under development, unless the host was started with one
 * @param {string} [options.testsPath] a CommonJS module that exports `run()`; run in the extension host
 * @param {{width: number, height: number}} [options.viewport]
 * @param {string} [options.language] what `vscode.env.language` answers, such as `zh-cn`, and the language of what extensions
 *   contribute; the workbench's own texts stay English. (The server's --locale changes nothing without a language pack.)
 * @param {boolean} [options.isFar] lets `delayMessages` put the server at a distance
 * @param {(line: string) => void} [options.onLog] called with each line of `log`
 * @param {number} [options.timeoutMs] how long the suite may take
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({
  host,
  folder,
  extensionPath,
  testsPath,
  viewport = { width: 1280, height: 800 },
  language,
  isFar = false,
  onLog,
  timeoutMs = SUITE_MS,
}) {
  const { playwright } = await installHost();
  const { chromium } = await import(playwright);
  const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  try {
    const context = await browser.newContext({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const log = [];
    const note = (line) => {
      log.push(line);
      onLog?.(line);
    };
    page.on('pageerror', (error) => note(`page error: ${error.message}`));
    const result = testsPath ? suiteResult({ browser, page, host, log, timeoutMs }) : new Promise(() => {});
    // It may be rejected before anyone has begun to wait for it.
    result.catch(() => {});
    if (testsPath) await exposeAutomation(page, note);
    // The extension host takes its language from this variable of the page, which a language pack would set.
    if (language)
      await page.addInitScript((value) => void (globalThis._VSCODE_NLS_LANGUAGE = value), language);

    if (isFar) await page.addInitScript(slowSockets);

    /** @type {[string, string][]} */
    const payload = [];
    if (extensionPath) payload.push(['extensionDevelopmentPath', host.uri(extensionPath)]);
    if (testsPath) payload.push(['extensionTestsPath', host.uri(testsPath)]);
    await page.goto(host.url(folder, payload));
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: WAIT_MS });
    await extensionsLoaded(page);
    return { page, context, result, log, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * From now on a message takes this long from the page to the server, and back; in a workbench that was opened with
 * `isFar`.
 */
export async function delayMessages(page, milliseconds) {
  await page.evaluate((value) => void (globalThis.pinciteDelay = value), milliseconds);
}

/** Runs in the page before its own scripts: sockets whose messages may be delayed, and keep their order. */
function slowSockets() {
  globalThis.pinciteDelay = 0;
  const line = () => {
    let waiting = 0;
    let last = Promise.resolve();
    return (pass) => {
      if (waiting === 0 && globalThis.pinciteDelay === 0) return pass();
      waiting++;
      const arrival = new Promise((resolve) => setTimeout(resolve, globalThis.pinciteDelay));
      last = Promise.all([last, arrival]).then(() => {
        waiting--;
        pass();
      });
    };
  };
  globalThis.WebSocket = class extends globalThis.WebSocket {
    #out = line();
    #in = line();
    send(message) {
      // The sender may use its buffer again at once.
      const own = ArrayBuffer.isView(message) || message instanceof ArrayBuffer ? message.slice(0) : message;
      this.#out(() => super.send(own));
    }
    addEventListener(type, listener, options) {
      const late = (event) => this.#in(() => listener.call(this, event));
      super.addEventListener(type, type === 'message' ? late : listener, options);
    }
  };
}

/** A palette that is opened before the commands of the extensions are known does not show them later either. */
function extensionsLoaded(page) {
  const loaded = () => performance.getEntriesByName('code/didLoadExtensions').length > 0;
  return page.waitForFunction(loaded, undefined, { timeout: WAIT_MS });
}

/** The workbench calls these two functions of its page, where they exist, with what the suite logs and how it ended. */
async function exposeAutomation(page, note) {
  await page.exposeFunction('codeAutomationLog', (_type, args) => note(args.map(String).join(' ')));
  await page.exposeFunction('codeAutomationExit', (code) => page.emit('pincite-suite-end', code));
}

function suiteResult({ browser, page, host, log, timeoutMs }) {
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(
        new Error(
          `${why}\n--- log ---\n${log.slice(-20).join('\n')}\n--- server ---\n${host.log().slice(-3000)}`,
        ),
      );
    const timer = setTimeout(
      () => fail(`The suite did not report back within ${timeoutMs / 1000} s.`),
      timeoutMs,
    );
    page.on('pincite-suite-end', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    page.on('crash', () => fail('The page crashed while the suite was running.'));
    browser.on('disconnected', () => {
      clearTimeout(timer);
      fail('The browser was closed while the suite was running.');
    });
  });
}

/**
 * All in one, for a test: a server with an extension under development, on a throw-away copy of a workspace, and a page on it.
 * @param {object} options
 * @param {string} [options.workspace] the folder to copy; an empty one unless given
 * @param {string} [options.extensionPath]
 * @param {string} [options.extensionsDir]
 * @param {string} [options.testsPath]
 * @param {string} [options.language]
 * @param {{width: number, height: number}} [options.viewport]
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {boolean} [options.isFar]
 * @param {(line: string) => void} [options.onLog]
 * @param {number} [options.timeoutMs]
 * @returns {Promise<Workbench & {host: ServedHost, folder: string}>} `folder` is the copy
 */
export async function startWorkbench({ workspace, extensionPath, extensionsDir, settings, ...page }) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'pincite-'));
  const folder = path.join(scratch, 'workspace');
  await mkdir(folder);
  if (workspace) await cp(workspace, folder, { recursive: true });
  let host;
  const release = async () => {
    await host?.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    host = await serve({ dataDir: path.join(scratch, 'data'), extensionPath, extensionsDir, settings });
    const opened = await openWorkbench({ host, folder, ...page });
    const close = async () => {
      await opened.close();
      await release();
    };
    return { ...opened, host, folder, close };
  } catch (error) {
    await release();
    throw error;
  }
}

// ---- acting -------------------------------------------------------------------------------------------------

const PICK = '.quick-input-widget';

/** Opens the palette and runs the command of this title. */
export async function runCommand(page, title) {
  const palette = page.locator(PICK);
  const isThere = async () => (await quickPickRows(page)).some(({ label }) => label === title);
  // Whatever takes the focus closes the palette: an editor that comes up late, say. A person opens it again.
  await until(
    async () => {
      await typeInPalette(page, title);
      await until(
        async () => !(await palette.isVisible()) || (await isThere()),
        () => `the palette does not offer "${title}"`,
      );
      return reach(page, title);
    },
    () => `the palette does not stay open for "${title}"`,
  );
  await page.keyboard.press('Enter');
}

/** Opens the command palette and types; leaves it open. `text` may begin with another palette's prefix, such as `@` or `#`. */
export async function typeInPalette(page, text) {
  const input = page.locator(`${PICK} input.input`);
  await until(
    async () => {
      await page.keyboard.press('F1');
      return input.waitFor({ state: 'visible', timeout: PALETTE_MS }).then(
        () => true,
        () => false,
      );
    },
    () => 'the palette does not open',
  );
  if (/^[@#:?%]/.test(text)) await input.fill('');
  await page.keyboard.type(text);
}

/** Types into the quick pick or input box that is open. */
export async function typeInPick(page, text) {
  await page.locator(`${PICK} input.input`).waitFor({ state: 'visible', timeout: WAIT_MS });
  await page.keyboard.type(text);
}

/** Moves to the row of this label in the open quick pick, and accepts it. */
export async function pick(page, label) {
  await waitForRow(page, (row) => row.label === label);
  if (!(await reach(page, label))) throw new Error(`The quick pick with the row "${label}" is gone.`);
  await page.keyboard.press('Enter');
}

/** Moves to the row of this label; `false` if the quick pick is gone. */
async function reach(page, label) {
  for (let steps = 0; (await focusedLabel(page)) !== label; steps++) {
    if (!(await page.locator(PICK).isVisible())) return false;
    if (steps > 50) throw new Error(`Cannot reach the row "${label}" of the quick pick.`);
    await page.keyboard.press('ArrowDown');
  }
  return page.locator(PICK).isVisible();
}

/**
 * @typedef {object} Row a row of a quick pick, as it is seen
 * @property {number} index
 * @property {string} label
 * @property {string} description empty if it has none
 * @property {string} detail empty if it has none
 * @property {string} separator the heading or mark at its right; empty if it has none
 * @property {boolean} focused
 */

/** Runs in the page. */
function readRows() {
  // A row that once showed another item keeps what it showed, hidden or below its edge.
  const text = (row, selector) => {
    const found = row.querySelector(selector);
    const isSeen =
      found?.checkVisibility() && found.getBoundingClientRect().top < row.getBoundingClientRect().bottom;
    return isSeen ? found.textContent.replace(/\u00a0/g, ' ').trim() : '';
  };
  return [...document.querySelectorAll('.quick-input-widget .quick-input-list .monaco-list-row')]
    .filter((row) => row.querySelector('.label-name'))
    .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
    .map((row) => ({
      index: Number(row.getAttribute('data-index')),
      label: text(row, '.quick-input-list-row .label-name'),
      description: text(row, '.quick-input-list-row .label-description'),
      detail: text(row, '.quick-input-list-label-meta'),
      separator: text(row, '.quick-input-list-separator'),
      focused: row.classList.contains('focused'),
    }));
}

/**
 * The rows that can be seen (a long list has more, below).
 * @returns {Promise<Row[]>}
 */
export function quickPickRows(page) {
  return page.evaluate(readRows);
}

/**
 * All rows of the open quick pick, from its first to its last; moves through it.
 * @returns {Promise<Row[]>}
 */
export async function allQuickPickRows(page) {
  const first = page.locator('.quick-input-list .monaco-list-row').first();
  const rows = new Map();
  let count = 0;
  await until(
    async () => {
      // The list may still be the one before: what was seen of it does not count.
      const now = Number(await first.getAttribute('aria-setsize'));
      if (now !== count) rows.clear();
      count = now;
      for (const row of await quickPickRows(page)) if (row.label) rows.set(row.index, row);
      if (rows.size >= count) return true;
      await page.keyboard.press('PageDown');
      return false;
    },
    () => `only ${rows.size} of ${count} rows of the quick pick can be reached`,
  );
  return [...rows.values()].sort((a, b) => a.index - b.index);
}

/**
 * @typedef {object} Glimpse what a quick pick showed for a moment
 * @property {string} text what stood in its input box
 * @property {Row[]} rows
 * @property {string[]} tabs the names of the open editors
 */

/**
 * Begins to note what the quick pick shows, and which editors are open, each time that something changes.
 * @returns {Promise<() => Promise<Glimpse[]>>} ends it, and tells
 */
export async function watchQuickPick(page) {
  await page.evaluate(`globalThis.pinciteWatch = (${watch})(${readRows})`);
  return () => page.evaluate(() => globalThis.pinciteWatch());
}

/** Runs in the page. */
function watch(read) {
  const glimpses = [];
  const note = () => {
    const text = document.querySelector('.quick-input-widget input.input').value;
    const tabs = [...document.querySelectorAll('.tabs-container .tab')];
    const glimpse = { text, rows: read(), tabs: tabs.map((tab) => tab.getAttribute('data-resource-name')) };
    if (JSON.stringify(glimpse) !== JSON.stringify(glimpses.at(-1))) glimpses.push(glimpse);
  };
  const observer = new globalThis.MutationObserver(note);
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  for (const part of ['.quick-input-widget', '.part.editor'])
    observer.observe(document.querySelector(part), all);
  note();
  return () => {
    observer.disconnect();
    return glimpses;
  };
}

/**
 * Waits until a visible row of the open quick pick satisfies the condition; returns all visible rows.
 * @param {Page} page
 * @param {(row: Row) => boolean} condition
 * @returns {Promise<Row[]>}
 */
export async function waitForRow(page, condition) {
  let rows = [];
  await until(
    async () => (rows = await quickPickRows(page)).some(condition),
    () => `no such row in the quick pick; it shows ${JSON.stringify(rows.map((row) => row.label))}`,
  );
  return rows;
}

async function focusedLabel(page) {
  return (await quickPickRows(page)).find((row) => row.focused)?.label;
}

/** Opens a file of the workspace by its name, through Go to File. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await typeInPick(page, name);
  await waitForRow(page, (row) => row.label === path.basename(name));
  await page.keyboard.press('Enter');
  await page
    .locator(`.tab.active[data-resource-name="${path.basename(name)}"]`)
    .waitFor({ timeout: WAIT_MS });
  await page.locator('.editor-group-container.active .view-lines').waitFor({ timeout: WAIT_MS });
}

// ---- reading ------------------------------------------------------------------------------------------------

/** The lines of the active editor that can be seen, joined by line feeds. */
export function editorText(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.editor-group-container.active .view-lines > .view-line')]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .map((line) => line.textContent.replace(/\u00a0/g, ' '))
      .join('\n'),
  );
}

/** Waits until the visible text of the active editor contains `text`. */
export async function waitForEditorText(page, text) {
  let seen = '';
  await until(
    async () => (seen = await editorText(page)).includes(text),
    () => `the editor does not show ${JSON.stringify(text)} but:\n${seen}`,
  );
}

/** Puts the pointer on the first visible place of `text` in the active editor and returns what the hover says. */
export async function hoverText(page, text) {
  let point;
  await until(
    async () => (point = await placeOf(page, text)) !== undefined,
    async () =>
      `${JSON.stringify(text)} is not in the visible part of the editor:\n${await editorText(page)}`,
  );
  const contents = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  const told = async () => {
    const all = (await contents.allInnerTexts()).filter((part) => /\S/.test(part));
    return all.some((part) => part.startsWith('Loading')) ? [] : all;
  };
  let parts = [];
  // A hover is asked for by a move, once; a server that is not ready yet has nothing to say to the first ones.
  await until(
    async () => {
      await page.mouse.move(point.x + 60, point.y + 60);
      await page.mouse.move(point.x, point.y, { steps: 3 });
      await until(async () => (parts = await told()).length > 0, String, HOVER_MS).catch(() => undefined);
      // What a hover says comes from several sides, one after the other.
      for (let before; parts.length > 0 && String(before) !== String(parts);) {
        before = parts;
        await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
        parts = await told();
      }
      return parts.length > 0;
    },
    () => `no hover on ${JSON.stringify(text)}`,
  );
  return parts
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .trim();
}

/** The middle of the first visible occurrence; it may run over several coloured pieces of one line. */
function placeOf(page, text) {
  return page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.editor-group-container.active .view-lines > .view-line')) {
      const offset = line.textContent.replace(/\u00a0/g, ' ').indexOf(wanted);
      if (offset < 0) continue;
      const middle = offset + Math.floor(wanted.length / 2);
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(), start = 0; node; start += node.length, node = walker.nextNode()) {
        if (middle >= start + node.length) continue;
        const range = document.createRange();
        range.setStart(node, middle - start);
        range.setEnd(node, middle - start + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return undefined;
  }, text);
}

/** The rows of a tree or list in the side bar or panel that can be seen, as read aloud to a blind reader. */
export function treeRows(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.pane-body .monaco-list-row')].map(
      (row) => row.getAttribute('aria-label') ?? row.textContent.trim(),
    ),
  );
}

/**
 * The notifications that are shown, as text.
 * @returns {Promise<string[]>}
 */
export function notifications(page) {
  return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
}

/** What a paste would give. */
export function clipboardText(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Writes a PNG file, with fonts loaded and animations at their end. */
export async function screenshot(page, file) {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: file, animations: 'disabled' });
}

/**
 * Asks again until the answer is yes.
 * @param {() => Promise<boolean>} condition
 * @param {() => string | Promise<string>} otherwise what to report when time is up
 * @param {number} [timeoutMs]
 */
export async function until(condition, otherwise, timeoutMs = WAIT_MS) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s: ${await otherwise()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
