import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { desktopConfig, preloadConfig, toCommandLineConfig } from './vite-desktop.ts';
import { rendererConfig } from './vite-renderer.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** SHA-256 over names and bytes of all files in these folders, and of the lock file. */
function hashSources(folders: string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Makes something anew when what it is made from has changed since; `stamp` lies in out/. */
async function buildWhenStale(name: string, folders: string[], make: () => Promise<void>): Promise<void> {
  const stampFile = join(root, 'out', `${name}.stamp`);
  const stamp = hashSources(folders);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Renames a folder; gives whether it did, false where one of these codes says why not. */
function tryRename(from: string, to: string, ...refusals: string[]): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (refusals.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Puts a finished folder in the place of another, whole; also while another build does the same. */
function replaceFolder(from: string, to: string): void {
  const old = `${to}.old-${process.pid}`;
  do {
    tryRename(to, old, 'ENOENT');
    rmSync(old, { recursive: true, force: true });
  } while (!tryRename(from, to, 'ENOTEMPTY', 'EEXIST'));
}

/** Builds what people use, also where tests build it: Vite goes by NODE_ENV, which they set to `test`. */
async function buildForUse(config: InlineConfig): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build(config);
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** The page, into out/renderer. */
export const buildRenderer = () =>
  buildWhenStale('renderer', ['renderer', 'shared', 'build'], async () => {
    const place = join(root, 'out', 'renderer');
    const draft = `${place}.new-${process.pid}`;
    await buildForUse({ ...rendererConfig, build: { ...rendererConfig.build, outDir: draft } });
    replaceFolder(draft, place);
  });

/** Puts what a worker reads by the place of its code, as from its source. */
function placeData(folder: string): void {
  cpSync(join(root, 'electron', 'gazetteer', 'data'), join(folder, 'data'), { recursive: true });
  cpSync(join(root, 'node_modules', 'highs', 'build', 'highs.wasm'), join(folder, 'highs.wasm'));
}

/** Main process, preload, worker, check of a corpus, gazetteer and solver, into out/desktop. */
export const buildDesktop = () =>
  buildWhenStale('desktop', ['electron', 'shared', 'build'], async () => {
    await buildForUse(desktopConfig);
    await buildForUse(preloadConfig);
    placeData(join(root, 'out', 'desktop'));
  });

const HOUR_MS = 3_600_000;

/** Takes away what no run of tests has used for an hour. */
function removeUnused(folders: string[]): void {
  for (const folder of folders) {
    const usedAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (usedAt !== undefined && Date.now() - usedAt > HOUR_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The command line as one bundle, for tests, which start it hundreds of times: it is up in a third of the time that its 1,500 source
 * files take. Gives its folder, out/command-line-<hash>, which stays as it is while tests run from it, whatever becomes of the sources.
 */
export async function buildCommandLine(): Promise<string> {
  const out = join(root, 'out');
  const place = join(out, `command-line-${hashSources(['electron', 'shared', 'build']).slice(0, 16)}`);
  if (!existsSync(place)) {
    const draft = join(out, `command-line-draft-${process.pid}`);
    await buildForUse(toCommandLineConfig(draft));
    placeData(draft);
    if (!tryRename(draft, place, 'ENOTEMPTY', 'EEXIST')) rmSync(draft, { recursive: true });
  }
  const now = new Date();
  utimesSync(place, now, now);
  const bundles = readdirSync(out).filter((name) => name.startsWith('command-line-'));
  removeUnused(bundles.map((name) => join(out, name)));
  return place;
}

/** The sample corpus, into out/sample. */
export const buildSample = () =>
  buildWhenStale('sample', ['electron', 'shared', 'build', 'test/fixtures/sample'], () => {
    const script = join(root, 'build', 'sample-corpus.ts');
    const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The sample corpus could not be made');
    return Promise.resolve();
  });
