import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint, quickSteps, runSteps } from './check-steps.ts';
import { runTool } from './run-tool.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs unit tests, those of our programs, and browser journeys; their counts come from Vitest's own report. */
async function runTests(): Promise<{ status: number; report: Report | undefined }> {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const file = join(root, 'test-results', 'report.json');
  rmSync(file, { force: true }); // one of an earlier run says nothing of this one
  const projects = ['unit', 'programs', 'e2e'].flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runTool('vitest', ['run', ...projects, ...reporters]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  return { status, report };
}

const steps = [...quickSteps, lint];
// lint takes as long as all the rest together, and one core
const failedSteps = (await Promise.all([runSteps([lint]), runSteps(quickSteps)])).flat();
const { status, report } = await runTests();
const skipped = (report?.testResults ?? [])
  .flatMap(({ assertionResults }) => assertionResults)
  .filter((test) => test.status === 'pending' || test.status === 'skipped');
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
for (const name of failedSteps) console.log(`FAILED ${name}: what is wrong stands above`);
const passed = steps.length - failedSteps.length + (report?.numPassedTests ?? 0);
// a file that cannot be loaded, or an error outside of any test, has no test to count
const failedTests = status === 0 ? 0 : Math.max(1, report?.numFailedTests ?? 0);
const failed = failedSteps.length + failedTests;
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
