import { runTool } from './run-tool.ts';

type Step = { name: string; run: () => Promise<number> };

/** What `npm run check` does, in order; each prints only what is wrong. */
export const checkSteps: readonly Step[] = [
  { name: 'format', run: () => runTool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'types', run: () => runTool('tsc', ['-b'], { packageName: 'typescript' }) },
  {
    name: 'lint',
    run: () => runTool('eslint', ['--cache', '--cache-location', '.cache/eslint', '--max-warnings', '0', '.']),
  },
  {
    name: 'import rules',
    run: () =>
      runTool('depcruise', ['--output-type', 'err', 'shared', 'electron', 'renderer', 'build', 'test'], {
        packageName: 'dependency-cruiser',
      }),
  },
  { name: 'dead code', run: () => runTool('knip', ['--no-progress']) },
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

if (import.meta.main) {
  const unit: Step = { name: 'unit tests', run: () => runTool('vitest', ['run', '--project', 'unit']) };
  const failed = await runSteps([...checkSteps, unit]);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
