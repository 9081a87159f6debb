import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

const shared = {
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
} as const satisfies InlineConfig;

/** The main process, the worker and the check of a corpus: ES modules side by side in out/desktop. */
export const desktopConfig: InlineConfig = {
  ...shared,
  build: {
    ssr: true,
    outDir: `${root}out/desktop`,
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: `${root}electron/main.ts`,
        worker: `${root}electron/worker/worker.ts`,
        'check-corpus': `${root}electron/worker/check-corpus.ts`,
      },
      // all in one folder, so that a file finds the others by its own place, whichever it was bundled into
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
};

/** Preload: a sandboxed one must be CommonJS, one file, and can require nothing but `electron`. */
export const preloadConfig: InlineConfig = {
  ...shared,
  build: {
    ssr: true,
    outDir: `${root}out/desktop`,
    emptyOutDir: false,
    target: 'chrome156',
    rolldownOptions: {
      input: `${root}electron/preload.ts`,
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
};
