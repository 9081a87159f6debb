import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { StepId } from '#shared/domain/ids';
import { mergeMessages } from '#shared/messages/en/merge';
import { MERGE_LISTED, type CountByKind, type MergePlan, type MergeReport } from '#shared/domain/merge';
import { parsePackage, type MergePayload } from '../../corpus/journal/merges.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { findFirstPayload, getCorpusRow } from '../../corpus/repositories/corpus-repository.ts';
import { pause, type Job } from '../job.ts';
import { openStep, type OpenStep } from '../write-step.ts';
import { describeConflicts } from './describe-conflicts.ts';
import { findNews, type News } from './find-news.ts';
import { openOther, type CheckOther } from './open-other.ts';
import { Outcomes } from './outcomes.ts';
import { toChangeKind, type Effect, type MergeChoices } from './reckoning.ts';
import { keepPlan } from './plans.ts';
import { Targets } from './targets.ts';
import { Union } from './union.ts';
import { writeMerge } from './write-merge.ts';

/** `path`: the other copy's file; `check` looks at it in a process of its own. */
export type MergeRequest = MergeChoices & { path: string; otherCorpus: boolean };
export type MergeWays = { check: CheckOther };

/** Names that a refusal lists. */
const MOST_NAMED = 10;

type Prepared = { corpus: Corpus; other: Corpus; file: string; news: News; outcomes: Outcomes; effects: Effect[] };
type TouchedRow = { kind: string; target: string; step: string };

/** What a merge would do; nothing is written. Errors: those of `merge:preview`. */
export const previewMerge = (corpus: Corpus, request: MergeRequest, ways: MergeWays, job: Job): Promise<MergePlan> =>
  withOther(corpus, request, ways, job, async (prepared) => {
    const plan = corpus.environment.newUid();
    await keepPlan(corpus.read, { plan, ...prepared }, job);
    return { plan, ...describe(prepared) };
  });

/**
 * Takes over what is new in another copy, as one step. `beforeIt` is waited for before anything is written. Errors: those of
 * `merge:run`. Whatever ends it early leaves nothing.
 */
export const mergeCorpora = (
  corpus: Corpus,
  annotator: string,
  request: MergeRequest,
  { beforeIt = () => Promise.resolve(), ...ways }: MergeWays & { beforeIt?: () => Promise<void> },
  job: Job,
): Promise<MergeReport> =>
  withOther(corpus, request, ways, job, async (prepared) => {
    const { outcomes, news, other, file } = prepared;
    const outcome = describe(prepared);
    const conflicts = describeConflicts(outcomes, other.read, outcomes.conflicts.slice(0, MERGE_LISTED.pastConflicts));
    if (outcome.same) return { step: null, ...outcome, conflicts };
    if (outcomes.sameNames.length > 0 && !request.sameNames)
      throw new ExpectedError('merge-same-names', { names: listNames(outcomes) });
    await beforeIt();
    const merged: MergePayload = {
      file,
      corpus: getCorpusRow(other.read)?.uid ?? '',
      people: news.people,
      steps: news.work,
      taken: news.strands.map(({ strand, since, until, number, hash }) => ({ strand, since, until, number, hash })),
      settled: outcomes.settled,
      conflicts,
      conflictCount: outcomes.conflicts.length,
    };
    const step: OpenStep = { ...openStep(corpus, findMerger(corpus, outcomes, annotator), 'merge'), merged };
    const work = { corpus, theirs: other.read, outcomes, news, step, batch: corpus.environment.newUid() };
    await writeMerge({ ...work, reconsider: (touched) => reconsider(prepared, touched) }, job);
    return { step: StepId.parse(step.uid), ...outcome, conflicts };
  });

/**
 * Who merges, as they are known afterwards: who is found to be another, or is new here and comes from the other copy, goes by that uid,
 * so that the merge is theirs to undo.
 */
function findMerger({ newcomers }: Corpus, { outcomes, survivors }: Outcomes, annotator: string): string {
  const newcomer = newcomers.get(annotator);
  if (!newcomer) return survivors.get(annotator) ?? annotator;
  for (const [uid, { kind, exists, record }] of outcomes) {
    if (kind !== 'annotator' || !exists || record!['name'] !== newcomer.name) continue;
    newcomers.delete(annotator);
    return survivors.get(uid) ?? uid;
  }
  return annotator;
}

/** Reads the other copy, works out what both come to, and closes it again. */
async function withOther<T>(
  corpus: Corpus,
  request: MergeRequest,
  { check }: MergeWays,
  job: Job,
  work: (prepared: Prepared) => Promise<T>,
): Promise<T> {
  const { otherCorpus, path } = request;
  const file = basename(path);
  job.report({ done: 0, total: 0, what: mergeMessages.at.checking });
  const other = await openOther(corpus, path, { check, otherCorpus, environment: corpus.environment });
  try {
    await pause(job);
    const writes = corpus.writer?.chain.uid;
    const targets = new Targets(corpus.read);
    const news = await findNews(corpus.read, other.read, { file, writes }, (row) => targets.noteRow(row), job);
    const union = new Union(corpus.read, other.read, writes);
    for (const [target, kind] of union.settledTargets) targets.all.set(target, kind);
    const outcomes = new Outcomes(corpus.read, other.read, union, file, request);
    try {
      await outcomes.workOut(targets.all, job);
      return await work({ corpus, other, file, news, outcomes, effects: [...outcomes.effects()] });
    } finally {
      outcomes.close();
    }
  } finally {
    other.close();
  }
}

/** What has been changed here since is worked out again, with the same news; gives all outcomes as they are then. */
function reconsider({ corpus, other, file, outcomes }: Prepared, touched: TouchedRow[]): Outcomes {
  const union = new Union(corpus.read, other.read, corpus.writer?.chain.uid);
  const again = new Outcomes(corpus.read, other.read, union, file, outcomes.choices);
  const targets = new Targets(corpus.read);
  for (const each of touched) targets.noteChanged(each);
  Array.from(again.working(targets.all));
  again.close();
  for (const [target, outcome] of again.outcomes) outcomes.outcomes.set(target, outcome);
  return outcomes;
}

function describe({ corpus, other, file, news, outcomes, effects }: Prepared) {
  const counts = { add: {} as CountByKind, change: {} as CountByKind, remove: {} as CountByKind };
  for (const effect of effects) {
    const count = counts[toChangeKind(effect)];
    count[effect.kind] = (count[effect.kind] ?? 0) + 1;
  }
  const theirs = getCorpusRow(other.read);
  return {
    other: {
      file,
      title: theirs?.title ?? '',
      isSameCorpus: theirs?.uid === getCorpusRow(corpus.read)?.uid,
      isPackage: parsePackage(findFirstPayload(other.read)) !== null,
      people: news.people,
      newest: news.newest,
    },
    same: news.work === 0 && effects.length === 0,
    steps: news.work,
    erased: news.erased,
    ...counts,
    conflictCount: outcomes.conflicts.length,
    sameNames: outcomes.sameNames,
  };
}

const listNames = ({ sameNames }: Outcomes) =>
  sameNames
    .slice(0, MOST_NAMED)
    .map(({ kind, name, of }) => mergeMessages.sameName(kind, name, of))
    .join('; ') + (sameNames.length > MOST_NAMED ? ' …' : '');
