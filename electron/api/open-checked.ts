import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { keepingNotices } from '#shared/messages/en/keeping';
import { openCorpus, type Corpus, type Environment } from '../corpus/open-corpus.ts';
import { getCorpusRow } from '../corpus/repositories/corpus-repository.ts';
import { backUpBeforeUpgrade } from '../services/keeping/automatic-backups.ts';
import type { BackupOptions } from '../services/keeping/back-up.ts';

/** What a check of a file in a process of its own found: null where nothing is wrong. */
export type CheckCorpus = (path: string, how: 'quick' | 'whole' | 'copy') => Promise<string | null>;

/** `known`: files that were made or checked here, with the uid of the corpus in each. */
export type Opening = {
  environment: Environment;
  known: readonly { path: string; uid: string }[];
  checkCorpus: CheckCorpus;
  backups: BackupOptions;
  notify(text: string): void;
};

/**
 * Opens a corpus; a file that was not made or checked here is first looked at in a process that can be killed, and one of an older
 * format is backed up before it is upgraded. Errors: those of `openCorpus`; corpus-damaged.
 */
export async function openChecked(path: string, access: 'read' | 'write', opening: Opening): Promise<Corpus> {
  const { environment } = opening;
  const known = opening.known.find((each) => each.path === path);
  if (!known) await refuseUnlessSound(path, opening);
  const granted = access === 'write' ? await prepareUpgrade(path, opening) : access;
  const corpus = openCorpus(path, granted, environment);
  if (!known || getCorpusRow(corpus.read)?.uid === known.uid) return corpus;
  corpus.close();
  await refuseUnlessSound(path, opening);
  return openCorpus(path, granted, environment);
}

/** An older format is not touched before it is backed up: where that fails, the corpus is only read. */
async function prepareUpgrade(path: string, { environment, backups, notify }: Opening): Promise<'read' | 'write'> {
  try {
    const file = await backUpBeforeUpgrade(path, environment, backups);
    if (file !== null) notify(keepingNotices.beforeUpgrade(file));
    return 'write';
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    notify(keepingNotices.failed(error.message));
    return 'read';
  }
}

async function refuseUnlessSound(path: string, { checkCorpus }: Opening): Promise<void> {
  const problem = await checkCorpus(path, 'whole');
  if (problem !== null) throw new ExpectedError('corpus-damaged', { file: basename(path), detail: problem });
}
