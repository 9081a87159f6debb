import { ExpectedError } from '#shared/errors';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord, isThere } from '../../corpus/model/rows.ts';
import { CLAIM } from '../../corpus/repositories/claim-values.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import { getRelationKind } from '../../corpus/repositories/relation-kind-repository.ts';
import { setClaimAttribute } from '../claim-attributes.ts';
import { keepCodebookVersion } from '../codebook.ts';
import type { StepWriter } from '../write-step.ts';
import type { AnnotationImport } from './import-run.ts';
import { ensurePerson } from './make-names.ts';
import type { ComparedRelation } from './compared.ts';

/** Puts a relation into the import's batch; what stands for an attribute of a claim waits for the end. */
export function storeRelation(run: AnnotationImport, step: StepWriter, compared: ComparedRelation): void {
  const { key, found, from, to, file } = compared;
  const kind = getRelationKind(step.db, compared.kind);
  const claim = findRecord(step.db, 'annotation', from.uid);
  if (!claim || !isThere(step.db, 'annotation', to.uid)) {
    const what = words.endMissing(compared.kind); // it was not taken
    return run.notes.add({ kind: 'left', file, place: found.place, what, quote: from.quote, count: 1 });
  }
  if (kind.sets !== null && claim.label === CLAIM) {
    run.lateRelations.push(compared);
    return;
  }
  const standing = findStanding(step.db, 'relation', key, run.batch);
  if (standing === 'own') {
    // another file of the same article says it as well
    run.report.relations.same += 1;
    return;
  }
  const record: Records['relation'] = {
    relation_kind: kind.uid,
    from_annotation: from.uid,
    to_annotation: to.uid,
    annotator: run.people.get(compared.annotator) ?? run.person,
    layer: 'own',
    origin: 'import',
    origin_reference: run.digestOf(file).sha256,
    revises: null,
    codebook_version: keepCodebookVersion(step),
    note: found.note,
    batch: run.batch,
  };
  if (standing === undefined) step.insert('relation', key, record);
  else step.update('relation', key, record);
  run.report.relations.added += 1;
}

/** Whoever relations are of is entered before they are stored. */
export function ensureRelationPeople(run: AnnotationImport, relations: readonly ComparedRelation[]): void {
  for (const { annotator } of relations) ensurePerson(run, annotator);
}

/** Sets the attribute of a claim that a relation stands for. */
export function storeAsAttribute(run: AnnotationImport, step: StepWriter, compared: ComparedRelation): void {
  const { found, from, to, file } = compared;
  const kind = getRelationKind(step.db, compared.kind);
  try {
    const { annotator } = findRecord(step.db, 'annotation', from.uid)!;
    setClaimAttribute(step, annotator, kind, { from: from.uid, to: to.uid });
    run.report.relations.added += 1;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (error.code === 'relation-exists') run.report.relations.same += 1;
    else run.notes.add({ kind: 'left', file, place: found.place, what: error.message, quote: from.quote, count: 1 });
  }
}
