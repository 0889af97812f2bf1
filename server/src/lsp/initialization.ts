import {
  TextDocumentSyncKind,
  type InitializeParams,
  type ServerCapabilities,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { codeActionOptions } from './code-actions.ts';
import { acceptCommand, type InitializationOptions } from './protocol.ts';
import { normaliseUri } from './uri.ts';

const capabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  codeLensProvider: { resolveProvider: true },
  documentLinkProvider: {},
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: codeActionOptions,
  executeCommandProvider: { commands: [acceptCommand] },
  completionProvider: { triggerCharacters: ['@', ',', '，', ' '] },
  diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What the server tells a client that it can do. */
export function serverCapabilities({ textDocument }: InitializeParams['capabilities']): ServerCapabilities {
  // Clients that cannot ask first know nothing of options.
  const prepares = textDocument?.rename?.prepareSupport === true;
  return { ...capabilities, renameProvider: prepares ? { prepareProvider: true } : true };
}

/** The folders that are open. */
export function workspaceFoldersOf(params: InitializeParams): readonly string[] {
  // Editors that know no workspace folders, Neovim 0.7 among them, send one root.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { workspaceFolders, rootUri } = params;
  return (workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : [])).map(({ uri }) => normaliseUri(uri));
}

/** The folders that are open after some were added or removed. */
export function changedFolders(
  folders: readonly string[],
  { added, removed }: WorkspaceFoldersChangeEvent,
): readonly string[] {
  const gone = removed.map(({ uri }) => normaliseUri(uri));
  return [...folders.filter((uri) => !gone.includes(uri)), ...added.map(({ uri }) => normaliseUri(uri))];
}

/** True for clients that watch any folder on our behalf, those outside the workspace too. */
export function clientWatches({ workspace }: InitializeParams['capabilities']): boolean {
  const watching = workspace?.didChangeWatchedFiles;
  return watching?.dynamicRegistration === true && watching.relativePatternSupport === true;
}

/** What `initializationOptions` may hold besides settings; of a wrong type it is as absent. */
export function readOwnOptions(options: unknown): InitializationOptions {
  if (typeof options !== 'object' || options === null) return {};
  const { defaultCorpus, l10n: texts, locale, storagePath } = options as Readonly<Record<string, unknown>>;
  return {
    // A folder here, a switch among the settings.
    ...(typeof defaultCorpus === 'string' && { defaultCorpus }),
    ...(typeof locale === 'string' && { locale }),
    ...(typeof storagePath === 'string' && { storagePath }),
    ...(isRecord(texts) && { l10n: texts }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
