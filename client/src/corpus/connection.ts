import * as vscode from 'vscode';
import { LanguageClient, TransportKind, WorkDoneProgress, type WorkDoneProgressBegin } from 'vscode-languageclient/node';
import {
  authoritiesRequest,
  bibliographyRequest,
  checkWorkspaceRequest,
  composeRequest,
  corpusChangedNotification,
  locateRequest,
  passageAtRequest,
  pinRequest,
  previewRequest,
  provenanceRequest,
  quotationsRequest,
  reloadRequest,
  searchRequest,
  sectionsRequest,
  statusRequest,
  treeRequest,
  witnessTextRequest,
  writeRequest,
  type AuthoritiesParams,
  type AuthoritiesResult,
  type BibliographyParams,
  type BibliographyResult,
  type CheckWorkspaceResult,
  type ComposeParams,
  type ComposeResult,
  type FoundSection,
  type InitializationOptions,
  type LocateParams,
  type LocateResult,
  type PassageAt,
  type PassageAtParams,
  type PinParams,
  type PinResult,
  type PreviewParams,
  type PreviewResult,
  type Provenance,
  type ProvenanceParams,
  type QuotationsParams,
  type QuotationsResult,
  type SearchParams,
  type SearchResult,
  type SectionsParams,
  type Status,
  type TreeNode,
  type TreeParams,
  type WitnessText,
  type WitnessTextParams,
  type WriteParams,
  type WriteResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Disposable } from '../disposable.ts';
import { documentSelector } from '../languages.ts';
import { renameMiddleware } from '../navigation/renaming.ts';

/** The statements, as the server tells of them. Every answer is `undefined` if the request was cancelled or failed. */
export interface Corpus extends Disposable {
  search(params: SearchParams, token?: vscode.CancellationToken): Promise<SearchResult | undefined>;
  sections(params: SectionsParams, token?: vscode.CancellationToken): Promise<readonly FoundSection[] | undefined>;
  tree(params: TreeParams, token?: vscode.CancellationToken): Promise<readonly TreeNode[] | undefined>;
  /** `null` where there is no passage. */
  passageAt(params: PassageAtParams, token?: vscode.CancellationToken): Promise<PassageAt | null | undefined>;
  /** The edits that write a citation or a quotation into a draft. */
  write(params: WriteParams, token?: vscode.CancellationToken): Promise<WriteResult | undefined>;
  /** The same as text for a clipboard. */
  compose(params: ComposeParams, token?: vscode.CancellationToken): Promise<ComposeResult | undefined>;
  /** The passages that hold a text word for word. */
  locate(params: LocateParams, token?: vscode.CancellationToken): Promise<LocateResult | undefined>;
  /** `null` if there is no such passage. */
  provenance(params: ProvenanceParams, token?: vscode.CancellationToken): Promise<Provenance | null | undefined>;
  /** `null` if there is no such text. */
  witnessText(params: WitnessTextParams, token?: vscode.CancellationToken): Promise<WitnessText | null | undefined>;
  /** How the citations of a text are shown where it is rendered. */
  preview(params: PreviewParams, token?: vscode.CancellationToken): Promise<PreviewResult | undefined>;
  /** `null` for a document that is not open. */
  authorities(params: AuthoritiesParams, token?: vscode.CancellationToken): Promise<AuthoritiesResult | null | undefined>;
  /** Waits until the statements are read. `null` if there is no such draft. */
  bibliography(params: BibliographyParams, token?: vscode.CancellationToken): Promise<BibliographyResult | null | undefined>;
  /** What the quotations of an open draft are worth; `null` for what is no draft. */
  quotations(params: QuotationsParams, token?: vscode.CancellationToken): Promise<QuotationsResult | null | undefined>;
  /** Writes what an open draft sees beside it; `null` for what is no draft. */
  pin(params: PinParams): Promise<PinResult | null | undefined>;
  /** Checks all drafts of the workspace. If it is cancelled, tells what has been checked until then. */
  checkWorkspace(report: (progress: WorkDone) => void, token: vscode.CancellationToken): Promise<CheckWorkspaceResult | undefined>;
  status(token?: vscode.CancellationToken): Promise<Status | undefined>;
  /** Resolves when every folder has been read again; `false` if that failed. */
  reload(): Promise<boolean>;
  /** Statements came, went or changed, or the problems with them did. */
  readonly onDidChange: vscode.Event<void>;
}

