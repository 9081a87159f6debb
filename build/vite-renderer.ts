import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The page: the same files for the desktop's `app:` protocol and for the browser host. */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: `${root}renderer`,
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // a data: address would fall under the content security policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licenses.md' },
    // a view that is loaded later shares schemas with the page: whatever file these land in, zod is told first (configure-zod.ts)
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]configure-zod\.ts$/ }] },
      },
    },
  },
};
