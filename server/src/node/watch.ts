import { watch } from 'chokidar';
import { stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { URI } from 'vscode-uri';
import type { WatchFolders } from '../lsp/watching.ts';
import { diskFiles } from './files.ts';

/** Statements, sources, drafts and their pins, and the list of what belongs to none. */
const TEXT = /\.(?:md|markdown|qmd|rmd|txt|pins\.json)$|[/\\]furniture\.yaml$/i;
const SKIPPED = /(?:^|[/\\])(?:\.[^./\\][^/\\]*|node_modules)(?:[/\\]|$)/;
/** File times may lag behind the clock by this much. */
const CLOCK_SLACK = 1000;
/** By then a folder that has just been seen is being watched. */
const SWEEP_DELAY = 500;

/** Watches with chokidar; hidden folders and `node_modules` are left out, as they are when folders are read. */
export const watchDisk: WatchFolders = (folders, changed) => {
  const roots = folders.map((uri) => URI.parse(uri).fsPath);
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      (stats?.isFile() === true && !TEXT.test(path)) || roots.every((root) => isOutside(path, root)),
  });

  // chokidar reads a folder first and watches it then: what is written in between is looked for once more.
  let since = Date.now() - CLOCK_SLACK;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sweep = async (): Promise<void> => {
    const from = since;
    since = Date.now() - CLOCK_SLACK;
    for (const uri of await filesOf(folders)) if (await isNewerThan(from, uri)) changed(uri);
  };
  const sweepSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void sweep();
    }, SWEEP_DELAY);
  };

  watcher.on('ready', sweepSoon);
  watcher.on('addDir', sweepSoon);
  watcher.on('all', (_event, path) => {
    if (TEXT.test(path)) changed(URI.file(path).toString());
  });
  // A folder that cannot be watched is still read; `Reload Corpus` brings it up to date.
  watcher.on('error', () => undefined);
  return () => {
    clearTimeout(timer);
    void watcher.close();
  };
};

async function filesOf(folders: readonly string[]): Promise<readonly string[]> {
  const contents = await Promise.all(folders.map((folder) => diskFiles.list(folder)));
  return contents.flatMap((content) => (content.kind === 'folder' ? content.files : []));
}

async function isNewerThan(time: number, uri: string): Promise<boolean> {
  try {
    const { mtimeMs, ctimeMs } = await stat(URI.parse(uri).fsPath);
    return Math.max(mtimeMs, ctimeMs) >= time;
  } catch {
    return false;
  }
}

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
