// Outside programs that some tests speak to, and that npm does not hold: on a Debian machine they are installed once.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Longer than any installation takes. */
const PATIENCE = 10 * 60_000;

/** Where a command is on the path; `undefined` if it is nowhere. */
export function findCommand(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file));
}

/**
 * The path of a command, from a Debian package that is installed if it is missing, this machine is a Debian and we are
 * root there; `undefined`, with one line that says what to install, if that cannot be done.
 */
export function ensureDebian(packageName, command) {
  return ensure(packageName, command, () => findCommand(command));
}

/** The same for a file or folder, by its absolute path. */
export function ensureDebianFile(packageName, file) {
  return ensure(packageName, file, () => (existsSync(file) ? file : undefined));
}

function ensure(packageName, wanted, find) {
  const found = find();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version') && findCommand('apt-get') !== undefined) {
    const release = takeLock(packageName);
    try {
      if (find() === undefined) install(packageName);
    } finally {
      release();
    }
  }
  const installed = find();
  if (installed === undefined) {
    console.warn(
      `pincite: ${wanted} is missing, what needs it is left out; install the package ${packageName}`,
    );
  }
  return installed;
}

function install(packageName) {
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'ignore',
      timeout: PATIENCE,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const args = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', packageName];
  // The lists of packages are brought up to date only where the package cannot be had without.
  if (!apt(...args)) apt('update') && apt(...args);
}

/** One installation of a package at a time; a lock that is older than any installation was left behind. */
function takeLock(packageName) {
  const file = path.join(tmpdir(), `pincite-apt-${packageName}.lock`);
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    try {
      closeSync(openSync(file, 'wx'));
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') break;
      if (Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > PATIENCE)
        rmSync(file, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  return () => undefined;
}
