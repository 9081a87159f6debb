import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint, quickSteps, runSteps } from './check-steps.ts';
import { runTool } from './run-tool.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

type TestFile = {
  /** Its path. */
  name: string;
  status: 'passed' | 'failed';
  assertionResults: { status: string; fullName: string }[];
};
type Run = { status: number; files: TestFile[] };

/** Runs tests of some projects, or some of their files; what came of each is read from Vitest's own report. */
async function runTests(projects: string[], files: string[] = []): Promise<Run> {
  const report = join(root, 'test-results', `${projects.join('-')}.json`);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(report, { force: true }); // one of an earlier run says nothing of this one
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runTool('vitest', ['run', ...chosen, ...reporters, ...files]);
  try {
    return { status, files: (JSON.parse(readFileSync(report, 'utf8')) as { testResults: TestFile[] }).testResults };
  } catch {
    return { status: status || 1, files: [] }; // it ended before it could say anything
  }
}

const shorten = (path: string) => relative(root, path).split(sep).join('/');

/**
 * Runs programs and browser journeys. A slow machine can make a process late: under CI a file in which something failed is
 * run once more, from its start and by itself; what is broken fails twice.
 */
async function runJourneys(): Promise<Run> {
  const projects = ['programs', 'e2e'];
  const first = await runTests(projects);
  const failed = first.files.filter(({ status }) => status === 'failed').map(({ name }) => name);
  if (failed.length === 0 || !process.env['CI']) return first;
  const again = await runTests(projects, failed.map(shorten));
  for (const { name, status } of again.files) console.log(`run again, ${status}: ${shorten(name)}`);
  const rest = first.files.filter(({ name }) => again.files.every((file) => file.name !== name));
  return { status: again.status, files: [...rest, ...again.files] };
}

const steps = [...quickSteps, lint];
// lint takes as long as all the rest together, and one core
const failedSteps = (await Promise.all([runSteps([lint]), runSteps(quickSteps)])).flat();
const runs = [await runTests(['unit']), await runJourneys()];
const tests = runs.flatMap(({ files }) => files.flatMap(({ assertionResults }) => assertionResults));
const countOf = (...stati: string[]) => tests.filter(({ status }) => stati.includes(status)).length;
const skipped = countOf('pending', 'skipped');
for (const { status, fullName } of tests)
  if (status === 'pending' || status === 'skipped') console.log(`skipped: ${fullName}`);
for (const name of failedSteps) console.log(`FAILED ${name}: what is wrong stands above`);
const passed = steps.length - failedSteps.length + countOf('passed');
// a file that cannot be loaded, or an error outside of any test, has no test to count
const failedRuns = runs.filter(({ status }) => status !== 0).length;
const failed = failedSteps.length + Math.max(failedRuns, countOf('failed'));
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
