import { allQuickPickRows, runCommand, until, waitForRow } from '../../../scripts/host/workbench.mjs';

/** Waits until every statement has been read: a list shows what has been read when it is asked. */
export async function corpusIsRead(page) {
  const input = page.locator('.quick-input-widget input.input');
  await runCommand(page, 'Pincite: Go to Passage…');
  let labels = [];
  await until(
    async () => {
      await input.fill('');
      await waitForRow(page, ({ separator }) => separator === 'statements and sections');
      await input.fill('双方');
      await waitForRow(page, ({ label, separator }) => separator === '' && label.includes('双方'));
      labels = (await allQuickPickRows(page)).map(({ label }) => label);
      return labels.at(-1)?.endsWith('type more to narrow them');
    },
    () => `the last row of the list is ${JSON.stringify(labels.at(-1))}`,
  );
  await page.keyboard.press('Escape');
  await input.waitFor({ state: 'hidden' });
}
