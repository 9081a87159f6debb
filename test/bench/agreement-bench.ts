import { Agreed } from '#shared/domain/agreement';
import { listWordStarts } from '#shared/text/words';
import type { SpanRecord } from '../../electron/corpus/model/kinds.ts';
import { openForReading } from '../../electron/corpus/open-connection.ts';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { deriveUid } from '../../electron/corpus/derive-uid.ts';
import { findRecord } from '../../electron/corpus/model/rows.ts';
import { computeAgreement } from '../../electron/services/agreement/figures.ts';
import { computeGamma } from '../../electron/services/agreement/gamma-rows.ts';
import type { Job } from '../../electron/services/job.ts';
import { addPerson } from '../../electron/services/people.ts';
import { writeStep, type StepWriter } from '../../electron/services/write-step.ts';
import { environment } from './corpus/build-corpus.ts';
import { SMALL } from './corpus/find-corpus.ts';
import { createRandom, type Random } from './corpus/random.ts';
import { toRow, type Row } from './row.ts';
import { withCopy } from './with-copy.ts';

const [REACH_MS, PEOPLE] = [5000, ['Second', 'Third']];
/** Of a coder's annotations so many are not found by another, have another end, or another label. */
const [MISSED, MOVED, RELABELLED] = [0.1, 0.1, 0.05];

/** Another coder does over what the first did, with so much that differs, and all say that they are done. */
function codeAgain({ read, ...corpus }: Corpus, name: string, seed: number): void {
  const random = createRandom(seed);
  const people = addPerson({ read, ...corpus }, name);
  const again = people.find((person) => person.name === name)!.uid;
  const [first] = read.prepare<[], string>('SELECT uid FROM annotator ORDER BY id').pluck().all() as [string];
  const articles = read.prepare<[], string>('SELECT uid FROM article ORDER BY id').pluck().all();
  const made = read
    .prepare<[], string>("SELECT uid FROM annotation WHERE annotator_id = 1 AND layer = 'own' ORDER BY id")
    .pluck()
    .all();
  const ids = {
    actor: deriveUid('label', 'actor'),
    location: deriveUid('label', 'location'),
  };
  const swap = (label: string) => (label === ids.actor ? ids.location : label === ids.location ? ids.actor : label);
  writeStep({ read, ...corpus }, again, 'tag', (step) => {
    for (const uid of made) {
      if (random.next() < MISSED) continue;
      const record = findRecord(step.db, 'annotation', uid)!;
      const spans = random.next() < MOVED ? record.spans.map((span) => shorten(span, random)) : record.spans;
      const label = random.next() < RELABELLED ? swap(record.label) : record.label;
      step.insert('annotation', environment.newUid(), {
        ...record,
        annotator: again,
        label,
        spans,
        values: [],
        entity: null,
        entity_link: null,
      });
    }
    for (const article of articles) for (const person of [first, again]) finish(step, article, person);
  });
}

const shorten = ({ start_offset, end_offset, quote }: SpanRecord, random: Random): SpanRecord => {
  const length = Math.max(1, end_offset - start_offset - 1 - random.below(8));
  return { start_offset, end_offset: start_offset + length, quote: quote.slice(0, length) };
};

function finish(step: StepWriter, article: string, annotator: string): void {
  const uid = deriveUid('article_work', article, annotator);
  if (findRecord(step.db, 'article_work', uid)) step.update('article_work', uid, { state: 'done' });
  else step.insert('article_work', uid, { article, annotator, state: 'done' });
}

const job: Job = { report: () => {}, isCancelled: () => false };

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Every coefficient of a thousand articles that two, and then three people have tagged, as at the first look after opening. */
export const runAgreementBench = (): Promise<Row[]> =>
  withCopy(SMALL, async (corpus) => {
    corpus.writer!.db.pragma('synchronous = OFF');
    const rows: Row[] = [];
    for (const [n, name] of PEOPLE.entries()) {
      codeAgain(corpus, name, n + 1);
      const size = `${SMALL} articles, ${n + 2} coders`;
      const read = openForReading(corpus.path);
      const texts = read.prepare<[], string>('SELECT text FROM article_text').pluck().all();
      const reference = await time(() => Promise.resolve(texts.map(listWordStarts)));
      const value = await time(() => computeAgreement(read, Agreed.parse({}), job));
      const gamma = await time(() => computeGamma(read, Agreed.parse({}), job));
      read.close();
      rows.push(
        toRow({
          name: 'agreement: all but γ',
          size,
          value,
          unit: 'ms',
          reference,
          ...(n === 0 && { reach: REACH_MS }),
        }),
        toRow({ name: 'agreement: γ', size, value: gamma, unit: 'ms' }),
      );
    }
    return rows;
  });
