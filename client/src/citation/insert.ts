import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { choosePassage } from '../picker/choosePassage.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import { isTreeNode } from '../tree/treeNode.ts';
import { citationOf } from './copy.ts';
import { followDrafts } from './drafts.ts';
import { needsSpaceAfter } from './spacing.ts';

/** A draft and its cursors, as they were before the list of passages covered them. */
interface Target {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selections: readonly vscode.Selection[];
}

/** Insert Citation, from the tree or with the list of passages. */
export function registerInsertCitation(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  const drafts = followDrafts();
  const command = vscode.commands.registerCommand('pincite.insertCitation', async (argument?: unknown) => {
    const draft = drafts.current();
    if (draft === undefined) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Open a Markdown file first, and put the cursor where the citation is to stand.'),
      );
      return;
    }
    const target: Target = {
      document: draft.document,
      viewColumn: draft.viewColumn,
      selections: [...draft.selections],
    };
    const passage = isTreeNode(argument)
      ? argument
      : await choosePassage(corpus, recent, {
          title: vscode.l10n.t('Insert Citation'),
          placeholder: vscode.l10n.t('Words of the passage to cite, or an address such as 四.3'),
        });
    if (passage === undefined) return;
    const citation = await citationOf(corpus, passage);
    if (citation === undefined) return;
    recent.add(passage);
    await insert(target, citation);
  });
  return vscode.Disposable.from(drafts, command);
}

/**
 * One edit, so that one undo takes it back. Selected words stay: they are usually the quotation that the citation
 * belongs to, and it goes after them.
 */
async function insert({ document, viewColumn, selections }: Target, citation: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    preview: false,
  });
  // With the cursors at the ends of the selections each of them moves behind what is inserted there.
  editor.selections = selections.map(({ end }) => new vscode.Selection(end, end));
  await editor.edit((edit) => {
    for (const { end } of selections) {
      const before = document.lineAt(end.line).text.slice(0, end.character);
      edit.insert(end, needsSpaceAfter(before) ? ` ${citation}` : citation);
    }
  });
}
