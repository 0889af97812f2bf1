import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toProtocolRange } from '../corpus/places.ts';
import { isStatement } from '../languages.ts';

/** A cursor that runs through the text takes the tree along only where it rests. */
const PAUSE_MS = 200;

/** Keeps the passage being read selected in the tree, while both are in sight; not where the tree itself has led (`isChosen`). */
export function followCursor(
  corpus: Corpus,
  view: vscode.TreeView<TreeNode>,
  isChosen: (editor: vscode.TextEditor) => boolean,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void reveal(corpus, view, isChosen), PAUSE_MS);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    view.onDidChangeVisibility(later),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
}

async function reveal(
  corpus: Corpus,
  view: vscode.TreeView<TreeNode>,
  isChosen: (editor: vscode.TextEditor) => boolean,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (
    editor === undefined ||
    !view.visible ||
    !isStatement(editor.document) ||
    !isWanted() ||
    isChosen(editor)
  )
    return;
  const { document, selection } = editor;
  const uri = document.uri.toString();
  const passage = await corpus.passageAt({ uri, range: toProtocolRange(selection) });
  const node = passage?.path.at(-1);
  const isStale =
    vscode.window.activeTextEditor !== editor || !editor.selection.isEqual(selection) || !view.visible;
  if (node === undefined || isStale) return;
  try {
    await view.reveal(node, { select: true, focus: false, expand: false });
  } catch {
    // The node is gone: the corpus changed meanwhile, and the next movement finds the new one.
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('pincite').get<boolean>('tree.followCursor', true);
}
