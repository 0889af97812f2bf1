import * as vscode from 'vscode';

/**
 * Statement files have a language of their own, for which VS Code offers no Markdown preview button; the preview
 * itself renders any file, so this asks for it by name.
 */
export function registerStatementPreview(): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.openPreview', async (target?: unknown) => {
    const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
    if (uri) await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  });
}
