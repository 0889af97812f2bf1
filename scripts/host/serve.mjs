// Runs a VS Code server on this machine, with or without an extension under development.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installHost } from './install.mjs';

const ADDRESS = '127.0.0.1';
const START_MS = 60_000;
const STOP_MS = 3_000;

/** What a first start asks or offers, switched off: it would cover what is to be seen. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServedHost
 * @property {number} port
 * @property {string | undefined} extensionPath the extension under development, loaded by every page of `url`
 * @property {(folder: string, payload?: readonly (readonly [string, string])[]) => string} url the page that opens a folder
 *   or a `.code-workspace` file; `payload` is added to what loads the extension
 * @property {(file: string) => string} uri a file of this machine, as the pages name it
 * @property {() => string} log what the server has printed
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server and returns when it answers.
 * @param {object} options
 * @param {string} options.dataDir all that the server and its pages keep: settings, logs, state
 * @param {string} [options.extensionPath] an extension folder, loaded as one under development
 * @param {string} [options.extensionsDir] installed extensions; in `dataDir` unless given
 * @param {number} [options.port] a free one unless given
 * @param {Record<string, unknown>} [options.settings] user settings, added to the quiet ones; kept if the user changes them
 * @returns {Promise<ServedHost>}
 */
export async function serve({ dataDir, extensionPath, extensionsDir, port = 0, settings = {} }) {
  const installed = await installHost();
  await writeSettings(path.join(dataDir, 'data', 'User', 'settings.json'), {
    ...QUIET_SETTINGS,
    ...settings,
  });

  // Any page of any site in the user's browser can reach a local port; only the address that we give out carries the token.
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    installed.node,
    [
      path.join(installed.server, 'out', 'server-main.js'),
      ...['--host', ADDRESS, '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', dataDir],
      ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []),
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
    ],
    // A group of its own: the extension host and the terminals are its children and must end with it.
    { detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const kill = () => signal(child, 'SIGKILL');
  process.on('exit', kill);
  exitOnSignals();

  try {
    const bound = await listening(child, () => output);
    await answering(`http://${ADDRESS}:${bound}/version`);
    const uri = (/** @type {string} */ file) =>
      `vscode-remote://${ADDRESS}:${bound}${pathToFileURL(path.resolve(file)).pathname}`;
    const own = extensionPath ? [['extensionDevelopmentPath', uri(extensionPath)]] : [];
    return {
      port: bound,
      extensionPath,
      uri,
      url(folder, payload = []) {
        const query = new URLSearchParams({ tkn: token });
        query.set(
          folder.endsWith('.code-workspace') ? 'workspace' : 'folder',
          pathToFileURL(path.resolve(folder)).pathname,
        );
        const pairs = [...own, ...payload];
        if (pairs.length > 0) query.set('payload', JSON.stringify(pairs));
        return `http://${ADDRESS}:${bound}/?${query}`;
      },
      log: () => output,
      async stop() {
        process.off('exit', kill);
        signal(child, 'SIGTERM');
        const timer = setTimeout(kill, STOP_MS);
        await exited;
        clearTimeout(timer);
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

/**
 * Installs a packaged extension the way a user does, into a folder that `serve` takes as `extensionsDir`.
 * @param {{vsix: string, extensionsDir: string}} options
 */
export async function installVsix({ vsix, extensionsDir }) {
  const { node, server } = await installHost();
  const args = [
    path.join(server, 'out', 'server-main.js'),
    ...['--install-extension', path.resolve(vsix), '--force'],
    ...['--extensions-dir', extensionsDir, '--server-data-dir', path.join(extensionsDir, '.install')],
    '--accept-server-license-terms',
  ];
  const result = spawnSync(node, args, { encoding: 'utf8', env: cleanEnvironment() });
  // The command ends with 0 even if it could not install.
  const installed = /successfully installed/.test(result.stdout ?? '');
  if (!installed) throw new Error(`Cannot install ${vsix}:\n${result.stdout}${result.stderr}`);
}

async function writeSettings(file, settings) {
  const existing = existsSync(file) ? await readFile(file, 'utf8') : undefined;
  // What the user wrote (with comments, perhaps) is not ours to rewrite.
  if (existing !== undefined) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

/** Started from a VS Code terminal, we would inherit variables that turn the server into a client of that window. */
function cleanEnvironment() {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  // Unless told that there is no gallery, the server takes a public one.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) };
}

/** Resolves to the port, which the server prints once it is bound. */
function listening(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The VS Code server ${why}:\n${output().slice(-3000)}`));
    const timer = setTimeout(() => fail(`did not start within ${START_MS / 1000} s`), START_MS);
    child.on('error', reject);
    child.on('exit', (code) => fail(`ended with ${code}`));
    child.stdout.on('data', () => {
      const port = /listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.on('exit', () => clearTimeout(timer));
  });
}

/** Bound is not yet ready: asks until an answer comes. */
async function answering(url) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    );
    if (status !== undefined && status < 500) return;
    if (Date.now() > deadline) throw new Error(`The VS Code server does not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** To the server and all its children. */
function signal(child, name) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, name);
  } catch {
    // It ended by itself in between.
  }
}

/** Node does not run its exit handlers when a signal ends it, and the server, in a group of its own, gets no signal from the terminal. */
function exitOnSignals() {
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    if (process.listenerCount(name) === 0) process.once(name, () => process.exit(130));
}
