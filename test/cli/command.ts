import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

export const repository = path.join(import.meta.dirname, '../..');

/**
 * The command as it ships, `dist/cli.js`; where that is missing or older than its sources, a bundle made the same way
 * in a folder of its own, so that no test pulls `dist/` away under another.
 */
export function commandFile(): Promise<string> {
  return (bundled ??= findOrBundle());
}

let bundled: Promise<string> | undefined;

async function findOrBundle(): Promise<string> {
  const shipped = path.join(repository, 'dist/cli.js');
  if (existsSync(shipped) && statSync(shipped).mtimeMs >= newest(path.join(repository, 'server/src')))
    return shipped;
  const root = mkdtempSync(path.join(tmpdir(), 'pincite-cli-'));
  const file = path.join(root, 'dist/cli.js');
  mkdirSync(path.dirname(file));
  writeFileSync(path.join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');
  for (const name of ['corpus', 'l10n', 'package.json'])
    symlinkSync(path.join(repository, name), path.join(root, name));
  await build({
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' },
    entryPoints: [path.join(repository, 'server/src/node/cli.ts')],
    outfile: file,
  });
  return file;
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(path.join(folder, file)).mtimeMs));
}

export interface Node {
  readonly name: string;
  readonly file: string;
}

/** The Node that runs the tests, and the machine's own where there is another of version 20 or later. */
export function nodes(): Node[] {
  const own: Node = { name: `Node ${process.versions.node}`, file: process.execPath };
  const others = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'node'))
    .filter((file) => existsSync(file) && realpathSync(file) !== realpathSync(own.file))
    .map((file) => ({
      file,
      version: spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1),
    }))
    .filter(({ version }) => Number(version.split('.')[0]) >= 20 && version !== process.versions.node)
    .map(({ file, version }) => ({ name: `Node ${version}`, file }));
  return [own, ...others.slice(0, 1)];
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly node?: string;
  readonly input?: string;
  /** Leaves standard input open, as the client of a language server does. */
  readonly keepInputOpen?: boolean;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `pincite ARGS` as a process of its own. */
export async function pincite(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const file = await commandFile();
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [file, ...args], {
      cwd: options.folder ?? tmpdir(),
      env: { PATH: process.env['PATH'], LANG: 'C', ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
    child.stdin.on('error', () => undefined).write(options.input ?? '');
    if (options.keepInputOpen !== true) child.stdin.end();
  });
}

/** Runs a line of shell in which `pincite` is the command. */
export async function shell(line: string, options: RunOptions = {}): Promise<Outcome> {
  const command = `'${options.node ?? process.execPath}' '${await commandFile()}'`;
  const script = `pincite() { ${command} "$@"; }; ${line}`;
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', script], { cwd: options.folder ?? tmpdir() });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}
