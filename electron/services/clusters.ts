import { ExpectedError } from '#shared/errors';
import type { ClusterChanges, ClusterDetails } from '#shared/domain/cluster';
import { toDateParts } from '#shared/domain/partial-date';
import { deriveUid } from '../corpus/derive-uid.ts';
import type { ReadDb } from '../corpus/connection.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { CLAIM } from '../corpus/repositories/claim-values.ts';
import { getCluster } from '../corpus/repositories/cluster-repository.ts';
import { resolveEntity } from '../corpus/repositories/resolve-entity.ts';
import { resolveAnnotation, resolveCluster } from '../corpus/repositories/resolve-uid.ts';
import { removeStandingOn } from './dependents.ts';
import { writeStep, type StepWriter } from './write-step.ts';

type Fields = { [K in keyof ClusterChanges]: ClusterChanges[K] | undefined };
const LOCATION = deriveUid('label', 'location');
const unknownDate = { year: null, month: null, day: null };

/** Makes an event card with these claims. Errors: those of `clusters:create`. */
export function createCluster(
  corpus: Corpus,
  annotator: string,
  { claims, ...fields }: Fields & { title: string; claims: string[] },
): ClusterDetails {
  return writeStep(corpus, annotator, 'change cluster', (step) => {
    const uid = corpus.environment.newUid();
    const blank = { ...unknownDate, entity: null, note: '' };
    step.insert('cluster', uid, { ...blank, ...toRecord(step.db, fields), title: fields.title });
    addMembers(step, uid, claims);
    return getCluster(step.db, uid);
  });
}

/** Errors: those of `clusters:update`. */
export function updateCluster(corpus: Corpus, annotator: string, ref: string, changes: Fields): ClusterDetails {
  return writeStep(corpus, annotator, 'change cluster', (step) => {
    const uid = resolveCluster(step.db, ref);
    step.update('cluster', uid, toRecord(step.db, changes));
    return getCluster(step.db, uid);
  });
}

/** Removes a card, not its claims. Errors: cluster-unknown, uid-ambiguous. */
export function removeCluster(corpus: Corpus, annotator: string, ref: string): void {
  writeStep(corpus, annotator, 'change cluster', (step) => {
    const uid = resolveCluster(step.db, ref);
    removeStandingOn(step, { kind: 'cluster', uid }, annotator, true);
    step.remove('cluster', uid);
  });
}

/** Puts claims on a card. Errors: those of `clusters:add-claims`. */
export function addClaims(corpus: Corpus, annotator: string, ref: string, claims: string[]): ClusterDetails {
  return writeStep(corpus, annotator, 'change cluster', (step) => {
    const uid = resolveCluster(step.db, ref);
    addMembers(step, uid, claims);
    return getCluster(step.db, uid);
  });
}

/** Takes claims off a card; one that is not on it is passed over. Errors: those of `clusters:remove-claims`. */
export function removeClaims(corpus: Corpus, annotator: string, ref: string, claims: string[]): ClusterDetails {
  return writeStep(corpus, annotator, 'change cluster', (step) => {
    const uid = resolveCluster(step.db, ref);
    const members = new Set(claims.map((claim) => toMemberUid(uid, resolveAnnotation(step.db, claim))));
    for (const member of members)
      if (findRecord(step.db, 'cluster_member', member)) step.remove('cluster_member', member);
    return getCluster(step.db, uid);
  });
}

/** Follows from card and claim, so that a claim stands on a card once, in every copy of the corpus. */
const toMemberUid = (cluster: string, claim: string) => deriveUid('cluster_member', cluster, claim);

function addMembers(step: StepWriter, cluster: string, claims: string[]): void {
  for (const annotation of new Set(claims.map((claim) => resolveAnnotation(step.db, claim)))) {
    checkClaim(step.db, annotation);
    const uid = toMemberUid(cluster, annotation);
    if (!findRecord(step.db, 'cluster_member', uid)) step.insert('cluster_member', uid, { cluster, annotation });
  }
}

/** Errors: not-a-claim. */
function checkClaim(db: ReadDb, annotation: string): void {
  const { label, spans } = findRecord(db, 'annotation', annotation)!;
  if (label === CLAIM) return;
  const quote = spans.map((span) => span.quote).join(' … ');
  throw new ExpectedError('not-a-claim', { label: findRecord(db, 'label', label)!.name, quote });
}

/** Errors: entity-unknown, entity-ambiguous. */
function toRecord(db: ReadDb, { title, date, place, note }: Fields) {
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && (date === null ? unknownDate : toDateParts(date))),
    ...(place !== undefined && { entity: place === null ? null : resolveEntity(db, place, LOCATION) }),
    ...(note !== undefined && { note }),
  };
}
