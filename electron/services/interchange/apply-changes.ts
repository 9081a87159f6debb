import { ExpectedError } from '#shared/errors';
import type { Correction } from '#shared/api/review-calls';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import type { ValuesInput } from '#shared/domain/attribute';
import { findRecord } from '../../corpus/model/rows.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { getRelationKind } from '../../corpus/repositories/relation-kind-repository.ts';
import { changeContent } from '../annotate-content.ts';
import { findLabel, keepCodebookVersion } from '../codebook.ts';
import { removeDependents, removeStandingOn } from '../dependents.ts';
import { decide } from '../reviews.ts';
import type { StepWriter } from '../write-step.ts';
import { fitValues } from './fit-values.ts';
import type { AnnotationImport } from './import-run.ts';
import { ensureEntity } from './make-entities.ts';
import { storeRelation } from './store-relations.ts';

type Changed = AnnotationImport['changed'][number];

/** Does something that may be refused; says why it was not done then. Gives whether it was. */
function attempt(
  run: AnnotationImport,
  where: { file: string; place: string; quote: string },
  say: (detail: string) => string,
  act: () => void,
): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    run.notes.add({ kind: 'left', ...where, what: say(error.message), count: 1 });
    return false;
  }
}

/** Changes the importer's own annotation; another's is corrected. */
export function applyChange(run: AnnotationImport, step: StepWriter, { compared, file }: Changed): void {
  const { here, found } = compared;
  const before = findRecord(step.db, 'annotation', here!.uid);
  const where = { file, place: found.place, quote: here!.spans.map(({ quote }) => quote).join(' … ') };
  if (!before) return;
  attempt(run, where, words.notChanged, () => {
    const { note, ...content } = toCorrection(run, step, { compared, file }, before.article);
    if (before.annotator === run.person) {
      step.update('annotation', here!.uid, {
        ...changeContent(step.db, before, content),
        codebook_version: keepCodebookVersion(step),
        ...(note !== undefined && { note }),
      });
      run.report.annotations.changed += 1;
      return;
    }
    const reason = words.reasonCorrected(run.reading.format.name);
    const correction = { ...content, ...(note !== undefined && { note }) };
    decide(
      step,
      run.corpus,
      run.person,
      { kind: 'annotation', uid: here!.uid },
      { decision: 'corrected', reason, comment: '', correction },
      run.batch,
    );
    run.report.annotations.corrected += 1;
  });
}

function toCorrection(
  run: AnnotationImport,
  step: StepWriter,
  { compared, file }: Pick<Changed, 'compared' | 'file'>,
  article: string,
): Correction {
  const { changes, label: name, spans, found } = compared;
  const label = findLabel(getCodebook(step.db), name)!;
  const parts = new Set(changes.parts.map(({ what }) => what));
  const place = { file, place: found.place, quote: spans.map(({ quote }) => quote).join(' … ') };
  const fits = ([attribute, value]: [string, unknown]) => {
    const before = run.notes.counts.values;
    fitValues(run, step, { label, article, ...place }, { [attribute]: value });
    return run.notes.counts.values === before;
  };
  return {
    ...(parts.has('label') && { label: label.name }),
    ...(parts.has('span') && { spans: spans.map(({ start, end }) => ({ start, end })) }),
    ...(parts.has('entity') && {
      entity: found.entity === null ? null : ensureEntity(run, step, label, found.entity),
    }),
    ...(parts.has('attributes') && {
      attributes: Object.fromEntries(Object.entries(changes.values).filter(fits)) as ValuesInput,
    }),
    ...(parts.has('note') && { note: found.note }),
  };
}

/** Removes the importer's own annotation; another's is rejected. */
export function applyDeletion(run: AnnotationImport, step: StepWriter, uid: string): void {
  const record = findRecord(step.db, 'annotation', uid);
  if (!record) return; // a correction that went with what it revised
  const where = { file: '', place: '', quote: record.spans.map(({ quote }) => quote).join(' … ') };
  attempt(run, where, words.inUse, () => {
    if (record.annotator === run.person) {
      removeDependents(step, uid, run.person, false);
      step.remove('annotation', uid);
      run.report.annotations.removed += 1;
    } else {
      reject(run, step, { kind: 'annotation', uid });
      run.report.annotations.rejected += 1;
    }
  });
}

const reject = (run: AnnotationImport, step: StepWriter, subject: { kind: 'annotation' | 'relation'; uid: string }) =>
  decide(step, run.corpus, run.person, subject, {
    decision: 'rejected',
    reason: words.reasonRejected(run.reading.format.name),
    comment: '',
  });

/** Changes the importer's own relation; in the place of another's, which is rejected, comes one of the importer's. */
export function applyRelationChange(
  run: AnnotationImport,
  step: StepWriter,
  compared: AnnotationImport['changedRelations'][number],
): void {
  const { here, found, kind, file, from } = compared;
  const record = findRecord(step.db, 'relation', here!.uid);
  if (!record) return;
  attempt(run, { file, place: found.place, quote: from.quote }, words.notChanged, () => {
    if (record.annotator !== run.person) {
      reject(run, step, { kind: 'relation', uid: here!.uid });
      run.report.relations.rejected += 1;
      return storeRelation(run, step, {
        ...compared,
        key: run.corpus.environment.newUid(),
        annotator: run.reading.importer.name,
      });
    }
    step.update('relation', here!.uid, {
      relation_kind: getRelationKind(step.db, kind).uid,
      codebook_version: keepCodebookVersion(step),
      note: found.note,
    });
    run.report.relations.changed += 1;
  });
}

export function applyRelationDeletion(run: AnnotationImport, step: StepWriter, uid: string): void {
  const record = findRecord(step.db, 'relation', uid);
  if (!record) return; // it went with one of its ends
  attempt(run, { file: '', place: '', quote: '' }, words.inUse, () => {
    if (record.annotator === run.person) {
      removeStandingOn(step, { kind: 'relation', uid }, run.person, false);
      step.remove('relation', uid);
      run.report.relations.removed += 1;
    } else {
      reject(run, step, { kind: 'relation', uid });
      run.report.relations.rejected += 1;
    }
  });
}
