// The packaged extension: made by `npm run package`, installed into the test host as a user would install it, and put
// through the suite that runs in the extension host, on the corpus that it ships.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { installVsix } from '../../scripts/host/serve.mjs';
import { node, root, run } from '../../scripts/setup.mjs';

run(node, [path.join(root, 'scripts', 'package.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const extensionsDir = await mkdtemp(path.join(os.tmpdir(), 'pincite-vsix-'));
try {
  await installVsix({ vsix: path.join(root, `pincite-${version}.vsix`), extensionsDir });
  console.log('workbench: the packaged extension, installed');
  run(node, [path.join(root, 'test/workbench/run.mjs'), '--extensions-dir', extensionsDir, '--suite']);
} finally {
  await rm(extensionsDir, { recursive: true, force: true });
}
