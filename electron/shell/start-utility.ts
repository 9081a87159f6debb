import type { ForkOptions, UtilityProcess } from 'electron';
import { lookingFailed } from '#shared/messages/en/notices';
import type { Port } from '../worker/messages.ts';

export type StartedUtility = Pick<UtilityProcess, 'on' | 'once' | 'postMessage' | 'kill' | 'stdout'>;
/** Electron's `utilityProcess`, as far as it is used. */
export type UtilityStarter = { fork(script: string, args: string[], options: ForkOptions): StartedUtility };

/** A worker in a process of its own. `exited` gives its exit status, whatever ended it. */
export type StartedWorker = { port: Port; exited: Promise<number> };

/** Starts the worker's bundle as a utility process; messages sent before it listens are kept for it. */
export function startWorkerProcess(utility: UtilityStarter, script: string): StartedWorker {
  const child = utility.fork(script, [], { serviceName: 'Galley corpus' });
  return {
    port: {
      send: (message) => child.postMessage(message),
      receive: (listener) => void child.on('message', listener),
      close: () => void child.kill(),
    },
    exited: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/**
 * Looks at a corpus in a utility process with little memory; gives what is wrong with it, or null.
 *
 * A utility process does not end by itself when its script has, so it is ended as soon as it has answered, and after
 * `limitMs` at the latest.
 * Source: Electron issue 47228; memory switch as JavascriptEnvironment of Electron reads it
 */
export function checkInUtility(
  utility: UtilityStarter,
  script: string,
  { path, how, limitMs }: { path: string; how: 'quick' | 'whole' | 'copy'; limitMs: number },
): Promise<string | null> {
  const child = utility.fork(script, [path, how], {
    serviceName: 'Galley corpus check',
    stdio: ['ignore', 'pipe', 'inherit'],
    execArgv: ['--js-flags=--max-old-space-size=512'],
  });
  return new Promise((resolve) => {
    const end = (problem: string | null) => {
      clearTimeout(timer);
      resolve(problem);
      child.kill();
    };
    const timer = setTimeout(() => end(lookingFailed.tooLong), limitMs);
    let written = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const answer = parseAnswer(written);
      if (answer) end(answer.problem);
    });
    child.once('exit', () => end(lookingFailed.died));
  });
}

/** What the check wrote, once it is whole. */
function parseAnswer(written: string): { problem: string | null } | undefined {
  try {
    return JSON.parse(written) as { problem: string | null };
  } catch {
    return undefined;
  }
}
