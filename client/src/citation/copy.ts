import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { passageInQuestion } from '../picker/choosePassage.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import type { NodeName } from '../tree/ancestry.ts';

const MESSAGE_MS = 5000;

/** Copy Citation: of the node in the tree, else of the passage under the cursor, else of one that the user finds. */
export function registerCopyCitation(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.copyCitation', async (argument?: unknown) => {
    const passage = await passageInQuestion(corpus, recent, argument, {
      title: vscode.l10n.t('Copy Citation'),
      placeholder: vscode.l10n.t('Words of the passage to cite, or an address such as 四.3'),
    });
    if (passage === undefined) return;
    const citation = await citationOf(corpus, passage);
    if (citation === undefined) return;
    await vscode.env.clipboard.writeText(citation);
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Copied {0}', citation)}`, MESSAGE_MS);
  });
}

/** The text of a citation; tells the user and returns `undefined` if there is none. */
export async function citationOf(corpus: Corpus, { key, address }: NodeName): Promise<string | undefined> {
  const citation = await corpus.cite({ key, address });
  if (citation) return citation.text;
  void vscode.window.showWarningMessage(vscode.l10n.t('This passage is no longer in the corpus.'));
  return undefined;
}
