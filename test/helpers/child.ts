import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Compiling the app anew takes most of a short command's time. */
const NODE_COMPILE_CACHE = join(tmpdir(), 'galley-test-compile-cache');
/** Run as another user, so that rights hold for tests that run as root too. */
const NOBODY = 65_534;

export type Child = { process: ChildProcess; lines: AsyncIterator<string>; kill(): Promise<void> };

/** Starts a script of the project in a process of its own, which ends with the test at the latest. */
export function startChild(script: string, args: string[]): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${root}${script}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE },
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

/** Runs a script to its end. `asNobody`: as a user who may not write everywhere, also where the test runs as root. */
export async function runScript(
  script: string,
  args: string[],
  { env = {}, asNobody = false, cwd }: { env?: Record<string, string>; asNobody?: boolean; cwd?: string } = {},
): Promise<Run> {
  const user = asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${root}${script}`, ...args], {
    env: { ...process.env, ...(!asNobody && { NODE_COMPILE_CACHE }), ...env },
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
