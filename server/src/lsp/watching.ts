import { DidChangeWatchedFilesNotification, WatchKind, type Connection } from 'vscode-languageserver';
import { origins } from '../core/corpus.ts';
import type { Root } from '../service/root.ts';

/** Watches folders on behalf of clients that cannot; returns the way to stop. */
export type WatchFolders = (folders: readonly string[], changed: (uri: string) => void) => () => void;

export interface Watching {
  /** Watches these folders from now on, and no others. */
  watch(roots: readonly Root[]): Promise<void>;
  stop(): void;
}

interface Stop {
  dispose(): void;
}

/** Has the client watch every root, or watches them itself where the client cannot. */
export function createWatching(
  connection: Connection,
  clientWatches: boolean,
  watchFolders: WatchFolders,
  changed: (uri: string) => void,
): Watching {
  let current: Stop | undefined;
  /** A registration takes time: one is made after the other, so that none is forgotten. */
  let last: Promise<void> = Promise.resolve();
  const stop = (): void => {
    current?.dispose();
    current = undefined;
  };
  const start = async (roots: readonly Root[]): Promise<void> => {
    stop();
    if (clientWatches) {
      const watchers = roots.flatMap(watchersOf);
      current = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    } else {
      const folders = roots.map(({ uri }) => uri);
      current = { dispose: watchFolders(folders, changed) };
    }
  };
  return {
    watch: (roots) => {
      const next = last.then(() => start(roots));
      last = next.catch(() => undefined);
      return next;
    },
    // What the client watches ends with the client.
    stop: () => {
      if (!clientWatches) stop();
    },
  };
}

/** In the workspace statements, drafts and their pins are watched, in a corpus folder every text. */
function watchersOf({ uri, origin }: Root) {
  const pattern = origin === origins.workspace ? '**/*.{md,markdown,qmd,rmd,Rmd}' : '**/*.{md,txt}';
  return [
    { globPattern: { baseUri: uri, pattern } },
    ...(origin === origins.workspace ? [{ globPattern: { baseUri: uri, pattern: '**/*.pins.json' } }] : []),
    // What the witnesses of statements are read from.
    { globPattern: { baseUri: uri, pattern: '**/{sources/**,furniture.yaml}' } },
    // Of a folder that is deleted the folder alone is told, and it matches no such pattern.
    { globPattern: { baseUri: uri, pattern: '**' }, kind: WatchKind.Delete },
  ];
}
