import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findCommandLine } from './command-line.ts';

export type HostChoices = {
  corpus?: string;
  /** Kept by whoever gives it, so that a second host finds what the first one left; else a folder of this host's own. */
  home?: string;
  port?: number;
  env?: Record<string, string>;
};

/** A `galley serve` in a process of its own. */
export type TestHost = {
  /** An address that lets one page in. */
  url: string;
  pid: number;
  /** When it has ended: its exit status, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>;
  /** Home of the host: its settings and its Documents lie below. */
  home: string;
  /** Another address that lets one page in. */
  newUrl(): Promise<string>;
  /** Sends a signal and waits for the end; gives the exit status, or the signal that ended it. */
  kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** What it has said on standard error. */
  said(): string;
};

/** Starts the real browser host with settings and Documents of its own; the caller ends it by `kill`. */
export async function startHost({ corpus, home, port, env: more = {} }: HostChoices = {}): Promise<TestHost> {
  const own = home ?? mkdtempSync(join(tmpdir(), 'galley-test-home-'));
  const args = ['--disable-warning=ExperimentalWarning', findCommandLine(), 'serve', '--json'];
  if (corpus !== undefined) args.push('--corpus', corpus);
  if (port !== undefined) args.push('--port', String(port));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: own,
    USERPROFILE: own,
    GALLEY_CONFIG_FOLDER: join(own, 'settings'),
    ...more,
  };
  delete env['GALLEY_ANNOTATOR'];
  const child = spawn(process.execPath, args, { env, stdio: 'pipe' });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = (once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>).then(
    ([status, signal]) => status ?? signal!,
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextUrl = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The host has ended: ${said}`);
    return (JSON.parse(value) as { url: string }).url;
  };
  return {
    url: await nextUrl(),
    pid: child.pid!,
    exited,
    home: own,
    async newUrl() {
      child.stdin.write('\n');
      return nextUrl();
    },
    async kill(signal = 'SIGTERM') {
      child.kill(signal);
      const ended = await exited;
      if (home === undefined) rmSync(own, { recursive: true, force: true });
      return ended;
    },
    said: () => said,
  };
}
