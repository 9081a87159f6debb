import { runTool } from './run-tool.ts';

// build/vitest.ts PROJECT [ARGS]: one project's tests (unit, programs, e2e, faults)
const [project = 'unit', ...args] = process.argv.slice(2);
process.exitCode = await runTool('vitest', ['run', '--project', project, ...args]);