/** How far something has come: a sentence, and a share of a hundred. */
export type WorkDone = Partial<Pick<WorkDoneProgressBegin, 'message' | 'percentage'>>;

/** Starts the server; requests wait until it is up. */
export function connect(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Corpus {
  const changed = new vscode.EventEmitter<void>();
  const client = createClient(context, log);
  client.onNotification(corpusChangedNotification, () => {
    changed.fire();
  });
  client.start().catch((error: unknown) => {
    log.error('server-start-failed', String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Pincite cannot start its language server. “Pincite: Show Log” tells more.'),
    );
  });

  let checks = 0;
  const request = async <Result>(method: string, params: unknown, token?: vscode.CancellationToken) => {
    try {
      // An absent token would be sent as one more parameter.
      const result = await (token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params));
      return token?.isCancellationRequested === true ? undefined : result;
    } catch (error) {
      if (token?.isCancellationRequested !== true) log.warn('request-failed', { method, error: String(error) });
      return undefined;
    }
  };
  return {
    search: (params, token) => request<SearchResult>(searchRequest, params, token),
    sections: (params, token) => request<readonly FoundSection[]>(sectionsRequest, params, token),
    tree: (params, token) => request<readonly TreeNode[]>(treeRequest, params, token),
    passageAt: (params, token) => request<PassageAt | null>(passageAtRequest, params, token),
    write: (params, token) => request<WriteResult>(writeRequest, params, token),
    compose: (params, token) => request<ComposeResult>(composeRequest, params, token),
    locate: (params, token) => request<LocateResult>(locateRequest, params, token),
    provenance: (params, token) => request<Provenance | null>(provenanceRequest, params, token),
    witnessText: (params, token) => request<WitnessText | null>(witnessTextRequest, params, token),
    preview: (params, token) => request<PreviewResult>(previewRequest, params, token),
    authorities: (params, token) => request<AuthoritiesResult | null>(authoritiesRequest, params, token),
    bibliography: (params, token) => request<BibliographyResult | null>(bibliographyRequest, params, token),
    quotations: (params, token) => request<QuotationsResult | null>(quotationsRequest, params, token),
    pin: (params) => request<PinResult | null>(pinRequest, params),
    checkWorkspace: async (report, token) => {
      const workDoneToken = `pincite-check-${String(++checks)}`;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
        if (progress.kind !== 'end') report(progress);
      });
      try {
        return (await client.sendRequest<CheckWorkspaceResult | null>(checkWorkspaceRequest, { workDoneToken }, token)) ?? undefined;
      } catch (error) {
        log.warn('request-failed', { method: checkWorkspaceRequest, error: String(error) });
        return undefined;
      } finally {
        listening.dispose();
      }
    },
    status: async (token) => (await request<Status | null>(statusRequest, {}, token)) ?? undefined,
    reload: async () => (await request<unknown>(reloadRequest, {})) !== undefined,
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
      void client.dispose();
    },
  };
}

function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const initializationOptions: InitializationOptions = {
    defaultCorpus: context.asAbsolutePath('corpus'),
    locale: vscode.env.language,
    // A window without a workspace has no storage of its own.
    storagePath: (context.storageUri ?? context.globalStorageUri).fsPath,
    ...(vscode.l10n.bundle && { l10n: vscode.l10n.bundle }),
  };
  const client: LanguageClient = new LanguageClient(
    'pincite',
    'Pincite',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    {
      documentSelector,
      initializationOptions: { ...initializationOptions },
      outputChannel: log,
      middleware: renameMiddleware(() => client),
    },
  );
  return client;
}
