import type { RuleId } from '#shared/domain/ids';
import { overlaps, type Span } from '#shared/domain/span';
import type { SpanRecord } from '../../corpus/model/kinds.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { listTaggedSpans } from '../../corpus/repositories/propagation-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { toSpanRecord } from '../annotate-spans.ts';
import { getLabelToTag, keepCodebookVersion } from '../codebook.ts';
import { discardBatch } from '../discard-batch.ts';
import { pause, type Job } from '../job.ts';
import { continueStep, openStep, type OpenStep, type StepWriter } from '../write-step.ts';
import { keepRule } from './keep-rule.ts';
import { getSource, type Propagation, type PropagationSource } from './propagation-source.ts';

type Place = Span & { article: string };
export type PlacesToTag = Propagation & { hits: Place[]; keepRule: boolean };
export type Applied = { tagged: number; alreadyTagged: number; rule: RuleId | null };

/** So many tags are written in one transaction: about 10 ms, so that a tag by hand hardly waits. */
const SLICE = 50;

/**
 * Tags places with the label and entity of an annotation as one step: in short transactions into a batch that nobody sees until it is
 * published together with the rule, and that is taken back whole where the job is stopped or a place cannot be tagged.
 *
 * Errors: those of `propagations:apply`.
 */
export async function applyPlaces(corpus: Corpus, annotator: string, asked: PlacesToTag, job: Job): Promise<Applied> {
  const { hits } = asked;
  const source = getSource(corpus.read, asked);
  getLabelToTag(corpus.read, source.label.name);
  const step = openStep(corpus, annotator, 'propagate');
  const rule = asked.keepRule && asked.scope !== 'article' ? keepRule(corpus, annotator, source) : null;
  const reference = rule?.uid ?? source.uid;
  const run: Run = { corpus, step, source, reference, batch: corpus.environment.newUid() };
  let tagged = 0;
  try {
    for (let done = 0; done < hits.length; done += SLICE) {
      job.report({ done, total: hits.length, what: source.words });
      await pause(job);
      const slice = hits.slice(done, done + SLICE);
      tagged += continueStep(corpus, step, (writer) => tagSlice(run, writer, slice), { isSeen: false });
    }
    const hasBatch = step.id !== null;
    continueStep(corpus, step, (writer) => {
      rule?.write(writer);
      if (hasBatch) writer.update('batch', run.batch, { state: 'published' });
    });
    return { tagged, alreadyTagged: hits.length - tagged, rule: rule?.uid ?? null };
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, run.batch);
    throw error;
  }
}

type Run = {
  corpus: Corpus;
  step: OpenStep;
  source: PropagationSource;
  reference: string;
  batch: string;
};

/** Tags the places of a slice that are not tagged; gives how many. */
function tagSlice(run: Run, writer: StepWriter, hits: readonly Place[]): number {
  let tagged = 0;
  for (const [ref, places] of Map.groupBy(hits, ({ article }) => article)) {
    const article = resolveArticle(writer.db, ref);
    const text = getArticleText(writer.db, article);
    const { labels } = run.source;
    const there: (Span & { label: string })[] = listTaggedSpans(writer.db, {
      article,
      annotator: run.step.annotator,
      labels,
      batch: run.batch,
    });
    for (const place of places) {
      const record = toSpanRecord(text, place);
      if (there.some((span) => isInTheWay(run, span, place))) continue;
      tagPlace(run, writer, article, record);
      there.push({ ...place, label: run.source.label.uid });
      tagged += 1;
    }
  }
  return tagged;
}

/** What is tagged so already is never tagged twice; what overlaps it, where the person said so. */
const isInTheWay = ({ source }: Run, span: Span & { label: string }, place: Span): boolean =>
  source.options.skipTagged
    ? overlaps(span, place)
    : span.start === place.start && span.end === place.end && span.label === source.label.uid;

function tagPlace(
  { corpus, step, source, reference, batch }: Run,
  writer: StepWriter,
  article: string,
  span: SpanRecord,
): void {
  const { label, entity, entity_link } = source.record;
  if (step.id === null) writer.insert('batch', batch, { step: step.uid, state: 'open' });
  writer.insert('annotation', corpus.environment.newUid(), {
    article,
    label,
    entity,
    entity_link,
    spans: [span],
    values: [],
    annotator: step.annotator,
    layer: 'own',
    origin: 'propagation',
    origin_reference: reference,
    revises: null,
    codebook_version: keepCodebookVersion(writer),
    note: '',
    batch,
  });
}
