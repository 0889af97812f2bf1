// What a person sees, driven through the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbenchUnderTest } from '../run.mjs';
import { typeInPalette, waitForRow } from '../../../scripts/host/workbench.mjs';

/** @type {import('../../../scripts/host/workbench.mjs').Workbench} */
let workbench;
before(async () => void (workbench = await openWorkbenchUnderTest()));
after(() => workbench?.close());

test('the palette offers the commands of the extension', async () => {
  await typeInPalette(workbench.page, 'Pincite: ');
  const rows = await waitForRow(workbench.page, (row) => row.label.startsWith('Pincite: '));
  assert.ok(rows.length > 0);
  await workbench.page.keyboard.press('Escape');
});
