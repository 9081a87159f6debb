import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { computeContentFingerprint } from '../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { backUpTo } from '../../electron/services/keeping/back-up.ts';
import { readLine, startChild } from './child.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from './corpus.ts';

const fixture = fileURLToPath(new URL('../fixtures/corpora/schema-1.galley', import.meta.url));
const checkCorpus = (path: string, how: 'copy') => Promise.resolve(inspectCorpus(path, how));

export type KeepingPlan = { what: 'backup' | 'restore' | 'upgrade'; rounds: number; delayMs: number };

/** Kills a process while it backs up, restores or upgrades: each corpus that lies there is whole, and none is lost. */
export async function killWhileKeeping({ what, rounds, delayMs }: KeepingPlan): Promise<void> {
  const made = createTestCorpus();
  const article = await made.importText(`${SAMPLE_TEXT}${'More words. '.repeat(20_000)}`);
  const backup = join(made.folder, 'backup.galley');
  await backUpTo(made.corpus, backup, checkCorpus, noJob);
  made.tag(article, 'actor', 0, 7);
  made.corpus.close();
  if (what === 'upgrade') copyFileSync(fixture, backup);
  const read = (path: string) => {
    const corpus = openCorpus(path, 'read', made.environment);
    try {
      return computeContentFingerprint(corpus.read);
    } finally {
      corpus.close();
    }
  };
  const known = new Set([read(made.path), read(backup)]);
  const child = startChild('test/helpers/keep-until-killed.ts', [made.path, backup, what]);
  for (let n = 0; n < rounds; n += 1) await readLine(child);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await child.kill();

  const corpora = readdirSync(made.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.galley'),
  );
  expect(corpora).toEqual(expect.arrayContaining(['test.galley', 'backup.galley']));
  for (const name of corpora) {
    expect([name, inspectCorpus(join(made.folder, name), 'whole')]).toEqual([name, null]);
    expect([name, known.has(read(join(made.folder, name)))]).toEqual([name, true]);
  }
}
