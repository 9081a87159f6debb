import type { NewPrediction } from '#shared/domain/suggestion';
import { toCanonicalJson } from '../../corpus/journal/canonical-json.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { listPredictions } from '../../corpus/repositories/suggestion-repository.ts';
import { toSpanRecords } from '../annotate-spans.ts';
import { getLabelToTag } from '../codebook.ts';
import { discardBatch } from '../discard-batch.ts';
import { pause, type Job } from '../job.ts';
import { continueStep, openStep, type OpenStep, type StepWriter } from '../write-step.ts';

/** So many are written in one transaction: about 10 ms, so that a tag hardly waits. */
const SLICE = 50;

/** `known`: what the tool has said of each article already, by uid. */
type Run = { corpus: Corpus; step: OpenStep; batch: string; tool: string; known: Map<string, Set<string>> };

/**
 * Keeps what another tool says as one step: in short transactions into a batch that nobody sees until it is published, and that is
 * taken back whole where the job is stopped or a prediction cannot be kept. Errors: those of `predictions:add`.
 */
export async function addPredictions(
  corpus: Corpus,
  annotator: string,
  { tool, predictions }: { tool: string; predictions: NewPrediction[] },
  job: Job,
): Promise<{ added: number; alreadyThere: number }> {
  const step = openStep(corpus, annotator, 'add predictions');
  const run: Run = { corpus, step, batch: corpus.environment.newUid(), tool, known: new Map() };
  let added = 0;
  try {
    for (let done = 0; done < predictions.length; done += SLICE) {
      job.report({ done, total: predictions.length, what: tool });
      await pause(job);
      const slice = predictions.slice(done, done + SLICE);
      added += continueStep(corpus, step, (writer) => slice.filter((each) => add(run, writer, each)).length, {
        isSeen: false,
      });
    }
    if (step.id !== null)
      continueStep(corpus, step, (writer) => writer.update('batch', run.batch, { state: 'published' }));
    return { added, alreadyThere: predictions.length - added };
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, run.batch);
    throw error;
  }
}

type Spans = readonly { start: number; end: number }[];
const toPlace = (label: string, spans: Spans) =>
  `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;

function getKnown({ tool, known }: Run, db: ReadDb, article: string): Set<string> {
  let places = known.get(article);
  if (!places) {
    const same = listPredictions(db, article).filter((each) => each.tool === tool);
    known.set(article, (places = new Set(same.map(({ label, spans }) => toPlace(label, spans)))));
  }
  return places;
}

/** Whether it is new. */
function add(run: Run, writer: StepWriter, prediction: NewPrediction): boolean {
  const { corpus, step, batch, tool } = run;
  const article = resolveArticle(writer.db, prediction.article);
  const label = getLabelToTag(writer.db, prediction.label).uid;
  const spans = toSpanRecords(getArticleText(writer.db, article), prediction.spans);
  const known = getKnown(run, writer.db, article);
  const place = toPlace(
    label,
    spans.map(({ start_offset: start, end_offset: end }) => ({ start, end })),
  );
  if (known.has(place)) return false;
  known.add(place);
  if (step.id === null) writer.insert('batch', batch, { step: step.uid, state: 'open' });
  writer.insert('prediction', corpus.environment.newUid(), {
    article,
    label,
    annotator: step.annotator,
    tool,
    score: prediction.score,
    entity_name: prediction.entity,
    attributes: toCanonicalJson(prediction.attributes),
    batch,
    spans,
  });
  return true;
}
