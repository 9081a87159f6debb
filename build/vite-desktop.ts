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

/** A door with the worker and the check of a corpus: ES modules side by side, so that a file finds the others by its own place. */
const toProgramsConfig = (main: string, outDir: string): InlineConfig => ({
  ...shared,
  // what CommonJS packages go by; bundled, they are modules, which have no such name
  define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: `${root}${main}`,
        worker: `${root}electron/worker/worker.ts`,
        'check-corpus': `${root}electron/worker/check-corpus.ts`,
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
});

export const desktopConfig = toProgramsConfig('electron/main.ts', `${root}out/desktop`);

export const toCommandLineConfig = (outDir: string) => toProgramsConfig('electron/cli/main.ts', outDir);

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
