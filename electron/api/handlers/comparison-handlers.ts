import { comparisonLeavesOut } from '#shared/messages/en/notices';
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
import { findBlinded, sayBlind, toSight } from '../sight.ts';

type Context = { session: Session; job: Job };

/** Both sides without articles that whoever is at the keyboard tags blind still (docs/decisions/0022-checking-together.md). */
const toOpenSides = <I>(session: Session, input: I): I => {
  const { a, b } = input as { a?: object; b?: object };
  if (findBlinded(session) === null || typeof a !== 'object' || typeof b !== 'object') return input;
  return { ...input, a: toSight(session, a, 'openTo'), b: toSight(session, b, 'openTo') };
};

/** Makes a view, or gives it as it was made before where nothing has changed that it rests on. */
const toHandler =
  <I, O>(
    channel: string,
    make: (db: ReadDb, input: I, job: Job) => Promise<O>,
    readBasis?: (db: ReadDb, input: I, job: Job) => Promise<string>,
  ) =>
  (input: I, { session, job }: Context): Promise<O> => {
    const db = session.getCorpus().read;
    const seen = toOpenSides(session, input);
    return keepView(
      db,
      { channel, input: seen },
      () => make(db, seen, job),
      readBasis && (() => readBasis(db, seen, job)),
    );
  };

/** What draws pictures takes longer to load than most commands to run. */
const loadExport = () => import('../../services/compare/export-comparison.ts');

const keepPair = toHandler('compare:pair', comparePair);

export const comparisonHandlers: Pick<Handlers, keyof typeof comparisonCalls> = {
  'compare:counts': toHandler('compare:counts', countSides),
  'compare:naming': toHandler('compare:naming', compareNaming),
  'compare:words': toHandler('compare:words', compareWords, readBasisOfKeyness),
  'compare:word-lines': async (input, { session, job }) =>
    listWordLines(await openSides(session.getCorpus().read, toOpenSides(session, input), job), input),
  'compare:sources': toHandler('compare:sources', compareSources),
  'compare:claims': toHandler('compare:claims', compareClaims),
  'compare:proposed-events': toHandler('compare:proposed-events', listProposedEvents),
  'compare:silence': toHandler('compare:silence', compareSilence),
  'compare:timeline': toHandler('compare:timeline', compareTimes),
  'compare:pairs': toHandler('compare:pairs', offerPairs),
  'compare:pair': (input, { session, job }) => keepPair({ ...input, openTo: findBlinded(session) }, { session, job }),
  'compare:lines': async (input, { session, job }) =>
    listMentionLines(await openComparison(session.getCorpus().read, toOpenSides(session, input), job), input),
  'compare:whole': async (input, { session, job }) => {
    sayBlind(session, {}, comparisonLeavesOut);
    return { ...(await compareWhole(session.getCorpus().read, toOpenSides(session, input), job)), compared: input };
  },
  'compare:export': async ({ outputs, folder, ...compared }, { session, job }) => {
    const { exportComparison } = await loadExport();
    const { path } = session.grants.get(folder);
    return {
      files: await exportComparison(
        session.getCorpus(),
        { compared: toOpenSides(session, compared), outputs, folder: path },
        job,
      ),
    };
  },
  'compare:report': async ({ file, ...compared }, { session, job }) => {
    const { exportReport } = await loadExport();
    await exportReport(session.getCorpus(), toOpenSides(session, compared), session.grants.get(file).path, job);
    return {};
  },
  'compare:save-picture': async ({ folder, ...picture }, { session }) => {
    await savePicture(session.getCorpus(), session.grants.get(folder).path, picture);
    return {};
  },
};
