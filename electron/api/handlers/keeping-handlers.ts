import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { toFileName } from '#shared/domain/corpus';
import { resolveStep } from '../../corpus/repositories/resolve-uid.ts';
import { buildAsOf, findStepAt } from '../../services/keeping/as-of.ts';
import { backUpIntoFolder, backUpTo } from '../../services/keeping/back-up.ts';
import { findBackupFolder, listBackups } from '../../services/keeping/list-backups.ts';
import { recoverCorpus } from '../../services/keeping/recover.ts';
import { restoreBackup } from '../../services/keeping/restore.ts';
import type { Handlers } from '../answer.ts';
import { toCopyPath } from '../copy-path.ts';

export const keepingHandlers: Pick<
  Handlers,
  | 'keeping:backup'
  | 'keeping:backup-now'
  | 'keeping:list-backups'
  | 'keeping:set-folder'
  | 'keeping:restore'
  | 'keeping:recover'
  | 'keeping:as-of'
  | 'keeping:show-as-of'
  | 'keeping:back-to-now'
> = {
  'keeping:backup': (to, { session, job }) => {
    const path = toCopyPath(session, to);
    return backUpTo(session.getCorpus(), path, session.options.checkCorpus, job);
  },
  'keeping:backup-now': (_, { session, job }) =>
    backUpIntoFolder(session.getCorpus(), session.backupOptions, true, job),
  'keeping:list-backups': ({ corpus }, { session }) => {
    const path = corpus === undefined ? session.getCorpusPath() : session.grants.get(corpus).path;
    const { folder } = session.backupOptions;
    return {
      folder: findBackupFolder(path, folder),
      isChosen: folder !== null,
      backups: listBackups(path, folder, (each) => session.grants.grant(each)),
    };
  },
  'keeping:set-folder': ({ folder }, { session }) => {
    const path = folder === null ? null : session.grants.get(folder).path;
    session.settings.update(() => ({ backups: path }));
    return { folder: path };
  },
  'keeping:restore': async ({ backup, corpus }, { session }) => {
    const from = session.grants.get(backup).path;
    const path = corpus === undefined ? session.getCorpusPath() : session.grants.get(corpus).path;
    if (path === from) throw new ExpectedError('backup-unknown', { file: basename(from) });
    if (session.isOpen(path)) await session.close();
    const { environment, checkCorpus } = session.options;
    const job = { report: session.sayProgress, isCancelled: () => false };
    try {
      const aside = await restoreBackup(path, from, { environment, checkCorpus }, job);
      return { aside, status: await session.open(path, 'write') };
    } catch (error) {
      // what was open before is opened again, where it can be
      if (!session.corpus) await session.open(path, 'write').catch(() => session.options.emit({ type: 'corpus' }));
      throw error;
    }
  },
  'keeping:recover': async (asked, { session, job }) => {
    const { grants, options } = session;
    const from = grants.get(asked.file).path;
    const to =
      'out' in asked
        ? grants.get(asked.out).path
        : join(asked.folder ? grants.get(asked.folder).path : dirname(from), toFileName(asked.name));
    if (session.isOpen(from))
      throw new ExpectedError('corpus-in-use', { file: basename(from), holder: options.environment.door });
    const recovery = await recoverCorpus(from, to, { ...options, person: session.person }, job);
    return { ...recovery, handle: grants.grant(to) };
  },
  'keeping:as-of': async (moment, { session, job }) => {
    const corpus = session.getPresent();
    const step = 'step' in moment ? resolveStep(corpus.read, moment.step) : findStepAt(corpus.read, moment.at);
    if (!step) throw new ExpectedError('step-unknown', { step: 'at' in moment ? moment.at : '' });
    const { view, problems } = await buildAsOf(corpus, step, job);
    return { handle: session.keepView(view), problems };
  },
  'keeping:show-as-of': ({ handle }, { session }) => session.showAsOf(handle),
  'keeping:back-to-now': (_, { session }) => session.backToNow(),
};
