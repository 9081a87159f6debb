import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { backUpTo } from '../../electron/services/keeping/back-up.ts';
import { backUpBeforeUpgrade } from '../../electron/services/keeping/automatic-backups.ts';
import { restoreBackup } from '../../electron/services/keeping/restore.ts';

// Backs up, restores, or brings an older corpus up to date, again and again, until its process is killed.
const [path, backup, what] = process.argv.slice(2) as [string, string, 'backup' | 'restore' | 'upgrade'];
const environment = { now: () => new Date(), newUid: () => v7(), door: 'a test', version: '0.0.0' };
const checkCorpus = (file: string) => Promise.resolve(inspectCorpus(file, 'whole'));
const job = { report: () => {}, isCancelled: () => false };

for (let n = 0; ; n += 1) {
  process.stdout.write(`${JSON.stringify({ n })}\n`);
  if (what === 'restore') await restoreBackup(path, backup, { environment, checkCorpus }, job);
  else if (what === 'backup') {
    const corpus = openCorpus(path, 'read', environment);
    await backUpTo(corpus, join(dirname(path), `copy ${n}.galley`), checkCorpus, job);
    corpus.close();
  } else {
    rmSync(join(dirname(path), 'work.galley'), { force: true });
    copyFileSync(backup, join(dirname(path), 'work.galley')); // nobody has either open
    await backUpBeforeUpgrade(join(dirname(path), 'work.galley'), environment, { checkCorpus, folder: null });
    openCorpus(join(dirname(path), 'work.galley'), 'write', environment).close();
  }
}
