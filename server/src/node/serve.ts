import { homedir } from 'node:os';
import type { Connection } from 'vscode-languageserver';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './files.ts';
import { pause } from './pause.ts';
import { bundle, shippedCorpus } from './shipped.ts';
import { watchDisk } from './watch.ts';

/** Serves a connection with this machine's disk. */
export function serve(connection: Connection): void {
  startServer(connection, {
    files: diskFiles,
    pause,
    watchFolders: watchDisk,
    home: homedir(),
    shippedCorpus: shippedCorpus(),
    bundle,
  });
  connection.listen();
}
