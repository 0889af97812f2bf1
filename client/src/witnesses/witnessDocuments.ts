import * as vscode from 'vscode';
import type { WitnessTextParams } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { Disposable } from '../disposable.ts';

const SCHEME = 'pincite-witness';

/** The document of a witness's text, or of the edited text; `name` is what an editor's tab shows of it. */
export function witnessUri(params: WitnessTextParams, name: string): vscode.Uri {
  // The ending tells the language, and so that long lines are wrapped.
  const path = `/${params.key}/${name.replaceAll('/', '·')}.pincite-witness`;
  return vscode.Uri.from({ scheme: SCHEME, path, query: JSON.stringify(params) });
}

/** Read-only documents with what the server says; they follow the corpus. */
export function provideWitnessDocuments(corpus: Corpus): Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }, token) => {
      const answer = await corpus.witnessText(JSON.parse(query) as WitnessTextParams, token);
      return answer?.text ?? '';
    },
  });
  const listener = corpus.onDidChange(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
  });
  return vscode.Disposable.from(provider, listener, changed);
}
