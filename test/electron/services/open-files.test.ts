import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFolder, SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createTestSession } from '../../helpers/session.ts';

/** Calls of `fs` that open what lies at a path; closing it again would drop SQLite's locks on that file. */
const opening = [
  'openSync',
  'open',
  'readFileSync',
  'readFile',
  'copyFileSync',
  'copyFile',
  'createReadStream',
  'writeFileSync',
  'writeFile',
  'appendFileSync',
  'truncateSync',
  'cpSync',
] as const;
const real = Object.fromEntries(opening.map((name) => [name, fs[name]]));
let opened: string[];

beforeEach(() => {
  opened = [];
  for (const name of opening) {
    const call = fs[name] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        opened.push(...args.slice(0, 2).filter((arg): arg is string => typeof arg === 'string'));
        return call(...args);
      },
    });
  }
  syncBuiltinESMExports();
});
afterEach(() => {
  Object.assign(fs, real);
  syncBuiltinESMExports();
});

test('no file of an open corpus is ever opened by other means than SQLite’s', async () => {
  const made = createTestSession({ folder: createTestFolder() });
  await made.get('corpus:new', { name: 'war' });
  const { path } = made.session.getCorpus();
  const page = join(made.folder, 'page.txt');
  fs.writeFileSync(page, SAMPLE_TEXT);
  const pages = [page, path, `${path}-wal`, `${path}-shm`, `${path}-lock`].map((each) => ({
    handle: made.grant(each),
  }));
  const preview = await made.run('import:preview', { pages });
  const report = await made.run('import:run', { pages });
  if (!preview.ok || !report.ok) throw new Error('not imported');
  expect([preview.value.errors.length, report.value.errors.length]).toEqual([4, 4]);
  const article = report.value.articles[0]!.uid;
  await made.get('annotations:create', { article, label: 'actor', spans: [{ start: 0, end: 7 }] });
  await made.get('history:undo');
  for (const format of ['jsonl', 'csv'] as const)
    await made.run('dataset:export', { format, folder: made.grant(join(made.folder, format)) });
  await made.run('corpus:verify', {});
  await made.get('corpus:open', { handle: made.grant(path) });
  await made.get('places:list');
  expect(opened).toContain(page); // what is opened is seen
  expect(opened.filter((each) => each.startsWith(path))).toEqual([]);
});
