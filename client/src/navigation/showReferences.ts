import * as vscode from 'vscode';
import { showReferencesCommand, type ShowReferencesArguments } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../corpus/places.ts';

/** What a click on “cited 3 times” does: the places that cite a passage, in VS Code's own list. */
export function registerShowReferences(): vscode.Disposable {
  return vscode.commands.registerCommand(
    showReferencesCommand,
    (...[uri, position, places]: ShowReferencesArguments) =>
      vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        new vscode.Position(position.line, position.character),
        places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range))),
      ),
  );
}
