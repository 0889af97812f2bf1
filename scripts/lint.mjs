// `npm run lint`: types, rules, layers and cycles, format.
import { run, setUp } from './setup.mjs';

setUp();
run('tsc', ['-p', 'tsconfig.core.json']);
run('tsc', ['-p', 'tsconfig.json']);
run('eslint', ['.']);
run('depcruise', ['--config', '.dependency-cruiser.cjs', 'server/src', 'client/src']);
run('prettier', ['--check', '.']);
