import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'vscode-languageserver';
import { startServer } from '../lsp/server.ts';
import { build } from './build.ts';
import { diskFiles } from './files.ts';
import { createIndexStore } from './index-store.ts';
import { runPandoc } from './pandoc.ts';
import { pause } from './pause.ts';
import { bundle, shippedCorpus } from './shipped.ts';
import { watchDisk } from './watch.ts';
import { writeDisk } from './write.ts';

/** Serves a connection with this machine's disk. */
export function serve(connection: Connection): void {
  startServer(connection, {
    files: diskFiles,
    pause,
    pandoc: runPandoc,
    writeFile: writeDisk,
    createIndexStore: (folder, warn) => createIndexStore(join(folder, 'index'), build(), warn),
    watchFolders: watchDisk,
    home: homedir(),
    shippedCorpus: shippedCorpus(),
    bundle,
  });
  connection.listen();
}
