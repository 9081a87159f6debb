import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { findCommandLine, sourceOfCommandLine } from './command-line.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Run as another user, so that rights hold for tests that run as root too. */
const NOBODY = 65_534;

export type Child = { process: ChildProcess; lines: AsyncIterator<string>; kill(): Promise<void> };

/** Starts a script of the project in a process of its own, which ends with the test at the latest. */
export function startChild(script: string, args: string[]): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${root}${script}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), kill };
}

/** What the child says next, as JSON. */
export async function readLine(child: Child): Promise<unknown> {
  const { value, done } = await child.lines.next();
  if (done) throw new Error('The child has ended');
  return JSON.parse(value);
}

export type Run = { status: number; stdout: string; stderr: string };

type RunOptions = {
  env?: Record<string, string>;
  /** As a user who may not write everywhere, also where the test runs as root. */
  asNobody?: boolean;
  cwd?: string;
  /** As a checkout runs it, in place of the bundle. */
  fromSource?: boolean;
};

/** Runs a `galley` command to its end. */
export async function runGalley(
  args: string[],
  { env = {}, asNobody = false, cwd, fromSource = false }: RunOptions = {},
): Promise<Run> {
  const program = fromSource ? sourceOfCommandLine : findCommandLine();
  const user = asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
    ...user,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number];
  return { status, stdout, stderr };
}
