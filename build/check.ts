import { lint, quickSteps, runSteps, type Step } from './check-steps.ts';
import { runTool } from './run-tool.ts';

const unitTests: Step = { name: 'unit tests', run: () => runTool('vitest', ['run', '--project', 'unit']) };
// lint takes as long as all the rest together, and one core
const failed = (await Promise.all([runSteps([lint]), runSteps([...quickSteps, unitTests])])).flat();
if (failed.length > 0) console.log(`FAILED: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
