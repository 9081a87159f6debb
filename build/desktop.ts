import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { fetchMessages } from '#shared/messages/en/desktop';
import { buildDesktop, buildRenderer } from './build-app.ts';
import { findElectron } from './find-electron.ts';

// build/desktop.ts [--corpus FILE]: the desktop app; the one command that fetches Electron, once, because it was asked to
const root = fileURLToPath(new URL('../', import.meta.url));
const FETCH_LIMIT_MS = 15 * 60_000;

const run = (program: string, args: string[], options: { env?: NodeJS.ProcessEnv; timeout?: number } = {}) =>
  new Promise<number>((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    // on Windows the terminal sends them to all, and passing one on would end the app before it has closed its corpus
    const pass = (signal: NodeJS.Signals) => process.platform === 'win32' || child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });

async function fetchElectron(): Promise<string | undefined> {
  process.stderr.write(`${fetchMessages.fetching}\n`);
  const installer = fileURLToPath(new URL('../node_modules/electron/install.js', import.meta.url));
  await run(process.execPath, [installer], { timeout: FETCH_LIMIT_MS });
  return findElectron();
}

const electron = findElectron() ?? (await fetchElectron());
if (electron === undefined) {
  process.stderr.write(`${fetchMessages.failed}\n`);
  process.exitCode = 1;
} else {
  await buildRenderer();
  await buildDesktop();
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE']; // set in the terminals of some editors
  process.exitCode = await run(electron, [root, ...process.argv.slice(2)], { env });
}
