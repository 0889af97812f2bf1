// `npm run package`: pincite-<version>.vsix, which holds the bundles, the corpus and nothing that .vscodeignore does not name.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { node, root, run, setUp } from './setup.mjs';

setUp();

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = path.join(root, `pincite-${version}.vsix`);
run(node, [path.join(root, 'scripts', 'build.mjs'), '--production']);
// The bundles hold every dependency. No address of the repository is known to rewrite links with.
run(node, [
  path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  ...['--out', vsix],
]);
