import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { pickPassage, pickSection } from '../picker/passagePicker.ts';
import type { PassageRow } from '../picker/passageRows.ts';
import type { Picked } from '../picker/livePicker.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import { openPassage } from './openPassage.ts';

/** Go to Passage and Go to Section. */
export function registerGoTo(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  const go = async (picked: Picked<PassageRow> | undefined): Promise<void> => {
    if (picked === undefined) return;
    await picked.stay();
    const [row] = picked.rows;
    recent.add(row);
    await openPassage(row.place);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pincite.goToPassage', async () => {
      const title = vscode.l10n.t('Go to Passage');
      const placeholder = vscode.l10n.t('Words of the passage, or an address such as 四.3');
      await go(await pickPassage(corpus, recent, { title, placeholder }));
    }),
    vscode.commands.registerCommand('pincite.goToSection', async () => {
      const title = vscode.l10n.t('Go to Section');
      const placeholder = vscode.l10n.t('Words of a title or heading');
      await go(await pickSection(corpus, { title, placeholder }));
    }),
  );
}
