import { runTool } from './run-tool.ts';

export type Step = { name: string; run: () => Promise<number> };

// without a cache: what the rules say of a file depends on the types in others
export const lint: Step = {
  name: 'lint',
  run: () => runTool('eslint', ['--max-warnings', '0', '.'], { atOnce: true }),
};

/** What `npm run check` and `npm test` look at beside lint, in order; each prints only what is wrong. */
export const quickSteps: readonly Step[] = [
  {
    name: 'format',
    // with a cache, by content: how a file is to be written depends on nothing else
    run: () =>
      runTool(
        'prettier',
        '--check --log-level warn --cache --cache-strategy content --cache-location .cache/prettier .'.split(' '),
        { atOnce: true },
      ),
  },
  { name: 'types', run: () => runTool('tsc', ['-b'], { packageName: 'typescript', atOnce: true }) },
  {
    name: 'import rules',
    run: () =>
      runTool('depcruise', ['--output-type', 'err', 'shared', 'electron', 'renderer', 'build', 'test'], {
        packageName: 'dependency-cruiser',
        atOnce: true,
      }),
  },
  { name: 'dead code', run: () => runTool('knip', ['--no-progress'], { atOnce: true }) },
];

/** Runs steps one after the other, all of them; gives the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of steps) {
    const from = performance.now();
    const status = await run();
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    if (status !== 0) failed.push(name);
  }
  return failed;
}
