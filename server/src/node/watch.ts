import { watch } from 'chokidar';
import { URI } from 'vscode-uri';
import type { WatchFolders } from '../lsp/watching.ts';

/** Watches with chokidar; hidden folders and `node_modules` are left out, as they are when folders are read. */
export const watchDisk: WatchFolders = (folders, changed) => {
  const watcher = watch(
    folders.map((uri) => URI.parse(uri).fsPath),
    { ignoreInitial: true, ignored: /(?:^|[/\\])(?:\.[^/\\]+|node_modules)(?:[/\\]|$)/ },
  );
  watcher.on('all', (_event, path) => {
    if (/\.(?:md|txt)$/i.test(path)) changed(URI.file(path).toString());
  });
  return () => {
    void watcher.close();
  };
};
