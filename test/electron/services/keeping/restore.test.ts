import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { backUpTo } from '../../../../electron/services/keeping/back-up.ts';
import { listAsideFiles } from '../../../../electron/services/keeping/list-backups.ts';
import { restoreBackup } from '../../../../electron/services/keeping/restore.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const checkCorpus = (path: string, how: 'copy') => Promise.resolve(inspectCorpus(path, how));

/** A corpus that is closed, with a backup from before its last tag. */
async function createBackedUp() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const backup = join(made.folder, 'backup.galley');
  await backUpTo(made.corpus, backup, checkCorpus, noJob);
  const then = computeContentFingerprint(made.corpus.read);
  made.tag(article, 'actor', 0, 7);
  const now = computeContentFingerprint(made.corpus.read);
  made.corpus.close();
  const read = (path: string) => {
    const corpus = openCorpus(path, 'read', made.environment);
    const fingerprint = computeContentFingerprint(corpus.read);
    corpus.close();
    return fingerprint;
  };
  const { environment } = made;
  const restore = (from = backup) => restoreBackup(made.path, from, { environment, checkCorpus }, noJob);
  return { made, backup, then, now, read, restore };
}

describe('restoring a backup', () => {
  test('puts a copy of it in the corpus’s place and keeps what was there, so that it can be undone', async () => {
    const { made, backup, then, now, read, restore } = await createBackedUp();
    const aside = await restore();
    expect([read(made.path), read(backup), read(join(made.folder, aside!))]).toEqual([then, then, now]);
    expect(statSync(made.path).nlink).toBe(1); // no second name of it is left
    expect(aside).toMatch(/^test \(before restoring \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\)\.galley$/);
    await restore(join(made.folder, aside!));
    expect(read(made.path)).toBe(now);
    expect(listAsideFiles(made.path)).toHaveLength(2);
  });

  test('keeps a damaged file byte for byte', async () => {
    const { made, then, read, restore } = await createBackedUp();
    const bytes = readFileSync(made.path);
    bytes.fill(0x5a, 0, 30_000);
    writeFileSync(made.path, bytes);
    const aside = await restore();
    expect(read(made.path)).toBe(then);
    expect(readFileSync(join(made.folder, aside!)).equals(bytes)).toBe(true);
  });

  test('keeps what a killed program left in the log, folded into the file that it belongs to', async () => {
    const { made, backup, then, read } = await createBackedUp();
    made.corpus = openCorpus(made.path, 'write', made.environment);
    made.tag(listArticleUids(made.corpus.read, {})[0]!, 'claim', 8, 15);
    const now = computeContentFingerprint(made.corpus.read);
    const folder = join(made.folder, 'killed');
    const path = join(folder, 'test.galley');
    mkdirSync(folder);
    for (const end of ['', '-wal']) copyFileSync(`${made.path}${end}`, `${path}${end}`);
    const aside = await restoreBackup(path, backup, { environment: made.environment, checkCorpus }, noJob);
    expect(readdirSync(folder).sort()).toEqual([aside, 'test.galley']);
    expect([read(path), read(join(folder, aside!))]).toEqual([then, now]);
  });

  test('is refused where the file is no corpus, which can be written on', async () => {
    const { made, restore } = await createBackedUp();
    writeFileSync(join(made.folder, 'no.galley'), 'no corpus');
    await expect(restore(join(made.folder, 'no.galley'))).rejects.toMatchObject({ code: 'not-a-corpus' });
    made.corpus = openCorpus(made.path, 'write', made.environment);
    expect(made.corpus.mode).toBe('write');
  });

  test('is refused where the backup is not sound, and leaves all as it was', async () => {
    const { made, backup, now, read, restore } = await createBackedUp();
    const bytes = readFileSync(backup);
    bytes.fill(0x5a, 40_000, 90_000);
    writeFileSync(backup, bytes);
    const before = readdirSync(made.folder);
    await expect(restore()).rejects.toBeInstanceOf(ExpectedError);
    expect(read(made.path)).toBe(now);
    expect(readdirSync(made.folder)).toEqual(before);
  });

  test('is refused while the corpus is being written', async () => {
    const { made, restore } = await createBackedUp();
    made.corpus = openCorpus(made.path, 'write', made.environment);
    await expect(restore()).rejects.toMatchObject({ code: 'corpus-in-use' });
  });

  test('works where the corpus is gone', async () => {
    const { made, then, read, restore } = await createBackedUp();
    rmSync(made.path);
    expect(await restore()).toBeNull();
    expect(read(made.path)).toBe(then);
  });
});
