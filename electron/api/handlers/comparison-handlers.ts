import type { comparisonCalls } from '#shared/api/comparison-calls';
import { compareClaims } from '../../services/compare/claims.ts';
import { countSides } from '../../services/compare/count-sides.ts';
import { openComparison, openSides } from '../../services/compare/comparison.ts';
import { listMentionLines } from '../../services/compare/list-mention-lines.ts';
import { listWordLines } from '../../services/compare/list-word-lines.ts';
import { compareNaming } from '../../services/compare/naming.ts';
import { comparePair } from '../../services/compare/pair.ts';
import { offerPairs } from '../../services/compare/pairs.ts';
import { listProposedEvents } from '../../services/compare/proposed-events.ts';
import { savePicture } from '../../services/compare/save-picture.ts';
import { compareSilence } from '../../services/compare/silence.ts';
import { compareSources } from '../../services/compare/sources.ts';
import { compareTimes } from '../../services/compare/timeline.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import { keepView, readBasisOfKeyness } from '../../services/compare/kept-views.ts';
import type { Job } from '../../services/job.ts';
import type { Session } from '../session.ts';
import { compareWhole } from '../../services/compare/whole.ts';
import { compareWords } from '../../services/compare/words.ts';
import type { Handlers } from '../answer.ts';

type Context = { session: Session; job: Job };

/** Makes a view, or gives it as it was made before where nothing has changed that it rests on. */
const toHandler =
  <I, O>(
    channel: string,
    make: (db: ReadDb, input: I, job: Job) => Promise<O>,
    readBasis?: (db: ReadDb, input: I, job: Job) => Promise<string>,
  ) =>
  (input: I, { session, job }: Context): Promise<O> => {
    const db = session.getCorpus().read;
    return keepView(db, { channel, input }, () => make(db, input, job), readBasis && (() => readBasis(db, input, job)));
  };

/** What draws pictures takes longer to load than most commands to run. */
const loadExport = () => import('../../services/compare/export-comparison.ts');

export const comparisonHandlers: Pick<Handlers, keyof typeof comparisonCalls> = {
  'compare:counts': toHandler('compare:counts', countSides),
  'compare:naming': toHandler('compare:naming', compareNaming),
  'compare:words': toHandler('compare:words', compareWords, readBasisOfKeyness),
  'compare:word-lines': async (input, { session, job }) =>
    listWordLines(await openSides(session.getCorpus().read, input, job), input),
  'compare:sources': toHandler('compare:sources', compareSources),
  'compare:claims': toHandler('compare:claims', compareClaims),
  'compare:proposed-events': toHandler('compare:proposed-events', listProposedEvents),
  'compare:silence': toHandler('compare:silence', compareSilence),
  'compare:timeline': toHandler('compare:timeline', compareTimes),
  'compare:pairs': toHandler('compare:pairs', offerPairs),
  'compare:pair': toHandler('compare:pair', comparePair),
  'compare:lines': async (input, { session, job }) =>
    listMentionLines(await openComparison(session.getCorpus().read, input, job), input),
  'compare:whole': (input, { session, job }) => compareWhole(session.getCorpus().read, input, job),
  'compare:export': async ({ outputs, folder, ...compared }, { session, job }) => {
    const { exportComparison } = await loadExport();
    const { path } = session.grants.get(folder);
    return { files: await exportComparison(session.getCorpus(), { compared, outputs, folder: path }, job) };
  },
  'compare:report': async ({ file, ...compared }, { session, job }) => {
    const { exportReport } = await loadExport();
    await exportReport(session.getCorpus(), compared, session.grants.get(file).path, job);
    return {};
  },
  'compare:save-picture': async ({ folder, ...picture }, { session }) => {
    await savePicture(session.getCorpus(), session.grants.get(folder).path, picture);
    return {};
  },
};
