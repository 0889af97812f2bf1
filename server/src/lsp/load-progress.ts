import * as l10n from '@vscode/l10n';
import type { Connection, InitializeParams, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Loader } from '../service/loader.ts';

/** A corpus that is read sooner than this shows no progress. */
const PATIENCE = 1000;
const INTERVAL = 200;

/** Shows how far reading has come, with a way to stop it, to clients that can show it. */
export function createLoadProgress(
  connection: Connection,
  loader: Loader,
  capabilities: InitializeParams['capabilities'],
): (loading: Promise<void>) => void {
  if (capabilities.window?.workDoneProgress !== true) return () => undefined;
  let shown: Promise<void> | undefined;
  return (loading) => {
    // One display for whatever is being read: a later load goes on where the earlier one was.
    shown ??= show(connection, loader, loading)
      .catch(() => undefined)
      .finally(() => {
        shown = undefined;
      });
  };
}

async function show(connection: Connection, loader: Loader, loading: Promise<void>): Promise<void> {
  const isOver = await Promise.race([loading.then(() => true), wait(PATIENCE).then(() => false)]);
  if (isOver) return;
  const reporter: WorkDoneProgressServerReporter = await connection.window.createWorkDoneProgress();
  reporter.begin(l10n.t('Pincite: reading statements'), 0, undefined, true);
  reporter.token.onCancellationRequested(() => {
    loader.stop();
  });
  while (loader.isLoading()) {
    const { done, total } = loader.progress() ?? { done: 0, total: 0 };
    if (total > 0) reporter.report((done / total) * 100, l10n.t('{0} of {1} files', done, total));
    await Promise.race([loading, wait(INTERVAL)]);
  }
  reporter.done();
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
