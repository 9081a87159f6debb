import { checkSteps, runSteps, type Step } from './check-steps.ts';
import { runTool } from './run-tool.ts';

const unitTests: Step = { name: 'unit tests', run: () => runTool('vitest', ['run', '--project', 'unit']) };
const failed = await runSteps([...checkSteps, unitTests]);
process.exitCode = failed.length === 0 ? 0 : 1;
