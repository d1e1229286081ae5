import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.e2e.ts'],
    root: import.meta.dirname,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
