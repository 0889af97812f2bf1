import { watch } from 'chokidar';
import { isAbsolute, relative } from 'node:path';
import { URI } from 'vscode-uri';
import type { WatchFolders } from '../lsp/watching.ts';

const TEXT = /\.(?:md|txt)$/i;
const SKIPPED = /(?:^|[/\\])(?:\.[^./\\][^/\\]*|node_modules)(?:[/\\]|$)/;
/** File times may lag behind the clock by this much. */
const CLOCK_SLACK = 1000;

/** Watches with chokidar; hidden folders and `node_modules` are left out, as they are when folders are read. */
export const watchDisk: WatchFolders = (folders, changed) => {
  const roots = folders.map((uri) => URI.parse(uri).fsPath);
  const started = Date.now() - CLOCK_SLACK;
  let isReady = false;
  const watcher = watch(roots, {
    alwaysStat: true,
    ignored: (path, stats) =>
      (stats?.isFile() === true && !TEXT.test(path)) || roots.every((root) => isOutside(path, root)),
  });
  watcher.on('ready', () => {
    isReady = true;
  });
  watcher.on('all', (event, path, stats) => {
    if (!TEXT.test(path)) return;
    // What was there from the start is read without being told; what came since may have been missed.
    const isOld = stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) < started;
    if (isReady || event !== 'add' || !isOld) changed(URI.file(path).toString());
  });
  // A folder that cannot be watched is still read; `Reload Corpus` brings it up to date.
  watcher.on('error', () => undefined);
  return () => {
    void watcher.close();
  };
};

/**
 * True for what is neither below a root nor leads to it. A root itself may lie in a hidden folder, as installed
 * extensions do, and one that does not exist yet is seen from the folders above it.
 */
function isOutside(path: string, root: string): boolean {
  const below = relative(root, path);
  if (!below.startsWith('..') && !isAbsolute(below)) return SKIPPED.test(below);
  const above = relative(path, root);
  return above.startsWith('..') || isAbsolute(above);
}
