import { ExpectedError } from '#shared/errors';
import { mayJoin, type Relation, type RelationKind } from '#shared/domain/relation';
import { relationMessages } from '#shared/messages/en/relations';
import type { ReadDb } from '../corpus/connection.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { CLAIM } from '../corpus/repositories/claim-values.ts';
import { listEnds } from '../corpus/repositories/relation-ends.ts';
import { getRelationKind } from '../corpus/repositories/relation-kind-repository.ts';
import { findRelation, getRelation } from '../corpus/repositories/relation-repository.ts';
import { resolveAnnotation, resolveRelation } from '../corpus/repositories/resolve-uid.ts';
import { setClaimAttribute } from './claim-attributes.ts';
import { keepCodebookVersion } from './codebook.ts';
import { removeStandingOn } from './dependents.ts';
import { writeStep } from './write-step.ts';

type Ends = { from: string; to: string };
export type NewRelation = Ends & { kind: string; note: string };

/** Links two annotations, or sets an attribute of the claim that the kind stands for. Errors: those of `relations:create`. */
export function createRelation(
  corpus: Corpus,
  annotator: string,
  { kind: name, note, ...refs }: NewRelation,
): Relation {
  return writeStep(corpus, annotator, 'relate', (step) => {
    const ends = { from: resolveAnnotation(step.db, refs.from), to: resolveAnnotation(step.db, refs.to) };
    const kind = getKindToUse(step.db, name);
    checkEnds(step.db, kind, ends);
    if (setsAttribute(step.db, kind, ends.from)) {
      if (note !== '') throw new ExpectedError('relation-kind-computed', { kind: kind.name });
      return setClaimAttribute(step, annotator, kind, ends);
    }
    checkNew(step.db, kind, ends, annotator);
    const uid = corpus.environment.newUid();
    step.insert('relation', uid, {
      relation_kind: kind.uid,
      from_annotation: ends.from,
      to_annotation: ends.to,
      annotator,
      layer: 'own',
      origin: 'hand',
      origin_reference: null,
      revises: null,
      codebook_version: keepCodebookVersion(step),
      note,
      batch: null,
    });
    return getRelation(step.db, uid);
  });
}

export type RelationChanges = { kind?: string | undefined; note?: string | undefined };

/** Changes a relation of the person's own. Errors: those of `relations:update`. */
export function updateRelation(corpus: Corpus, annotator: string, ref: string, changes: RelationChanges): Relation {
  return writeStep(corpus, annotator, 'change relation', (step) => {
    const { uid, record } = getOwn(step.db, annotator, ref);
    const kind = changes.kind === undefined ? undefined : getKindToUse(step.db, changes.kind);
    if (kind && kind.uid !== record.relation_kind) {
      const ends = { from: record.from_annotation, to: record.to_annotation };
      if (setsAttribute(step.db, kind, ends.from))
        throw new ExpectedError('relation-kind-computed', { kind: kind.name });
      checkEnds(step.db, kind, ends);
      checkNew(step.db, kind, ends, annotator);
    }
    step.update('relation', uid, {
      ...(kind && { relation_kind: kind.uid, codebook_version: keepCodebookVersion(step) }),
      ...(changes.note !== undefined && { note: changes.note }),
    });
    return getRelation(step.db, uid);
  });
}

/** Removes relations of the person's own as one step; gives how many. Errors: those of `relations:remove`. */
export function removeRelations(corpus: Corpus, annotator: string, refs: string[], together: boolean): number {
  return writeStep(corpus, annotator, 'remove relation', (step) => {
    const uids = new Set(refs.map((ref) => getOwn(step.db, annotator, ref).uid));
    for (const uid of uids) {
      removeStandingOn(step, { kind: 'relation', uid }, annotator, together);
      step.remove('relation', uid);
    }
    return uids.size;
  });
}

/** Errors: relation-unknown, uid-ambiguous, relation-of-another. */
function getOwn(db: ReadDb, annotator: string, ref: string) {
  const uid = resolveRelation(db, ref);
  const record = findRecord(db, 'relation', uid)!;
  if (record.annotator === annotator) return { uid, record };
  const name = findAnnotatorByUid(db, record.annotator)?.name ?? record.annotator;
  throw new ExpectedError('relation-of-another', { annotator: name });
}

/** Errors: relation-kind-unknown, relation-kind-retired. */
function getKindToUse(db: ReadDb, name: string): RelationKind {
  const kind = getRelationKind(db, name);
  if (kind.retired) throw new ExpectedError('relation-kind-retired', { kind: kind.name });
  return kind;
}

/** Whether that kind, from this annotation, is kept as an attribute of it: an actor's place is a relation like others. */
const setsAttribute = (db: ReadDb, kind: RelationKind, from: string) =>
  kind.sets !== null && findRecord(db, 'annotation', from)!.label === CLAIM;

/** Errors: relation-with-itself, relation-ends-unfit. */
function checkEnds(db: ReadDb, kind: RelationKind, { from, to }: Ends): void {
  if (from === to) throw new ExpectedError('relation-with-itself');
  const ends = listEnds(db, [from, to]);
  const labels = { from: ends.get(from)!.label!, to: ends.get(to)!.label! };
  if (mayJoin(kind, labels)) return;
  throw new ExpectedError('relation-ends-unfit', {
    kind: kind.name,
    ...labels,
    allowed: relationMessages.allowed(kind),
  });
}

/** Errors: relation-exists. */
function checkNew(db: ReadDb, kind: RelationKind, { from, to }: Ends, annotator: string): void {
  const find = (ends: Ends) => findRelation(db, { kind: kind.uid, annotator, ...ends });
  if (find({ from, to }) ?? (kind.isSymmetric ? find({ from: to, to: from }) : undefined))
    throw new ExpectedError('relation-exists', { kind: kind.name });
}
