import { createConnection } from 'vscode-languageserver/node';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { runCli } from '../cli/run.ts';
import { diskFiles } from './files.ts';
import { runPandoc } from './pandoc.ts';
import { pause } from './pause.ts';
import { serve } from './serve.ts';
import { bundle, documentation, shippedCorpus, version } from './shipped.ts';
import { writeDisk } from './write.ts';

// Whoever reads from us may stop at any line: `pincite list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`pincite: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
process.stderr.on('error', () => undefined);

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

void runCli(process.argv.slice(2), {
  files: diskFiles,
  pause,
  pandoc: runPandoc,
  writeFile: writeDisk,
  shippedCorpus: shippedCorpus(),
  version: version(),
  documentation: documentation(),
  showsProgress: process.stderr.isTTY,
  // Spelled as the files below are; Node's own file URLs leave other marks as they are.
  toUri: (path) => URI.file(resolve(path)).toString(),
  toPath: (uri) => URI.parse(uri).fsPath,
  texts: bundle((LC_ALL ?? LC_MESSAGES ?? LANG ?? '').split('.')[0]?.replace('_', '-') ?? ''),
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
  readStandardInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  },
  serve: () => {
    serve(createConnection(process.stdin, process.stdout));
  },
}).then((code) => {
  // The server goes on until its client leaves; output to a pipe must still drain: no process.exit.
  if (code !== undefined) process.exitCode = code;
});
