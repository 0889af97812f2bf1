// VS Code's Markdown preview with citations in it, as a reader sees it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  openFile,
  runCommand,
  screenshot,
  until,
  waitForEditorText,
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

const CITED = '（《中俄全球战略稳定联合声明》第10段）';

test('a citation is read by its title, with its passage under the pointer', async () => {
  await openFile(page, 'note.md');
  await runCommand(page, 'Markdown: Open Preview to the Side');
  const { title, decoration } = await seenInPreview(CITED);
  assert.match(title, /^第10段\n双方反对个别国家将外空用于武装对抗的企图/);
  // Our style sheet is there, and no policy stops it.
  assert.match(decoration, /dotted/);
  await picture('preview');
});

test('what is typed is shown, and what is wrong in it is marked', async () => {
  await runCommand(page, 'View: Focus First Editor Group');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('无此段[@cn-ru-2025-global-strategic-stability，第99段]。');
  const broken = await seenInPreview('⚠ （《中俄全球战略稳定联合声明》第99段）');
  assert.match(broken.title, /“第99段” is not in the statement/);
  await inPreview(CITED);
  await picture('preview-broken');
});

test('a citation leads to its passage', async () => {
  await until(
    async () => {
      const citation = await inPreview(CITED);
      return citation.click({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    },
    () => `${CITED} cannot be clicked`,
  );
  await waitForEditorText(page, '双方反对个别国家将外空用于武装对抗的企图');
});

async function picture(name) {
  const { PINCITE_SCREENSHOTS: folder } = process.env;
  if (folder) await screenshot(page, `${folder}/${name}.png`);
}

/** What a reader sees of the citation that reads so. The preview comes in frames that take each other's place. */
async function seenInPreview(words) {
  let seen;
  await until(
    async () => {
      const found = await inPreview(words);
      seen = await found
        .evaluate(
          (element) => ({
            title: element.getAttribute('title') ?? '',
            decoration: window.getComputedStyle(element).textDecoration,
          }),
          undefined,
          { timeout: 2_000 },
        )
        .catch(() => undefined);
      return seen !== undefined;
    },
    () => `${words} is not there to be read`,
  );
  return seen;
}

/** The citation in the preview that reads so, once there is one. */
async function inPreview(words) {
  let found;
  await until(
    async () => {
      for (const frame of page.frames()) {
        const shown = frame.locator('.pincite-reference', { hasText: words }).first();
        if (await shown.isVisible().catch(() => false)) found = shown;
      }
      return found !== undefined;
    },
    async () =>
      `no preview shows ${words}: ${(await Promise.all(page.frames().map(textOf))).join('\n---\n')}`,
  );
  return found;
}

function textOf(frame) {
  return frame
    .locator('body')
    .innerText({ timeout: 1000 })
    .then(
      (text) => `${frame.url()}\n${text.slice(0, 500)}`,
      (error) => `${frame.url()}: ${String(error).slice(0, 200)}`,
    );
}
