// Installs the packages of test/host into a cache folder shared by every checkout on this machine, and lays them
// out as a VS Code server. See test/host/README.md.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'test', 'host');
/** Raised when the steps below change, so that a folder laid out by older steps is not taken for a newer one. */
const LAYOUT = '3';
const KEYED = [
  'package.json',
  'package-lock.json',
  'stand-ins/@vscode/deviceid/index.js',
  'stand-ins/@vscode/fs-copyfile/index.js',
  'stand-ins/@vscode/native-watchdog/index.js',
  'stand-ins/@vscode/spdlog/index.js',
];

/**
 * @typedef {object} InstalledHost
 * @property {string} folder where everything below lies; never written to after installation
 * @property {string} server the VS Code server: the folder that holds out/server-main.js
 * @property {string} node a Node that can run it
 * @property {string} playwright URL of playwright-core, to be imported
 * @property {string | undefined} chromium the unpacked Chromium; undefined where the package has none for this platform
 */

/** The folder for what is expensive to make and safe to delete. */
export function cacheFolder() {
  const { PINCITE_HOST_CACHE, XDG_CACHE_HOME } = process.env;
  if (PINCITE_HOST_CACHE) return path.resolve(PINCITE_HOST_CACHE);
  return path.join(XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'pincite');
}

/**
 * Installs the host unless this machine has it already.
 * @returns {Promise<InstalledHost>}
 */
export async function installHost() {
  const folder = path.join(cacheFolder(), `host-${await key()}`);
  if (!existsSync(folder)) await build(folder);
  const server = path.join(folder, 'vscode');
  const packages = path.join(server, 'node_modules');
  const chromium = path.join(folder, 'browser', 'chromium');
  return {
    folder,
    server,
    node: hostNode(packages),
    playwright: pathToFileURL(path.join(packages, 'playwright-core', 'index.mjs')).href,
    chromium: existsSync(chromium) ? chromium : undefined,
  };
}

async function key() {
  const hash = createHash('sha256').update(LAYOUT);
  for (const file of KEYED) hash.update(await readFile(path.join(source, file)));
  return `${process.platform}-${process.arch}-${hash.digest('hex').slice(0, 16)}`;
}

/** The folder appears under its name only when it is whole: what was interrupted, or lost a race, is never used. */
async function build(folder) {
  console.error('pincite: installing the test host from the npm registry (once per machine) …');
  const started = Date.now();
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    for (const file of ['package.json', 'package-lock.json'])
      await cp(path.join(source, file), path.join(draft, file));
    await npmCi(draft);
    await layOut(draft);
    await unpackChromium(draft);
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  console.error(`pincite: test host installed in ${Math.round((Date.now() - started) / 1000)} s: ${folder}`);
}

function npmCi(folder) {
  const windows = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return runQuietly(windows ? 'npm.cmd' : 'npm', args, { cwd: folder, shell: windows });
}

/**
 * The server looks for its modules in its own node_modules and serves some of them to the page from there, so the
 * packages are moved into it: renames only, since a link would need rights that Windows does not give everyone.
 */
async function layOut(draft) {
  const server = path.join(draft, 'vscode');
  const packages = path.join(draft, 'node_modules');
  await rename(path.join(packages, 'code-server', 'lib', 'vscode'), server);
  await rm(path.join(packages, 'code-server'), { recursive: true });
  // Chat wants a network and an account, and takes seconds to fail without them.
  await rm(path.join(server, 'extensions', 'copilot'), { recursive: true, force: true });
  await cp(path.join(source, 'stand-ins'), packages, { recursive: true });
  await rename(packages, path.join(server, 'node_modules'));
  await silenceProduct(path.join(server, 'product.json'));
  await acceptPayload(path.join(server, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.js'));
}

/**
 * A built workbench loads an extension under development only if the server runs with --enable-smoke-test-driver, and
 * then it hides every notification. So that condition, and nothing else, is taken out of the copy.
 */
async function acceptPayload(file) {
  const condition = 'if(this.payload&&(!this.isBuilt||this.enableSmokeTestDriver))';
  const parts = (await readFile(file, 'utf8')).split(condition);
  if (parts.length !== 2)
    throw new Error('This code-server is not the one that scripts/host/install.mjs was written for.');
  await writeFile(file, parts.join('if(this.payload)'));
}

/** A test must not depend on, or report to, anything outside this machine. */
async function silenceProduct(file) {
  const product = JSON.parse(await readFile(file, 'utf8'));
  for (const name of [
    'telemetryEndpoint',
    'updateEndpoint',
    'voiceWsUrl',
    'builtInExtensions',
    'defaultChatAgent',
  ])
    delete product[name];
  product.enableTelemetry = false;
  await writeFile(file, JSON.stringify(product, undefined, 2));
}

/** The package unpacks itself into the temporary folder on first use; done here once, nobody meets it half written. */
async function unpackChromium(draft) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const browser = path.join(draft, 'browser');
  await mkdir(browser);
  const packages = path.join(draft, 'vscode', 'node_modules');
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await runQuietly(hostNode(packages), ['--input-type=module', '--eval', script], {
    cwd: path.dirname(packages),
    env: { ...process.env, TMPDIR: browser },
  });
  await rm(path.join(packages, '@sparticuz'), { recursive: true });
}

function hostNode(packages) {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const locked = path.join(packages, name, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(locked)) return locked;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    'The VS Code server needs Node 24 or newer; start this through `npm test` or `npm start`, which bring one.',
  );
}

/** Runs to the end; what the command printed is shown only if it failed. */
function runQuietly(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else
        reject(new Error(`${command} ${args.slice(0, 2).join(' ')} ended with ${code}:\n${output.trim()}`));
    });
  });
}
