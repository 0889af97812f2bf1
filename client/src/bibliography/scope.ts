import * as vscode from 'vscode';
import type { BibliographyParams } from '../../../server/src/lsp/protocol.ts';
import type { DraftPlace } from '../citation/drafts.ts';
import { toProtocolRange } from '../corpus/places.ts';

/** What a bibliography is of. */
export type ScopeName = 'selection' | 'document' | 'workspace';

export interface Scope {
  readonly name: ScopeName;
  readonly label: string;
  readonly description?: string;
  readonly params: Omit<BibliographyParams, 'format'>;
  /** Where its file would be looked for, and under what name, without an extension. */
  readonly file: vscode.Uri | undefined;
}

/** What can be exported now: of the draft in front if there is one, and of the workspace if a folder is open. */
export function scopes(draft: DraftPlace | undefined): Scope[] {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const found: Scope[] = [];
  if (draft !== undefined) {
    const { document, selections } = draft;
    const uri = document.uri.toString();
    const name = vscode.workspace.asRelativePath(document.uri);
    const file = document.isUntitled
      ? folder && vscode.Uri.joinPath(folder.uri, 'references')
      : vscode.Uri.joinPath(document.uri, '..', `${stemOf(document.uri)}-references`);
    const selection = selections.find((each) => !each.isEmpty);
    if (selection !== undefined) {
      found.push({
        name: 'selection',
        label: vscode.l10n.t('What is selected'),
        description: name,
        params: { uri, range: toProtocolRange(selection) },
        file,
      });
    }
    found.push({
      ...{ name: 'document', label: vscode.l10n.t('This document'), description: name, file },
      params: { uri },
    });
  }
  if (folder !== undefined) {
    found.push({
      ...{ name: 'workspace', label: vscode.l10n.t('The workspace'), params: {} },
      file: vscode.Uri.joinPath(folder.uri, 'references'),
    });
  }
  return found;
}

/** The name of a file without its extension. */
function stemOf({ path }: vscode.Uri): string {
  const name = path.split('/').at(-1) ?? '';
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
