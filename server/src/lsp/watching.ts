import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import { origins } from '../core/corpus.ts';
import type { Root } from '../service/loader.ts';

/** Watches folders on behalf of clients that cannot; returns the way to stop. */
export type WatchFolders = (folders: readonly string[], changed: (uri: string) => void) => () => void;

interface Stop {
  dispose(): void;
}

/** Has the client watch every root, or watches them itself where the client cannot. */
export function createWatching(
  connection: Connection,
  clientWatches: boolean,
  watchFolders: WatchFolders,
  changed: (uri: string) => void,
): (roots: readonly Root[]) => Promise<void> {
  let stop: Stop = { dispose: () => undefined };
  return async (roots) => {
    stop.dispose();
    if (!clientWatches) {
      stop = {
        dispose: watchFolders(
          roots.map(({ uri }) => uri),
          changed,
        ),
      };
      return;
    }
    const watchers = roots.map(({ uri, origin }) => ({
      globPattern: {
        baseUri: uri,
        pattern: origin === origins.workspace ? '**/*.statement.md' : '**/*.{md,txt}',
      },
    }));
    stop = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
}
