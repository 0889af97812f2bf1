import {
  DocumentDiagnosticReportKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
} from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import type { DiagnosticsOptions } from '../service/diagnostics.ts';
import type { Draft } from '../service/draft.ts';
import type { Service } from '../service/service.ts';
import type { Runner } from './runner.ts';
import { send } from './send.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => DiagnosticsOptions;
  readonly draft: (uri: string) => Draft | undefined;
  readonly openUris: () => readonly string[];
  /** True for clients that ask for diagnostics; to others they are sent. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  /** True for clients that show the places which belong to a diagnostic. */
  readonly relates: boolean;
}

/** A client that says nothing of what it does with diagnostics that are sent may show them whole. */
export function knowsRelatedPlaces({ textDocument }: ClientCapabilities): boolean {
  const published = textDocument?.publishDiagnostics;
  return published === undefined || published.relatedInformation === true;
}

export interface DiagnosticsFeature {
  /** A document changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** The corpus or the settings changed: every open document may read differently. */
  allChanged(): void;
  /** The client leaves: nothing more is sent. */
  stop(): void;
}

/** Long enough to let keystrokes that come together pass as one; with what the longest drafts take, at once. */
const DELAY = 40;

/** Pull diagnostics for clients that know them, push for the others; never both, which would show each twice. */
export function registerDiagnostics(context: Context): DiagnosticsFeature {
  const { connection, service, run, settings, draft, openUris, pulls, refreshes, relates } = context;
  const compute = async (uri: string): Promise<Diagnostic[]> => {
    const text = draft(uri);
    const found = text === undefined ? [] : await service.diagnostics(text, settings());
    return found.map((finding) => toDiagnostic(relates ? finding : { ...finding, related: [] }));
  };
  connection.languages.diagnostics.on(
    run('diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] }, async ({ textDocument }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: await compute(textDocument.uri),
    })),
  );

  const publish = (uri: string, diagnostics: Diagnostic[]): void => {
    send(() => connection.sendDiagnostics({ uri, diagnostics }));
  };

  /** The last question about each document: an answer to one before it comes too late. */
  const asked = new Map<string, symbol>();
  const computeAndPublish = async (uri: string): Promise<void> => {
    const question = Symbol(uri);
    asked.set(uri, question);
    const diagnostics = await compute(uri).catch(() => []);
    if (asked.get(uri) === question) publish(uri, diagnostics);
  };

  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const push = (): void => {
    timer = undefined;
    for (const uri of due) void computeAndPublish(uri);
    due.clear();
  };
  const schedule = (uris: readonly string[]): void => {
    for (const uri of uris) due.add(uri);
    timer ??= setTimeout(push, DELAY);
  };
  return {
    changed: (uri) => {
      if (!pulls) schedule([uri]);
    },
    closed: (uri) => {
      due.delete(uri);
      asked.delete(uri);
      if (!pulls) publish(uri, []);
    },
    allChanged: () => {
      if (!pulls) schedule(openUris());
      else if (refreshes) send(() => connection.languages.diagnostics.refresh());
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
