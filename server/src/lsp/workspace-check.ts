import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import type { DiagnosticsOptions } from '../service/diagnostics.ts';
import type { Draft } from '../service/draft.ts';
import type { Service } from '../service/service.ts';
import { toDiagnostic } from './convert.ts';
import { checkWorkspaceRequest, type CheckWorkspaceParams, type CheckWorkspaceResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import { send } from './send.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => DiagnosticsOptions;
}

/** What was sent of drafts that are not open. */
export interface WorkspaceCheck {
  /** A document was opened: its own diagnostics tell from now on. */
  opened(uri: string): void;
  /** A document was closed, a file created, changed or deleted, or a folder deleted. */
  fileChanged(uri: string): void;
  /** The corpus or the settings changed: what was found may read differently. */
  allChanged(): void;
  /** The client leaves: nothing more is sent. */
  stop(): void;
}

/** Long enough for a change of many files to be looked at as one. */
const DELAY = 300;

/** Checks all drafts of the workspace on command, and keeps in step what it has sent of those that are not open. */
export function registerWorkspaceCheck({ connection, service, run, settings }: Context): WorkspaceCheck {
  /** The drafts of the last check, with how much was sent of each. */
  const sent = new Map<string, number>();
  let isOver = false;

  const publish = (uri: string, diagnostics: Diagnostic[]): void => {
    if (isOver || (diagnostics.length === 0 && (sent.get(uri) ?? 0) === 0)) return;
    sent.set(uri, diagnostics.length);
    send(() => connection.sendDiagnostics({ uri, diagnostics }));
  };
  const isOpen = (uri: string): boolean => service.drafts.open(uri) !== undefined;
  const check = async (draft: Draft): Promise<number> => {
    // Of files that are not open nobody sees hints.
    const found = (await service.diagnostics(draft, settings())).filter(
      ({ severity }) => severity !== 'hint',
    );
    if (!isOpen(draft.uri)) publish(draft.uri, found.map(toDiagnostic));
    return found.length;
  };

  const checkAll = async (
    { workDoneToken }: CheckWorkspaceParams,
    token?: CancellationToken,
  ): Promise<CheckWorkspaceResult> => {
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    progress.begin(l10n.t('Pincite: checking drafts'), 0, l10n.t('reading statements'), true);
    const counts = { drafts: 0, checked: 0, findings: 0, draftsWithFindings: 0 };
    const isCancelled = (): boolean => isOver || token?.isCancellationRequested === true;
    try {
      await untilCancelled(service.loader.finished(), token);
      if (isCancelled()) return counts;
      const drafts = await service.drafts.list({ fresh: true });
      counts.drafts = drafts.length;
      for (const draft of drafts) {
        progress.report(
          (counts.checked / drafts.length) * 100,
          l10n.t('{0} of {1} files', counts.checked + 1, drafts.length),
        );
        // Cancelling, and what an editor asks meanwhile, has its turn.
        await new Promise(setImmediate);
        if (isCancelled()) return counts;
        if (!sent.has(draft.uri)) sent.set(draft.uri, 0);
        const found = await check(draft);
        counts.checked++;
        counts.findings += found;
        if (found > 0) counts.draftsWithFindings++;
      }
      const listed = new Set(drafts.map(({ uri }) => uri));
      for (const uri of [...sent.keys()]) if (!listed.has(uri)) forget(uri);
      return counts;
    } finally {
      progress.done();
    }
  };
  connection.onRequest(
    checkWorkspaceRequest,
    run<CheckWorkspaceParams | null, CheckWorkspaceResult | null>('checkWorkspace', null, (params, token) =>
      checkAll(params ?? {}, token),
    ),
  );

  const forget = (uri: string): void => {
    publish(uri, []);
    sent.delete(uri);
  };

  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checkDue = async (): Promise<void> => {
    timer = undefined;
    const uris = [...due];
    due.clear();
    const drafts = new Map((await service.drafts.list()).map((draft) => [draft.uri, draft]));
    for (const uri of uris) {
      const draft = drafts.get(uri);
      if (draft === undefined) forget(uri);
      else if (!isOpen(uri)) await check(draft);
    }
  };
  const schedule = (uris: readonly string[]): void => {
    for (const uri of uris) due.add(uri);
    if (due.size > 0 && !isOver) timer ??= setTimeout(() => void checkDue().catch(() => undefined), DELAY);
  };
  return {
    opened: (uri) => {
      publish(uri, []);
    },
    fileChanged: (uri) => {
      schedule([...sent.keys()].filter((each) => each === uri || each.startsWith(`${uri}/`)));
    },
    allChanged: () => {
      schedule([...sent].filter(([, count]) => count > 0).map(([uri]) => uri));
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Waits for something, or until nobody wants it any more. */
async function untilCancelled(work: Promise<void>, token: CancellationToken | undefined): Promise<void> {
  if (token === undefined) return work;
  let listening: { dispose(): void } | undefined;
  const cancelled = new Promise<void>((resolve) => {
    listening = token.onCancellationRequested(() => {
      resolve();
    });
  });
  await Promise.race([work, cancelled]);
  listening?.dispose();
}
