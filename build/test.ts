import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSteps, runSteps } from './check.ts';
import { runTool } from './run-tool.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs unit tests and browser journeys; their counts come from Vitest's own report. */
async function runTests(): Promise<Report | undefined> {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const file = join(root, 'test-results', 'report.json');
  await runTool('vitest', [
    'run',
    '--project',
    'unit',
    '--project',
    'e2e',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

const failedSteps = await runSteps(checkSteps);
const report = await runTests();
const skipped = (report?.testResults ?? []).flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status }) => status === 'pending' || status === 'skipped'),
);
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
const passed = checkSteps.length - failedSteps.length + (report?.numPassedTests ?? 0);
const failed = failedSteps.length + (report ? report.numFailedTests : 1);
// suites that could not even be loaded have no tests to count
const brokenSuites = (report?.testResults ?? []).filter(
  (suite) =>
    (suite as { status?: string }).status === 'failed' &&
    suite.assertionResults.every(({ status }) => status !== 'failed'),
).length;
console.log(
  `${passed} passed, ${failed + brokenSuites} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
);
process.exitCode = failed + brokenSuites > 0 ? 1 : 0;
