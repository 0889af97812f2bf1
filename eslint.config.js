import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What each layer may not import; `dependency-cruiser` checks the same for whole chains, and cycles. */
const layer = (files, patterns, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] },
});

/** What scripts use of Node, and of the page that they drive. */
const GLOBALS =
  'process console URL URLSearchParams Buffer setTimeout clearTimeout setInterval clearInterval setImmediate fetch performance AbortSignal structuredClone require module exports __dirname document window navigator NodeFilter requestAnimationFrame'.split(
    ' ',
  );

export default tseslint.config(
  { ignores: ['dist', 'dist-test', 'node_modules', 'test-results', 'sample'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'dot-notation': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Spreading a string gives its code points, which is what is wanted here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(GLOBALS.map((name) => [name, 'readonly'])),
    },
  },
  layer(
    ['server/src/core/**'],
    ['node:*', 'vscode*', '**/service/**', '**/lsp/**', '**/cli/**', '**/node/**'],
    'core knows nothing of the machine, of any protocol or of the layers above it.',
  ),
  layer(
    ['server/src/service/**'],
    ['node:*', 'vscode*', '**/lsp/**', '**/cli/**', '**/node/**'],
    'service knows core only; the machine comes in through files.ts.',
  ),
  layer(['server/src/lsp/**'], ['node:*', '**/cli/**', '**/node/**'], 'lsp knows service and the protocol.'),
  layer(['server/src/cli/**'], ['node:*', 'vscode*', '**/lsp/**', '**/node/**'], 'cli knows service.'),
  layer(
    ['client/src/**'],
    ['**/core/**', '**/service/**', '**/cli/**', '**/lsp/!(protocol.ts)'],
    'The client sees only the protocol file.',
  ),
);
