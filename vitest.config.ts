import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run in VS Code, not here.
    exclude: ['test/workbench/**', 'test/host/**'],
    testTimeout: 60_000,
  },
});
