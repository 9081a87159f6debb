import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { parseBackupName } from '#shared/domain/backup';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { backUpIntoFolder, backUpTo, isDue } from '../../../../electron/services/keeping/back-up.ts';
import { createTestCorpus, createTestFolder, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const checkCorpus = (path: string, how: 'copy') => Promise.resolve(inspectCorpus(path, how));
const options = { checkCorpus, folder: null };
const tags = (made: TestCorpus) => listAnnotations(made.corpus.read, {}, { offset: 0, limit: 100 }).total;

async function createWorked() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 0, 7);
  return { made, article, to: join(made.folder, 'copy.galley') };
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof ExpectedError ? error.code : Promise.reject(error as Error)),
  );

describe('a copy', () => {
  test('is one file with all that is in the corpus, and says what it holds', async () => {
    const { made, to } = await createWorked();
    const copy = await backUpTo(made.corpus, to, checkCorpus, noJob);
    expect(copy).toMatchObject({
      file: 'copy.galley',
      articles: 1,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(readdirSync(made.folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.galley']);
    const other = openCorpus(to, 'read', made.environment);
    expect(computeContentFingerprint(other.read)).toBe(computeContentFingerprint(made.corpus.read));
    expect(other.read.pragma('journal_mode', { simple: true })).toBe('delete');
    other.close();
  });

  test('is as the corpus was when it began, while work goes on', async () => {
    const { made, article, to } = await createWorked();
    for (let n = 0; n < 40; n += 1)
      await made.importText(`${SAMPLE_TEXT}${`Words of ${n}. `.repeat(2000)}`, `${n}.txt`);
    const before = computeContentFingerprint(made.corpus.read);
    let tagged = 0;
    const tagMeanwhile = {
      report: () => {
        made.tag(article, 'claim', tagged, tagged + 3);
        tagged += 1;
      },
      isCancelled: () => false,
    };
    await backUpTo(made.corpus, to, checkCorpus, tagMeanwhile);
    expect(tagged).toBeGreaterThan(1);
    expect(tags(made)).toBe(1 + tagged);
    const other = openCorpus(to, 'read', made.environment);
    expect(computeContentFingerprint(other.read)).toBe(before);
    other.close();
  });

  test('never takes another file’s place', async () => {
    const { made, to } = await createWorked();
    writeFileSync(to, 'mine');
    expect(await codeOf(backUpTo(made.corpus, to, checkCorpus, noJob))).toBe('corpus-exists');
    expect(await codeOf(backUpTo(made.corpus, join(made.folder, 'none', 'x'), checkCorpus, noJob))).toBe(
      'folder-missing',
    );
  });

  test('that is stopped, or is not sound, leaves nothing', async () => {
    const { made, to } = await createWorked();
    const before = readdirSync(made.folder);
    const stopped = { report: () => {}, isCancelled: () => true };
    expect(await codeOf(backUpTo(made.corpus, to, checkCorpus, stopped))).toBe('cancelled');
    expect(await codeOf(backUpTo(made.corpus, to, () => Promise.resolve('torn'), noJob))).toBe('copy-unsound');
    expect(readdirSync(made.folder)).toEqual(before);
  });

  test('takes away what a killed one left', async () => {
    const { made, to } = await createWorked();
    const left = `${to}.draft-999999`;
    writeFileSync(left, 'half');
    await backUpTo(made.corpus, to, checkCorpus, noJob);
    expect(existsSync(left)).toBe(false);
  });
});

describe('a corpus’s folder of backups', () => {
  const names = ({ folder }: TestCorpus) => readdirSync(join(folder, 'test backups'));

  test('gets none where nothing changed since the last one', async () => {
    const { made, article } = await createWorked();
    expect(await backUpIntoFolder(made.corpus, options, false, noJob)).not.toBeNull();
    expect(await backUpIntoFolder(made.corpus, options, false, noJob)).toBeNull();
    const { path, place, read, environment } = made.corpus;
    const nextDay = { path, place, read, environment: { ...environment, now: () => new Date('2026-01-03T12:00:00Z') } };
    expect([made.corpus, nextDay].map((source) => isDue(source, options))).toEqual([false, false]);
    made.tag(article, 'claim', 8, 15);
    expect([made.corpus, nextDay].map((source) => isDue(source, options))).toEqual([false, true]);
    expect(names(made)).toHaveLength(1);
  });

  test('gets one that a person asks for beside an automatic one of the same moment, which the rule may take away', async () => {
    const { made } = await createWorked();
    await backUpIntoFolder(made.corpus, options, false, noJob);
    expect(await backUpIntoFolder(made.corpus, options, true, noJob)).not.toBeNull();
    for (const kept of [true, false]) expect(await backUpIntoFolder(made.corpus, options, kept, noJob)).toBeNull();
    expect(names(made).map((name) => parseBackupName(name)!.kept)).toEqual([false, true]);
  });

  test('names each by its number, moment, extent and fingerprint', async () => {
    const { made, article } = await createWorked();
    await backUpIntoFolder(made.corpus, options, false, noJob);
    made.tag(article, 'claim', 8, 15);
    await backUpIntoFolder(made.corpus, options, true, noJob);
    const [first, second] = names(made)
      .sort()
      .map((name) => parseBackupName(name)!);
    expect(first).toMatchObject({ number: 1, articles: 1, kept: false });
    expect(second).toMatchObject({ number: 2, kept: true });
    expect(second!.steps).toBeGreaterThan(first!.steps);
    expect(second!.fingerprint).not.toBe(first!.fingerprint);
  });

  test('loses what the rule does not keep, and nothing else', async () => {
    const { made, article } = await createWorked();
    await backUpIntoFolder(made.corpus, options, true, noJob);
    const [kept] = names(made);
    const folder = join(made.folder, 'test backups');
    const { corpus: uid } = parseBackupName(kept!)!;
    const old = Array.from(
      { length: 12 },
      (_, n) => `${String(n + 2).padStart(4, '0')} 2020-01-01 0${n % 10}-00-00 s1 a1 0000000${n % 10} ${uid}.galley`,
    );
    const others = ['notes.txt', '0001 2020-01-01 00-00-00 s1 a1 00000000 ffffffff.galley'];
    others.push(`0001 2020-01-01 00-30-00 s1 a1 0000000a ${uid} kept.galley`); // older than those that go
    for (const name of [...old, ...others]) writeFileSync(join(folder, name), 'x');
    made.tag(article, 'claim', 8, 15);
    await backUpIntoFolder(made.corpus, options, false, noJob);
    expect(names(made)).toEqual(expect.arrayContaining([kept, ...others, ...old.slice(-7)]));
    expect(names(made)).not.toContain(old[1]);
    made.tag(article, 'claim', 16, 21);
    await backUpIntoFolder(made.corpus, options, false, noJob);
    const numbers = names(made).flatMap((name) => parseBackupName(name)?.number ?? []);
    expect(numbers.sort((a, b) => b - a).slice(0, 3)).toEqual([15, 14, 13]); // counted on from the newest, however few are left
  });

  test('lies where the settings say', async () => {
    const { made } = await createWorked();
    const chosen = createTestFolder();
    await backUpIntoFolder(made.corpus, { checkCorpus, folder: chosen }, false, noJob);
    expect(readdirSync(join(chosen, 'test backups'))).toHaveLength(1);
    expect(existsSync(join(made.folder, 'test backups'))).toBe(false);
  });
});
