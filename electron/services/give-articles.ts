import { workMessages } from '#shared/messages/en/work';
import type { ReadDb } from '../corpus/connection.ts';
import { deriveUid } from '../corpus/derive-uid.ts';
import { findRecord, isThere } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { discardBatch } from './discard-batch.ts';
import { pause, type Breathe, type Job } from './job.ts';
import { continueStep, openStep, type OpenStep, type StepWriter } from './write-step.ts';

/** What a transaction may take before others are let in. Unit: ms. */
const SLICE_MS = 20;

/** An article, by uid, that a person, by uid, has to tag. */
export type Gift = { article: string; person: string; blind: 0 | 1 };
/** A gift that is not as it is there: new, or blind and not so now, or the other way round. */
type Change = Gift & { uid: string; isThere: boolean };

/** Articles that were given, and are kept or taken back: as one step. */
export type Giving = { keep(): void; takeBack(): Promise<void> };

/** The gifts that are not there as they are meant. Their uids follow from article and person, so that two copies know them as one. */
export async function findChanges(db: ReadDb, gifts: Iterable<Gift>, breathe: Breathe): Promise<Change[]> {
  const changes: Change[] = [];
  for (const gift of gifts) {
    const uid = deriveUid('assignment', gift.article, gift.person);
    const known = findRecord(db, 'assignment', uid);
    if (known?.blind !== gift.blind) changes.push({ ...gift, uid, isThere: known !== undefined });
    const waiting = breathe();
    if (waiting) await waiting;
  }
  return changes;
}

/**
 * Gives articles to people, in short transactions that let others work meanwhile. Until it is kept it counts as unfinished: stopped,
 * failed or killed, what was given is taken back. Errors: cancelled and those of writing.
 */
export async function giveArticles(
  corpus: Corpus,
  annotator: string,
  changes: readonly Change[],
  job: Job,
): Promise<Giving> {
  const step = openStep(corpus, annotator, 'assign');
  const batch = corpus.environment.newUid();
  const fresh = changes.filter((change) => !change.isThere);
  const say = (what: string) => (done: number) => job.report({ done, total: fresh.length, what });
  const open = (writer: StepWriter) => writer.insert('batch', batch, { step: step.uid, state: 'open' });
  const takeBack = async () => {
    if (step.id === null) return;
    const remove = (writer: StepWriter, { uid }: Change) =>
      isThere(writer.db, 'assignment', uid) && writer.remove('assignment', uid);
    await inSlices(corpus, step, fresh.toReversed(), remove, say(workMessages.takingBack), () => pause(unstoppable));
    discardBatch(corpus, batch);
  };
  const give = (writer: StepWriter, { uid, article, person, blind }: Change) => {
    if (step.id === null) open(writer);
    if (!isThere(writer.db, 'assignment', uid)) writer.insert('assignment', uid, { article, annotator: person, blind });
  };
  try {
    await inSlices(corpus, step, fresh, give, say(workMessages.giving), () => pause(job));
  } catch (error) {
    await takeBack();
    throw error;
  }
  const keep = () => {
    if (changes.length === 0) return;
    continueStep(corpus, step, (writer) => {
      for (const { uid, blind, isThere: isKnown } of changes) if (isKnown) writer.update('assignment', uid, { blind });
      if (fresh.length > 0) writer.update('batch', batch, { state: 'published' });
    });
  };
  return { keep, takeBack };
}

/** What is taken back is taken back whole. */
const unstoppable: Job = { report: () => {}, isCancelled: () => false };

async function inSlices<T>(
  corpus: Corpus,
  step: OpenStep,
  things: readonly T[],
  doOne: (writer: StepWriter, thing: T) => unknown,
  say: (done: number) => void,
  rest: () => Promise<void>,
): Promise<void> {
  let done = 0;
  while (done < things.length) {
    const write = (writer: StepWriter) => {
      const until = performance.now() + SLICE_MS;
      do doOne(writer, things[done++]!);
      while (done < things.length && performance.now() < until);
    };
    continueStep(corpus, step, write, { isSeen: false });
    say(done);
    await rest();
  }
}
