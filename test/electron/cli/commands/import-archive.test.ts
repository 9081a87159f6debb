import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AnnotationReport } from '../../../../electron/cli/commands/import-annotations.ts';
import { packZip } from '../../../../electron/zip/pack-zip.ts';
import { samplesFolder } from '../../../helpers/formats/samples.ts';
import { createCommandLine } from '../../../helpers/galley.ts';

type Report = { imported: number; errors: { source: string; message: string }[]; annotations: AnnotationReport[] };

/** A command line in a folder of its own that ends with the test, with files in it. */
function start(files: Record<string, string> = {}) {
  const line = createCommandLine();
  onTestFinished(line.remove);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(line.folder, name, '..'), { recursive: true });
    writeFileSync(join(line.folder, name), content);
  }
  const pack = (names: readonly string[], to: string) =>
    packZip(
      names.map((name) => ({ path: join(line.folder, name), name })),
      join(line.folder, to),
    );
  return { ...line, pack };
}

test('a dataset in a ZIP comes in through the command line, and goes out again as the same bytes', async () => {
  const { folder, json, pack } = start({
    'team/pier.txt': 'The Harbour council shut the pier.\n',
    'team/pier.ann': 'T1\tORG 4 19\tHarbour council\nT2\tLOC 29 33\tpier\nR1\tholds Arg1:T1 Arg2:T2\n',
  });
  await pack(['team/pier.txt', 'team/pier.ann'], 'team.zip');
  const report = await json<Report>('import', 'team.zip', '--by', 'Omar');
  expect(report).toMatchObject({
    imported: 0,
    errors: [],
    annotations: [{ format: 'brat', articles: { imported: 1 }, annotations: { added: 2 }, relations: { added: 1 } }],
  });
  await json('export', '--format', 'jsonl', '--out', 'one');
  const names = ['articles.jsonl', 'codebook.json', 'README.md'].map((name) => `one/${name}`);
  await pack(names, 'one.zip');
  const other = ['--corpus', join(folder, 'other.galley'), '--json'];
  const { galley } = start();
  expect(await galley(['import', join(folder, 'one.zip'), ...other])).toMatchObject({ status: 0 });
  const out = ['export', '--format', 'jsonl', '--out', join(folder, 'two')];
  expect(await galley([...out, ...other])).toMatchObject({ status: 0 });
  const read = (from: string) => readFileSync(join(folder, from, 'articles.jsonl'), 'utf8');
  expect(read('two')).toBe(read('one'));
});

test('files of annotations that cannot be read are no articles, and nothing is tried on a corpus that is not there', async () => {
  const { folder, galley } = start({
    'a.conll': 'Harbour ORG\nshut O\n',
    'lone.ann': 'T1\tORG 0 7\tHarbour\n',
    'b.ann': 'T1\tORG 0 7\tHarbour\n',
    'b.txt': 'Harbour',
  });
  const [unread, dry] = await Promise.all([
    galley(['import', 'a.conll', 'lone.ann', '--corpus', 'war.galley', '--json']),
    galley(['import', 'b.ann', 'b.txt', '--dry-run', '--corpus', 'none.galley']),
  ]);
  expect(unread.status).toBe(1);
  expect(JSON.parse(unread.stdout)).toMatchObject({
    imported: 0,
    errors: [
      { source: 'a.conll', message: expect.stringContaining('line 1') },
      { source: 'lone.ann', message: expect.stringContaining('--format') },
    ],
  });
  expect(dry).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('There is no corpus at') });
  expect(existsSync(join(folder, 'none.galley'))).toBe(false);
});

test.for([
  ['brat/conll2002-esp-news', { format: 'brat', articles: { imported: 10 }, annotations: { added: 540 } }],
  ['doccano/export-examples/sequence_labeling.jsonl', { format: 'doccano', articles: { imported: 3 } }],
] as const)('%s comes in through the command line', async ([name, expected]) => {
  const path = resolve(samplesFolder, name);
  if (!existsSync(path))
    return console.warn(`skipped: there is no ${path}; set GALLEY_SAMPLES to the folder of samples`);
  const { folder, galley } = start();
  const { stdout, stderr } = await galley(['import', path, '--corpus', 'war.galley', '--json']);
  expect(stderr).toBe('');
  expect((JSON.parse(stdout) as Report).annotations).toMatchObject([expected]);
  expect(statSync(join(folder, 'war.galley')).size).toBeGreaterThan(0);
});
