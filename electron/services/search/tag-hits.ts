import type { Corpus } from '../../corpus/open-corpus.ts';
import { hasSameTag } from '../../corpus/repositories/search-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { makeContent } from '../annotate-content.ts';
import { keepCodebookVersion } from '../codebook.ts';
import { discardBatch } from '../discard-batch.ts';
import { pause, type Job } from '../job.ts';
import { continueStep, openStep, type OpenStep, type StepWriter } from '../write-step.ts';

export type HitsToTag = {
  hits: { article: string; start: number; end: number }[];
  label: string;
  entity?: string | undefined;
  /** What was searched for: it is kept with each tag as where it came from. */
  query: string;
};

/** So many tags are written in one transaction: about 10 ms, so that a tag by hand hardly waits. */
const SLICE = 50;

/**
 * Tags places of many articles as one step: in short transactions into a batch that nobody sees until it is published, and that
 * is taken back whole where the job is stopped or a place cannot be tagged. Its undo is one row.
 *
 * Errors: those of `search:tag`.
 */
export async function tagHits(
  corpus: Corpus,
  annotator: string,
  { hits, label, entity, query }: HitsToTag,
  job: Job,
): Promise<{ tagged: number; alreadyThere: number }> {
  const step = openStep(corpus, annotator, 'tag many');
  const run: TagRun = { corpus, step, batch: corpus.environment.newUid(), label, entity, query };
  let tagged = 0;
  try {
    for (let done = 0; done < hits.length; done += SLICE) {
      job.report({ done, total: hits.length, what: query });
      await pause(job);
      const slice = hits.slice(done, done + SLICE);
      tagged += continueStep(corpus, step, (writer) => slice.filter((hit) => tagHit(run, writer, hit)).length);
    }
    if (step.id !== null)
      continueStep(corpus, step, (writer) => writer.update('batch', run.batch, { state: 'published' }));
    return { tagged, alreadyThere: hits.length - tagged };
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, run.batch);
    throw error;
  }
}

type TagRun = Omit<HitsToTag, 'hits'> & { corpus: Corpus; step: OpenStep; batch: string };

/** Whether the place was tagged: not where the same person has given it this label already. */
function tagHit(run: TagRun, writer: StepWriter, { article: ref, start, end }: HitsToTag['hits'][number]): boolean {
  const { corpus, step, batch, label, entity, query } = run;
  const annotator = step.annotator;
  const article = resolveArticle(writer.db, ref);
  const content = makeContent(writer.db, article, { label, spans: [{ start, end }], entity });
  if (hasSameTag(writer.db, { article, label: content.label, annotator, start, end, batch })) return false;
  if (step.id === null) writer.insert('batch', batch, { step: step.uid, state: 'open' });
  writer.insert('annotation', corpus.environment.newUid(), {
    article,
    ...content,
    annotator,
    layer: 'own',
    origin: 'hand',
    origin_reference: query,
    revises: null,
    codebook_version: keepCodebookVersion(writer),
    note: '',
    batch,
  });
  return true;
}
