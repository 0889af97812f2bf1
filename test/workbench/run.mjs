// The tests in a real VS Code workbench: first the suite that runs inside the extension host, then the tests that
// drive the page. The extension must have been built.
//
//   node test/workbench/run.mjs [--extension DIR] [--extensions-dir DIR] [--suite | --pages] [--timeout SECONDS] [--verbose] [page test file …]
//
// --extension       the extension folder; the repository unless given
// --extensions-dir  a folder with installed extensions instead: nothing is loaded as under development
// --timeout         how long the suite in the extension host may take; 180 unless given
// --verbose         prints all that the workbench logs, not the suite's own lines alone
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/setup.mjs';
import { startWorkbench } from '../../scripts/host/workbench.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const fixture = path.join(here, 'workspace');

/**
 * A workbench with the extension under test, on a copy of the fixture workspace. For the page tests.
 * @param {Parameters<typeof startWorkbench>[0]} [options]
 */
export function openWorkbenchUnderTest(options = {}) {
  const { PINCITE_TEST_EXTENSION, PINCITE_TEST_EXTENSIONS_DIR } = process.env;
  const extension = PINCITE_TEST_EXTENSIONS_DIR
    ? { extensionsDir: PINCITE_TEST_EXTENSIONS_DIR }
    : { extensionPath: PINCITE_TEST_EXTENSION ?? root };
  return startWorkbench({ ...extension, ...(existsSync(fixture) && { workspace: fixture }), ...options });
}

const MARK = '[suite] ';

async function runSuite({ verbose, timeout }) {
  const onLog = (line) => {
    if (line.startsWith(MARK)) console.log(`  ${line.slice(MARK.length)}`);
    else if (verbose) console.log(line);
  };
  const workbench = await openWorkbenchUnderTest({
    testsPath: await bundleSuite(),
    // VS Code runs a suite only next to an extension under development; an empty one leaves the installed one alone.
    ...(process.env.PINCITE_TEST_EXTENSIONS_DIR && { extensionPath: await emptyExtension() }),
    onLog,
    ...(timeout && { timeoutMs: Number(timeout) * 1000 }),
  });
  try {
    const code = await workbench.result;
    // Without a line of its own it failed before its first test, and the log says why.
    if (code !== 0 && !workbench.log.some((line) => line.startsWith(MARK)))
      console.error(workbench.log.join('\n'));
    return code;
  } finally {
    await workbench.close();
  }
}

async function emptyExtension() {
  const folder = path.join(root, 'dist-test', 'empty-extension');
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'pincite-test', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** The extension host loads CommonJS; the tests are ES modules in TypeScript. */
async function bundleSuite() {
  const { build } = await import('esbuild');
  const out = path.join(root, 'dist-test');
  const folder = path.join(here, 'suite');
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'package.json'), '{ "type": "commonjs" }\n');
  const { metafile } = await build({
    entryPoints: [path.join(folder, 'index.ts')],
    outfile: path.join(out, 'suite.js'),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    metafile: true,
  });
  const bundled = new Set(Object.keys(metafile.inputs).map((file) => path.resolve(root, file)));
  const files = (await readdir(folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
  const forgotten = files.filter((file) => !bundled.has(file));
  if (forgotten.length > 0)
    throw new Error(`not imported by test/workbench/suite/index.ts: ${forgotten.join(', ')}`);
  return path.join(out, 'suite.js');
}

/**
 * One file at a time: two workbenches at once on two cores only wait for one another. A file that fails is run once more,
 * in a new workbench, and fails if it does so again: a browser without a graphics card loses a key now and then on a busy
 * machine, and says so here.
 */
async function runPages(only) {
  const folder = path.join(here, 'page');
  const all = (await readdir(folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name));
  const files = only.length > 0 ? only.map((file) => path.resolve(file)) : all.sort();
  let failures = 0;
  for (const file of files) {
    if ((await runPage(file)) === 0) continue;
    console.log(`workbench: ${path.basename(file)} failed, and is run once more`);
    if ((await runPage(file)) !== 0) failures++;
  }
  return failures;
}

function runPage(file) {
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      extension: { type: 'string' },
      'extensions-dir': { type: 'string' },
      suite: { type: 'boolean' },
      pages: { type: 'boolean' },
      timeout: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  if (values.extension) process.env.PINCITE_TEST_EXTENSION = path.resolve(values.extension);
  if (values['extensions-dir'])
    process.env.PINCITE_TEST_EXTENSIONS_DIR = path.resolve(values['extensions-dir']);

  let failures = 0;
  if (!values.pages && positionals.length === 0) {
    console.log('workbench: the suite in the extension host');
    failures += (await runSuite(values)) === 0 ? 0 : 1;
  }
  if (!values.suite) {
    console.log('workbench: the page');
    failures += (await runPages(positionals)) === 0 ? 0 : 1;
  }
  return failures === 0 ? 0 : 1;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`workbench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
