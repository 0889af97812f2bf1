import * as vscode from 'vscode';
import {
  PrepareRenameRequest,
  ResponseError,
  type LanguageClient,
  type Middleware,
} from 'vscode-languageclient/node';
import { isDraft } from '../languages.ts';

/**
 * What the server refuses to rename nobody else shall: VS Code would ask its own Markdown support next, which takes the
 * whole bracket for a link and would write the new key in its place.
 */
export function renameMiddleware(client: () => LanguageClient): Middleware {
  return {
    prepareRename: async (document, position, token) => {
      const { code2ProtocolConverter: toProtocol, protocol2CodeConverter: toCode } = client();
      const params = {
        textDocument: toProtocol.asTextDocumentIdentifier(document),
        position: toProtocol.asPosition(position),
      };
      try {
        const place = await client().sendRequest(PrepareRenameRequest.type, params, token);
        if (place && 'range' in place)
          return { range: toCode.asRange(place.range), placeholder: place.placeholder };
      } catch (error) {
        const word = isDraft(document) ? document.getWordRangeAtPosition(position, KEY) : undefined;
        if (!(error instanceof ResponseError) || word === undefined) throw error;
        // Who says yes here is asked for the changes, and nobody else is: they will be none.
        tell(error);
        return { range: word, placeholder: document.getText(word) };
      }
      throw new Error(vscode.l10n.t('There is no citation key here.'));
    },
    provideRenameEdits: async (document, position, newName, token, next) => {
      try {
        return await next(document, position, newName, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        tell(error);
        return new vscode.WorkspaceEdit();
      }
    },
  };
}

/** What may be a key; the server knows better, and has refused. */
const KEY = /[^\s@{}[\];,，；#()]+/;

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
}
