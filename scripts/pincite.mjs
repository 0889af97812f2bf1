#!/usr/bin/env node
// The command `pincite` of a clone, for pre-commit and the GitHub Action: built when it is first needed, with what the
// npm registry holds. Standard output is the command's alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cli = path.join(root, 'dist', 'cli.js');

function run(args, stdio) {
  const { status, error } = spawnSync(process.execPath, args, { stdio });
  if (error) console.error(`pincite: cannot run ${process.execPath}: ${error.message}`);
  return status ?? 2;
}

if (!existsSync(cli) && run([path.join(root, 'scripts', 'build.mjs')], ['ignore', 2, 2]) !== 0) {
  console.error('pincite: the command could not be built; what npm or the build says stands above.');
  process.exit(2);
}
process.exitCode = run([cli, ...process.argv.slice(2)], 'inherit');
