import { defineConfig } from 'vitest/config';

/** Where a server of imageseg listens while the page is worked on with `npm run dev`. */
const server = process.env.IMAGESEG_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: 'target/classes/io/imageseg/console/page',
  },
  server: { proxy: { '/console/api': server, '/results': server, '/openapi.json': server } },
  test: { include: ['src/**/*.test.ts'] },
});
