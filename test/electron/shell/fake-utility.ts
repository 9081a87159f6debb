import { fork, type ChildProcess } from 'node:child_process';
import type { StartedUtility, UtilityStarter } from '../../../electron/shell/start-utility.ts';
import { FakeEmitter } from './fake-emitter.ts';

/** Gives a child process what Electron gives a utility process: `process.parentPort`, and no end of its own. */
const parentPort = `
process.parentPort = {
  postMessage: (message) => process.send(message, () => {}),
  on: (type, listener) => process.on(type, (data) => listener({ data })),
};
process.on('disconnect', () => process.exit());
setInterval(() => {}, 1 << 30);`;

class FakeUtility extends FakeEmitter implements StartedUtility {
  readonly child: ChildProcess;
  stdout: NodeJS.ReadableStream | null;

  constructor(script: string, args: string[], options: Electron.ForkOptions) {
    super();
    const stdout = Array.isArray(options.stdio) ? options.stdio[1] : 'inherit';
    this.child = fork(script, args, {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--import',
        `data:text/javascript,${encodeURIComponent(parentPort)}`,
      ],
      stdio: ['ignore', stdout ?? 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.stdout = this.child.stdout;
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  postMessage(message: unknown): void {
    this.child.send(message as object, () => {}); // to a process that has died it is lost, as in Electron
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

/** Stands in for `utilityProcess`: real processes under Node, in the order in which they were started. */
export class FakeUtilityProcess implements UtilityStarter {
  readonly started: { script: string; args: string[]; options: Electron.ForkOptions; child: ChildProcess }[] = [];

  fork(script: string, args: string[], options: Electron.ForkOptions): StartedUtility {
    const utility = new FakeUtility(script, args, options);
    this.started.push({ script, args, options, child: utility.child });
    return utility;
  }

  get last(): ChildProcess {
    return this.started.at(-1)!.child;
  }

  /** Ends what a test has left behind. */
  killAll(): void {
    for (const { child } of this.started) child.kill('SIGKILL');
  }
}
