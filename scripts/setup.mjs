// Shared by every script that a person starts: brings node_modules in step with the lock file, then runs the
// rest under the Node that the lock file names, whatever Node started us. Uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'node_modules', '.bin');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** The Node of the lock file; every child process of the scripts runs under it. */
export const node = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The environment for child processes: the project's own binaries come first on the path. */
export const env = { ...process.env, PATH: bin + path.delimiter + (process.env.PATH ?? '') };

/** Runs a command to its end with our terminal; ends this process with its exit code if it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`pincite: cannot run ${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the locked dependencies if they are missing or of another lock file. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.pincite-lock');
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('pincite: installing dependencies from the npm registry …');
  run(npm, ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  writeFileSync(stamp, lock);
}

/** Installs, then makes sure that the calling script runs under the locked Node: returns only there. */
export function setUp() {
  install();
  if (process.versions.node === readLockedVersion()) return;
  const result = spawnSync(node, process.argv.slice(1), { cwd: process.cwd(), env, stdio: 'inherit' });
  process.exit(result.status ?? 1);
}

function readLockedVersion() {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return lock.packages['node_modules/node'].version;
}
