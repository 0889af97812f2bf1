// `npm run bench`: the product beside other programs, in one run on one machine, so that the ratios can be trusted.
import path from 'node:path';
import { node, root, run, setUp } from './setup.mjs';

setUp();
run(node, [path.join(root, 'scripts/build.mjs'), '--production']);
run(node, [
  '--expose-gc',
  '--disable-warning=ExperimentalWarning',
  path.join(root, 'bench/main.ts'),
  ...process.argv.slice(2),
]);
