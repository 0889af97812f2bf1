// `npm test`: everything that can fail, from a clean clone: types and rules, unit and protocol tests, then the
// extension in a real VS Code.
import path from 'node:path';
import { node, root, run, setUp } from './setup.mjs';

setUp();
const script = (name, ...args) => run(node, [path.join(root, name), ...args]);

script('scripts/lint.mjs');
script('scripts/build.mjs');
run('vitest', ['run']);
script('test/syntaxes/run.mjs');
script('test/workbench/run.mjs');
script('test/workbench/vsix.mjs');
