import { createConnection } from 'vscode-languageserver/node';
import { pathToFileURL } from 'node:url';
import { runCli } from '../cli/run.ts';
import { diskFiles } from './files.ts';
import { serve } from './serve.ts';
import { bundle, shippedCorpus } from './shipped.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

void runCli(process.argv.slice(2), {
  files: diskFiles,
  shippedCorpus: shippedCorpus(),
  toUri: (path) => pathToFileURL(path).toString(),
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
