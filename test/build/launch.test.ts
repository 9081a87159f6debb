import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const launch = fileURLToPath(new URL('../../build/launch.mjs', import.meta.url));
/** Says that it waits for another; the number and the place differ. */
const waiting = /waiting for process \d+, which installs the same/;

let folder: string;
/** A checkout whose only part is a package of its own with a script that must not run; npm needs no network for it. */
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'galley-launch-')), 'a checkout');
  for (const name of ['build', 'part']) mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(launch, join(folder, 'build', 'launch.mjs'));
  const part = { name: 'part', version: '1.0.0', scripts: { install: 'node -e "fs.writeFileSync(`ran`, ``)"' } };
  write('part/package.json', part);
  const checkout = { name: 'checkout', version: '1.0.0', dependencies: { part: 'file:part' } };
  write('package.json', checkout);
  const packages = { '': checkout, part, 'node_modules/part': { resolved: 'part', link: true } };
  write('package-lock.json', { ...checkout, lockfileVersion: 3, requires: true, packages });
  writeFileSync(
    join(folder, 'build', 'say.ts'),
    `const given: string[] = process.argv.slice(2);
     process.on('SIGTERM', () => process.exit(7));
     if (given[0] === 'wait') setInterval(() => {}, 1000);
     console.log(JSON.stringify({ given, cwd: process.cwd(), node: process.versions.node }));
     if (given[0] === 'fail') process.exitCode = 3;`,
  );
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));

function lock(pids: { launch: number; npm?: number }): void {
  mkdirSync(join(folder, '.install-lock'));
  for (const [name, pid] of Object.entries(pids)) writeFileSync(join(folder, '.install-lock', name), String(pid));
}

type Options = { env?: Record<string, string>; cwd?: string; uid?: number };

function start(args: string[], { env = {}, cwd = folder, uid }: Options = {}): ChildProcess {
  const script = join(folder, 'build', 'launch.mjs');
  return spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, npm_execpath: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
}

async function finish(child: ChildProcess) {
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}

const run = (args: string[], options?: Options) => finish(start(args, options));
const say = (...args: string[]) => ['--run', 'build/say.ts', ...args];

/** The number of a process that has ended. */
async function findDeadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

describe('a checkout that nothing is installed in', () => {
  it('is installed by the first launch, with no script of a package run; the second says nothing of it', async () => {
    const first = await run(say());
    expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('installing what package-lock.json')]);
    expect(existsSync(join(folder, 'node_modules', 'part', 'package.json'))).toBe(true);
    expect(existsSync(join(folder, 'part', 'ran'))).toBe(false);
    expect(existsSync(join(folder, '.install-lock'))).toBe(false);
    expect(await run(say())).toMatchObject({ status: 0, stderr: '' });
  });

  it('is installed anew when the lock file has changed', async () => {
    await run(say());
    const path = join(folder, 'package-lock.json');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    expect((await run(say())).stderr).toContain('installing');
  });

  it('is installed once by launches at the same time', async () => {
    const runs = await Promise.all([run(say()), run(say()), run(say())]);
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(runs.filter(({ stderr }) => stderr.includes('installing what package-lock.json'))).toHaveLength(1);
    expect(runs.filter(({ stderr }) => waiting.test(stderr))).toHaveLength(2);
  });

  it('is taken over from a launch and an npm that were killed', async () => {
    const dead = await findDeadPid();
    lock({ launch: dead, npm: dead });
    expect(await run(say())).toMatchObject({ status: 0, stderr: expect.not.stringMatching(waiting) });
  });

  it('is left to an npm that goes on although its launch was killed', async () => {
    const npm = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 100_000)'], { stdio: 'ignore' });
    lock({ launch: await findDeadPid(), npm: npm.pid! });
    const child = start(say());
    const finished = finish(child);
    await once(child.stderr!, 'data');
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
    npm.kill();
    expect(await finished).toMatchObject({ status: 0, stderr: expect.stringMatching(waiting) });
  });

  it.skipIf(process.platform === 'win32')('is not waited for where the lock names the launch itself', async () => {
    mkdirSync(join(folder, '.install-lock'));
    const child = spawn(
      'sh',
      ['-c', 'echo $$ > .install-lock/launch; exec "$0" build/launch.mjs --run build/say.ts', process.execPath],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    expect(await finish(child)).toMatchObject({ status: 0, stderr: expect.not.stringMatching(waiting) });
  });

  it.skipIf(process.getuid?.() !== 0)('says so where the folder may not be written', async () => {
    chmodSync(join(folder, '..'), 0o755);
    const { status, stderr } = await run(say(), { uid: 65_534 });
    expect([status, stderr]).toEqual([1, expect.stringContaining('cannot be written')]);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('says why where npm refuses, and is tried again at the next launch', async () => {
    const path = join(folder, 'package-lock.json');
    const lockFile = readFileSync(path);
    rmSync(path);
    write('package-lock.json', { name: 'checkout', lockfileVersion: 3, packages: {} });
    const failed = await run(say());
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('could not install its parts')]);
    writeFileSync(path, lockFile);
    expect(await run(say())).toMatchObject({ status: 0 });
  });

  it('is installed by npm also where another program started us', async () => {
    writeFileSync(join(folder, 'pnpm.cjs'), 'throw new Error("not npm")');
    expect(await run(say(), { env: { npm_execpath: join(folder, 'pnpm.cjs') } })).toMatchObject({ status: 0 });
  });
});

describe('the script that was asked for', () => {
  it('gets its arguments as they are and the folder of the person, and runs under Node 24', async () => {
    const cwd = join(folder, 'part');
    const { stdout } = await run(say('two words', '--flag=ü', ''), { cwd, env: { NODE_ENV: 'production' } });
    expect(JSON.parse(stdout)).toEqual({
      given: ['two words', '--flag=ü', ''],
      cwd,
      node: expect.stringMatching(/^(2[4-9]|[3-9]\d)\./),
    });
  });

  it('gives its exit status', async () => {
    expect((await run(say('fail'))).status).toBe(3);
    expect((await run(['--run', 'build/missing.ts'])).status).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('is sent the signals that only the launch got', async () => {
    const child = start(say('wait'));
    const finished = finish(child);
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect((await finished).status).toBe(7);
  });
});
