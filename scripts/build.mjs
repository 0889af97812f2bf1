// `npm run build`: the bundles of dist/, CommonJS, with everything they need inside.
import { build } from 'esbuild';
import { mkdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const dist = path.join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
// The project's own modules are ES modules; what is bundled here is not.
writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');

// Most starts need no pinyin: its tables lie beside, and are read when somebody first types some.
const beside = {
  name: 'beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^pinyin-pro$/ }, () => ({ path: './pinyin-pro.js', external: true }));
  },
};

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  minify: process.argv.includes('--production'),
  legalComments: 'none',
  logLevel: 'warning',
};
await Promise.all([
  build({
    ...common,
    entryPoints: [path.join(root, 'client/src/extension.ts')],
    outfile: path.join(dist, 'extension.js'),
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: [path.join(root, 'server/src/node/server.ts')],
    outfile: path.join(dist, 'server.js'),
    plugins: [beside],
  }),
  build({
    ...common,
    entryPoints: [path.join(root, 'server/src/node/cli.ts')],
    outfile: path.join(dist, 'cli.js'),
    banner: { js: '#!/usr/bin/env node' },
    plugins: [beside],
  }),
  build({
    ...common,
    stdin: { contents: "export { polyphonic } from 'pinyin-pro';", resolveDir: root },
    outfile: path.join(dist, 'pinyin-pro.js'),
  }),
]);
chmodSync(path.join(dist, 'cli.js'), 0o755);
