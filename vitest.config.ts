import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = { environment: 'node' as const, pool: 'forks' as const };

/** Processes that start from source find their code compiled. */
const fromSource = { env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./.cache/compile', import.meta.url)) } };

/** Tests that start our programs as a person does, again and again. */
const programs = [
  'test/electron/{cli,worker}/**/*.test.ts',
  'test/electron/{main,shell/lasting-worker}.test.ts',
  'test/electron/services/{kill,keeping/kill,merge/kill}.test.ts',
  'test/build/launch.test.ts',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          ...fromSource,
          name: 'unit',
          isolate: false, // each file would load the same modules again, which takes longer than most tests
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/faults/**', 'test/bench/**', ...programs],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'programs',
          include: programs,
          globalSetup: ['test/helpers/bundle-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          isolate: false, // nor need each file start a browser
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/helpers/bundle-once.ts', 'test/e2e/build-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } }, // what is waited for is told late where the machine is busy
        },
      },
      {
        test: { ...shared, ...fromSource, name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 900_000 },
      },
    ],
  },
});
