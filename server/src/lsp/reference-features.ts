import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as l10n from '@vscode/l10n';
import type { Draft } from '../service/draft.ts';
import { isRefusal } from '../service/refusal.ts';
import type { FileEdits, Renaming } from '../service/rename.ts';
import type { Service } from '../service/service.ts';
import { authoritiesRequest, type AuthoritiesParams, type AuthoritiesResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import { normaliseUri } from './uri.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly draft: (uri: string) => Draft | undefined;
  /** The open documents, as the client spells their URIs. */
  readonly documents: () => readonly TextDocument[];
  readonly capabilities: ClientCapabilities;
}

/** References, renaming and the table of authorities: what reaches over all drafts of the workspace. */
export function registerReferenceFeatures(context: Context): void {
  const { connection, service, run, draft, documents, capabilities } = context;
  const edits = editSupport(capabilities);
  connection.onReferences(
    run('references', null, async ({ textDocument, position, context: { includeDeclaration } }) => {
      const text = draft(textDocument.uri);
      if (text === undefined) return null;
      const places = await service.workspace.references(
        text,
        text.lines.offsetAt(position),
        includeDeclaration,
      );
      return places.map(({ uri, range }) => ({ uri, range }));
    }),
  );
  // A refusal is an error, which the runner would swallow: it goes around it.
  connection.onPrepareRename(async (params, token) => {
    const place = await run('prepareRename', undefined, ({ textDocument, position }: typeof params) => {
      const text = draft(textDocument.uri);
      return text && service.workspace.renamePlace(text, text.lines.offsetAt(position));
    })(params, token);
    if (place === undefined) return null;
    if (isRefusal(place)) throw refused(place.refused);
    return place;
  });
  connection.onRenameRequest(async (params, token) => {
    const renaming = await run('rename', undefined, ({ textDocument, position, newName }: typeof params) => {
      const text = draft(textDocument.uri);
      const options = { movesFiles: edits.movesFiles };
      return text && service.workspace.rename(text, text.lines.offsetAt(position), newName, options);
    })(params, token);
    if (renaming === undefined) return null;
    if (isRefusal(renaming)) throw refused(renaming.refused);
    return toWorkspaceEdit(renaming, documents(), edits.versions);
  });
  connection.onRequest(
    authoritiesRequest,
    run<AuthoritiesParams, AuthoritiesResult | null>('authorities', null, async ({ uri, format }) => {
      const text = uri === undefined ? undefined : draft(uri);
      if (uri !== undefined && text === undefined) return null;
      const authorities = await service.workspace.authorities(text);
      return {
        text: service.workspace.authoritiesText(authorities, format),
        citations: new Set(authorities.map(({ uri: file, range }) => `${file} ${JSON.stringify(range)}`))
          .size,
      };
    }),
  );
}

interface EditSupport {
  /** True for clients that are told which version of a document an edit is for. */
  readonly versions: boolean;
  readonly movesFiles: boolean;
}

function editSupport({ workspace }: ClientCapabilities): EditSupport {
  const { documentChanges = false, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return { versions: documentChanges, movesFiles: documentChanges && resourceOperations.includes('rename') };
}

function toWorkspaceEdit(
  { files, move }: Renaming,
  documents: readonly TextDocument[],
  versions: boolean,
): WorkspaceEdit {
  const open = new Map(documents.map((document) => [normaliseUri(document.uri), document]));
  const changes = files.map((file) => toTextDocumentEdit(file, open.get(file.uri)));
  if (!versions) {
    return {
      changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])),
    };
  }
  if (move === undefined) return { documentChanges: changes };
  // VS Code may put moves before edits, whatever their order: so that is the order, and the edits know the new name.
  const moved = changes.map((change, index) =>
    files[index]?.uri === move.from ? { ...change, textDocument: { uri: move.to, version: null } } : change,
  );
  const oldUri = open.get(move.from)?.uri ?? move.from;
  return { documentChanges: [{ kind: 'rename', oldUri, newUri: move.to }, ...moved] };
}

function toTextDocumentEdit({ uri, before, edits }: FileEdits, document: TextDocument | undefined) {
  // Not `ContentModified`: clients pass over that without a word, and ask whoever else renames.
  if (document !== undefined && document.getText() !== before)
    throw refused(l10n.t('A file changed meanwhile. Rename the key again.'));
  const textDocument = { uri: document?.uri ?? uri, version: document?.version ?? null };
  return { textDocument, edits: edits.map(({ range, text }) => ({ range, newText: text })) };
}

function refused(message: string): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
