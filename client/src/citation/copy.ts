import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { passageAtCursor } from '../navigation/passageAtCursor.ts';
import { pickPassage } from '../picker/passagePicker.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import type { NodeName } from '../tree/ancestry.ts';
import { isTreeNode } from '../tree/treeNode.ts';

const MESSAGE_MS = 5000;

/** Copy Citation: of the node in the tree, else of the passage under the cursor, else of one that the user finds. */
export function registerCopyCitation(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.copyCitation', async (argument?: unknown) => {
    const passage = isTreeNode(argument)
      ? argument
      : ((await passageAtCursor(corpus)) ?? (await choose(corpus, recent)));
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

async function choose(corpus: Corpus, recent: RecentPassages): Promise<NodeName | undefined> {
  const picked = await pickPassage(corpus, recent, {
    title: vscode.l10n.t('Copy Citation'),
    placeholder: vscode.l10n.t('Words of the passage to cite, or an address such as 四.3'),
  });
  await picked?.comeBack();
  if (picked) recent.add(picked.row);
  return picked?.row;
}
