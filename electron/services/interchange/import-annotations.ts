import type { ImportedAnnotations, NameMapping, TakeChoice } from '#shared/domain/interchange';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { findRecord, isThere, listReferrers } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { deleteAllRemoved, discardBatch } from '../discard-batch.ts';
import { createPacer, type Job } from '../job.ts';
import { findLabel } from '../codebook.ts';
import { continueStep, openStep, type StepWriter } from '../write-step.ts';
import { applyChange, applyDeletion, applyRelationChange, applyRelationDeletion } from './apply-changes.ts';
import { compareDocuments } from './compare-documents.ts';
import { fitValues } from './fit-values.ts';
import type { AnnotationImport } from './import-run.ts';
import { createDigester, withReading, type ReadingRequest } from './open-reading.ts';
import { Notes, type Importer, type Reading } from './reading.ts';
import { keepSources } from './source-of-files.ts';
import { storeClusters } from './store-clusters.ts';
import { begin, storeDocuments, storeNewRelations } from './store-documents.ts';
import { storeAsAttribute } from './store-relations.ts';

/** More documents than this are a large import. */
const MANY = 1000;

export type ImportRequest = ReadingRequest & { take: TakeChoice };
type Ways = { beforeMany?: () => Promise<void> };

/**
 * Takes what files bring as one step: what is new in short transactions into a batch that nobody sees until it is published, together
 * with what changes what is here. `beforeMany` is waited for before a large import.
 *
 * Errors: those of `interchange:import`. Whatever ends it early leaves nothing.
 */
export async function importAnnotations(
  corpus: Corpus,
  importer: Importer & { uid: string },
  request: ImportRequest,
  job: Job,
  { beforeMany = () => Promise.resolve() }: Ways = {},
): Promise<ImportedAnnotations> {
  const notes = new Notes();
  return withReading(corpus, request, importer, { note: notes.add, job }, async (reading) => {
    if (reading.surveyed.documents > MANY) await beforeMany();
    const run = openRun(corpus, importer, reading, notes, request);
    try {
      const whole = await compareDocuments(
        reading,
        (file) => run.digestOf(file).sha256,
        (some) => storeDocuments(run, some, job),
        job,
      );
      run.changedRelations.push(...whole.far.relations.filter(({ status }) => status === 'changed'));
      await storeNewRelations(run, whole.far.relations, createPacer(job));
      await keepSources(run, job);
      if (hasEnd(run, request.mapping)) {
        begin(run);
        continueStep(corpus, run.step, (step) => finish(run, step, request.mapping));
      }
    } catch (error) {
      if (run.step.id !== null) takeBack(run);
      throw error;
    }
    return { ...run.report, counts: notes.counts, notes: notes.list.slice(0, MOST_NOTES) };
  });
}

/** Enough to read; the plan lists them all. */
const MOST_NOTES = 1000;

function openRun(
  corpus: Corpus,
  { uid, name }: Importer & { uid: string },
  reading: Reading,
  notes: Notes,
  { take }: ImportRequest,
): AnnotationImport {
  return {
    corpus,
    reading,
    notes,
    person: uid,
    take: typeof take === 'object' && 'keys' in take ? { keys: new Set(take.keys) } : take,
    step: openStep(corpus, uid, 'import annotations'),
    batch: corpus.environment.newUid(),
    outlets: new Map(),
    digestOf: createDigester(reading.files),
    sources: new Set(),
    people: new Map([[name, uid]]),
    entities: new Map(),
    articles: new Map(),
    lateValues: [],
    lateRelations: [],
    changed: [],
    deleted: [],
    changedRelations: [],
    deletedRelations: [],
    report: {
      format: reading.format.name,
      articles: { imported: 0, here: 0 },
      annotations: { added: 0, changed: 0, corrected: 0, removed: 0, rejected: 0, same: 0 },
      relations: { added: 0, changed: 0, removed: 0, rejected: 0, same: 0 },
      made: { labels: [], attributes: [], relationKinds: [], people: [], entities: 0, eventCards: 0 },
    },
  };
}

const hasEnd = (run: AnnotationImport, mapping: readonly NameMapping[]) =>
  run.step.id !== null ||
  mapping.length > 0 ||
  run.changed.length + run.deleted.length + run.changedRelations.length + run.deletedRelations.length > 0;

/** Lets all be seen, and does what could not be done before. */
function finish(run: AnnotationImport, step: StepWriter, mapping: readonly NameMapping[]): void {
  step.update('batch', run.batch, { state: 'published' });
  for (const { uid, label: name, attributes, article, file } of run.lateValues) {
    const label = findLabel(getCodebook(step.db), name)!;
    const before = findRecord(step.db, 'annotation', uid)!.values;
    const of = { label, article, file, place: '', quote: '' };
    const { records } = fitValues(run, step, of, attributes, before);
    step.update('annotation', uid, { values: records });
  }
  for (const each of run.changed) applyChange(run, step, each);
  for (const each of run.lateRelations) storeAsAttribute(run, step, each);
  for (const each of run.changedRelations) applyRelationChange(run, step, each);
  for (const uid of run.deletedRelations) applyRelationDeletion(run, step, uid);
  for (const uid of run.deleted) applyDeletion(run, step, uid);
  storeClusters(run, step);
  for (const each of mapping) keepMapping(run, step, each);
}

/** What a name was taken for is known the next time. */
function keepMapping({ reading }: AnnotationImport, step: StepWriter, { sort, theirs, ours }: NameMapping): void {
  const format = reading.format.name;
  const uid = deriveUid('import_mapping', format, sort, theirs);
  if (isThere(step.db, 'import_mapping', uid)) step.update('import_mapping', uid, { ours });
  else step.insert('import_mapping', uid, { format, sort, theirs, ours });
}

/** Leaves nothing, nor the people who were entered for it. */
function takeBack(run: AnnotationImport): void {
  const { corpus, batch, people, report } = run;
  discardBatch(corpus, batch);
  if (report.made.people.length === 0) return;
  continueStep(corpus, openStep(corpus, run.person, 'discard'), (step) => {
    deleteAllRemoved(step.db);
    for (const name of report.made.people) {
      const uid = people.get(name)!;
      if (listReferrers(step.db, 'annotator', uid).length === 0) step.remove('annotator', uid);
    }
  });
}
