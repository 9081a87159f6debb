import { ExpectedError } from '#shared/errors';
import type { RelationKind, RelationKindChanges } from '#shared/domain/relation';
import type { ReadDb } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getCodebook } from '../corpus/repositories/codebook-repository.ts';
import { getRelationKind, listRelationKinds } from '../corpus/repositories/relation-kind-repository.ts';
import { keepCodebookVersion } from './codebook.ts';
import { writeStep } from './write-step.ts';

type Changes = { [K in keyof RelationKindChanges]: RelationKindChanges[K] | undefined };

/** Adds a kind of relation after the others. Errors: relation-kind-exists, label-unknown. */
export function addRelationKind(
  corpus: Corpus,
  annotator: string,
  { name, ...rest }: Changes & { name: string },
): RelationKind[] {
  return writeStep(corpus, annotator, 'change codebook', (step) => {
    checkName(step.db, name, null);
    step.insert('relation_kind', corpus.environment.newUid(), {
      name,
      position: listRelationKinds(step.db).length,
      symmetric: Number(rest.isSymmetric ?? false),
      guideline: rest.guideline ?? '',
      retired: 0,
      from_labels: findLabels(step.db, rest.from ?? []),
      to_labels: findLabels(step.db, rest.to ?? []),
    });
    keepCodebookVersion(step);
    return listRelationKinds(step.db);
  });
}

/** Changes a kind; relations that it no longer fits are kept. Errors: those of `relations:update-kind`. */
export function updateRelationKind(corpus: Corpus, annotator: string, kind: string, changes: Changes): RelationKind[] {
  return writeStep(corpus, annotator, 'change codebook', (step) => {
    const { uid, name: known, sets } = getRelationKind(step.db, kind);
    const { name, from, to, isSymmetric, guideline, retired } = changes;
    if (sets !== null && (from ?? to ?? isSymmetric) !== undefined)
      throw new ExpectedError('relation-kind-fixed', { kind: known, sets });
    if (name !== undefined) checkName(step.db, name, uid);
    step.update('relation_kind', uid, {
      ...(name !== undefined && { name }),
      ...(from && { from_labels: findLabels(step.db, from) }),
      ...(to && { to_labels: findLabels(step.db, to) }),
      ...(isSymmetric !== undefined && { symmetric: Number(isSymmetric) }),
      ...(guideline !== undefined && { guideline }),
      ...(retired !== undefined && { retired: Number(retired) }),
    });
    keepCodebookVersion(step);
    return listRelationKinds(step.db);
  });
}

/** Errors: relation-kind-exists. */
function checkName(db: ReadDb, name: string, except: string | null): void {
  const other = listRelationKinds(db).find((kind) => kind.name.toLowerCase() === name.toLowerCase());
  if (other && other.uid !== except) throw new ExpectedError('relation-kind-exists', { kind: other.name });
}

/** Errors: label-unknown. */
function findLabels(db: ReadDb, names: string[]): { label: string }[] {
  const { labels } = getCodebook(db);
  return names.map((name) => {
    const label = labels.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (label) return { label: label.uid };
    throw new ExpectedError('label-unknown', { label: name, known: labels.map((known) => known.name).join(', ') });
  });
}
