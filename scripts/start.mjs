// `npm start`: VS Code with the extension on a sample workspace. The desktop application where there is a `code`
// command, else the VS Code server of the tests, for which the address to open is printed.
//
//   npm start -- [--browser] [--port N]
//
// --browser  the server even if there is a `code` command
// --port     where the server listens; a free port unless given
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from './host/install.mjs';
import { serve } from './host/serve.mjs';
import { node, root, run, setUp } from './setup.mjs';

setUp();
const { values } = parseArgs({ options: { browser: { type: 'boolean' }, port: { type: 'string' } } });
const port = values.port === undefined ? 0 : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`pincite: not a port: ${values.port}`);
  process.exit(2);
}

run(node, [path.join(root, 'scripts', 'build.mjs')]);
// One for each checkout, so that two of them do not share settings and edits.
const scratch = path.join(
  cacheFolder(),
  `start-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
);
const folder = await sampleCopy();

if (!values.browser && values.port === undefined && !process.env['CI'] && hasDesktopCode()) {
  const child = spawn('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  try {
    const host = await serve({ dataDir: path.join(scratch, 'data'), extensionPath: root, port });
    console.log(
      `\nVS Code with Pincite is running. Open\n\n  ${host.url(folder)}\n\nCtrl-C stops it. The sample texts are in ${folder}`,
    );
  } catch (error) {
    console.error(`pincite: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

/** Outside the repository, so that trying things out changes nothing in it; what was tried is kept until the next start. */
async function sampleCopy() {
  const copy = path.join(scratch, 'sample');
  await mkdir(copy, { recursive: true });
  const sample = path.join(root, 'sample');
  if (existsSync(sample)) await cp(sample, copy, { recursive: true, force: false });
  return copy;
}

function hasDesktopCode() {
  return (
    spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
  );
}
