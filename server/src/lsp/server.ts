import * as l10n from '@vscode/l10n';
import {
  DidChangeConfigurationNotification,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexStore } from '../service/index-store.ts';
import type { Machine } from '../service/machine.ts';
import { isPinFile } from '../service/pin-file.ts';
import { createService } from '../service/service.ts';
import { isSourceMatter } from '../service/sources.ts';
import type { Warn } from '../service/warn.ts';
import { knowsRelatedPlaces, registerDiagnostics, type DiagnosticsFeature } from './diagnostics.ts';
import { tellOfDocuments } from './documents.ts';
import {
  changedFolders,
  clientWatches,
  readOwnOptions,
  serverCapabilities,
  workspaceFoldersOf,
} from './initialization.ts';
import { createKeptBibliography, keptFiles } from './kept-bibliography.ts';
import { createLoadProgress } from './load-progress.ts';
import { createLog } from './log.ts';
import { noteSettingsOf } from './note-settings.ts';
import { corpusChangedNotification } from './protocol.ts';
import { registerRequests, type Following } from './requests.ts';
import { rootsOf } from './roots.ts';
import { createRunner } from './runner.ts';
import { send } from './send.ts';
import { namesOtherCorpus, readSettings, type Settings } from './settings.ts';
import { createTelling } from './telling.ts';
import { normaliseUri } from './uri.ts';
import { createWatching, type Watching, type WatchFolders } from './watching.ts';

/** What the server needs of the machine it runs on. */
export interface Host extends Omit<Machine, 'indexStore'> {
  /** Keeps the index in a folder; `warn` is told what goes wrong, for the log. */
  readonly createIndexStore: (folder: string, warn: Warn) => IndexStore;
  readonly watchFolders: WatchFolders;
  /** The user's home folder, as a path. */
  readonly home: string;
  /** The shipped corpus, as a URI; `undefined` where none is found. */
  readonly shippedCorpus: string | undefined;
  /** The texts of a language that ship with the server; empty for one that does not. */
  readonly bundle: (locale: string) => Readonly<Record<string, string>>;
}

/** Puts the server together on a connection. The caller listens. */
export function startServer(connection: Connection, host: Host): void {
  const log = createLog(connection);
  /** For what a client may refuse: the server goes on without it. */
  const failed = (what: string) => (error: unknown) => {
    log.error('client.refused', { what, error: String(error) });
  };
  let indexStore: IndexStore | undefined;
  const warn: Warn = (event, details) => {
    log.error(event, details);
  };
  const service = createService({ ...host, warn, indexStore: () => indexStore });
  const run = createRunner(log);
  const documents = new TextDocuments(TextDocument);
  const draft = (uri: string) => service.drafts.open(normaliseUri(uri));

  let settings: Settings = readSettings({});
  let diagnostics: DiagnosticsFeature | undefined;
  let following: Following | undefined;
  let folders: readonly string[] = [];
  let shipped = host.shippedCorpus;
  let initial: Settings = settings;
  let capabilities: InitializeParams['capabilities'] = {};
  let watching: Watching | undefined;
  let showProgress: (loading: Promise<void>) => void = () => undefined;

  const loadRoots = async (): Promise<void> => {
    const roots = rootsOf(settings, folders, host.home, shipped);
    telling.changed();
    const loading = service.loader.load(roots);
    showProgress(loading);
    await Promise.all([loading, watching?.watch(roots).catch(failed('watch'))]);
    log.info('corpus.loaded', { roots: roots.length, statements: service.status().statements });
    telling.changed();
  };

  const telling = createTelling(
    () => {
      send(() => connection.sendNotification(corpusChangedNotification));
      diagnostics?.allChanged();
      following?.changed();
    },
    () => void service.saveIndex(),
  );
  service.onCorpusChange(() => {
    telling.changed();
  });

  const kept = createKeptBibliography({
    ...{ connection, service, log },
    files: () => keptFiles(settings.bibliographyPath, folders, host.home),
    written: () => diagnostics?.allChanged(),
  });
  const diagnosticsOptions = () => ({ ...settings, kept: kept.uris() });

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    const options = readOwnOptions(params.initializationOptions);
    l10n.config({ contents: { ...host.bundle(options.locale ?? params.locale ?? 'en'), ...options.l10n } });
    shipped = options.defaultCorpus ?? shipped;
    if (options.storagePath !== undefined) indexStore = host.createIndexStore(options.storagePath, warn);
    initial = readSettings(params.initializationOptions);
    settings = initial;
    folders = workspaceFoldersOf(params);
    watching = createWatching(connection, clientWatches(capabilities), host.watchFolders, (uri) => {
      void filesChanged([uri]);
    });
    diagnostics = registerDiagnostics({
      ...{ connection, service, run, draft },
      settings: diagnosticsOptions,
      openUris: () => documents.keys(),
      pulls: capabilities.textDocument?.diagnostic !== undefined,
      refreshes: capabilities.workspace?.diagnostics?.refreshSupport === true,
      relates: knowsRelatedPlaces(capabilities),
    });
    showProgress = createLoadProgress(connection, service.loader, capabilities);
    following = registerRequests({
      ...{ connection, service, run, draft, capabilities, settings: () => settings },
      noteSettings: () => noteSettingsOf(settings, folders, host.home),
      ...{ documents: () => documents.all(), diagnosticsOptions },
      pinned: () => diagnostics?.allChanged(),
    });
    return {
      serverInfo: { name: 'pincite' },
      capabilities: serverCapabilities(capabilities),
    };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      const options = { section: 'pincite' };
      await connection.client
        .register(DidChangeConfigurationNotification.type, options)
        .catch(failed('configuration'));
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders = changedFolders(folders, event);
        void loadRoots();
      });
    }
    settings = await askSettings();
    await loadRoots();
  });

  /** The client's settings if it answers such questions; else what `initializationOptions` said. */
  const askSettings = async (): Promise<Settings> => {
    if (capabilities.workspace?.configuration !== true) return settings;
    const section: unknown = await connection.workspace
      .getConfiguration('pincite')
      .catch(failed('configuration'));
    return readSettings(section, initial);
  };

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    const before = settings;
    settings =
      capabilities.workspace?.configuration === true ? await askSettings() : readSettings(pushed, initial);
    kept.changed();
    if (namesOtherCorpus(settings, before)) await loadRoots();
    else diagnostics?.allChanged();
    following?.changed();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes.map(({ uri }) => uri)));

  /** A draft that is saved, or pinned, changes nothing in the corpus. */
  const filesChanged = async (changed: readonly string[]): Promise<void> => {
    const uris = changed.map(normaliseUri);
    for (const uri of uris) {
      await service.loader.fileChanged(uri);
      following?.fileChanged(uri);
    }
    if (uris.some(isPinFile)) diagnostics?.allChanged();
    const isDraftMatter = (uri: string): boolean => service.drafts.isDraft(uri) || isPinFile(uri);
    if (uris.some((uri) => isSourceMatter(uri) || !isDraftMatter(uri))) telling.changed();
  };

  connection.onShutdown(() => {
    telling.stop();
    watching?.stop();
    diagnostics?.stop();
    following?.stop();
    kept.stop();
  });

  const hearers = { diagnostics: () => diagnostics, following: () => following, saved: kept.changed };
  tellOfDocuments(documents, { service, ...hearers });
  documents.listen(connection);
}
