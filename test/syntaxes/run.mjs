// The grammars against VS Code's own engine and its own Markdown grammar, which the test host carries.
//
//   node test/syntaxes/run.mjs
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installHost } from '../../scripts/host/install.mjs';
import { env, root } from '../../scripts/setup.mjs';

const { server } = await installHost();
const builtIn = (extension, file) => path.join(server, 'extensions', extension, 'syntaxes', file);
const grammars = [
  builtIn('markdown-basics', 'markdown.tmLanguage.json'),
  builtIn('yaml', 'yaml.tmLanguage.json'),
  builtIn('yaml', 'yaml-1.2.tmLanguage.json'),
];
const { stdout, stderr, status } = spawnSync(
  'vscode-tmgrammar-test',
  [
    ...['--config', path.join(root, 'package.json')],
    ...grammars.flatMap((grammar) => ['--grammar', grammar]),
    'test/syntaxes/*.test.md',
  ],
  { cwd: root, env, encoding: 'utf8', shell: process.platform === 'win32' },
);
// Markdown can embed some sixty languages; that they are missing here does not matter.
console.log(
  `${stdout}${stderr}`
    .split('\n')
    .filter((line) => !line.startsWith('grammar not found'))
    .join('\n'),
);
process.exitCode = status ?? 1;
