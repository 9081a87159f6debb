import { ExpectedError } from '#shared/errors';
import type { Label } from '#shared/domain/codebook';
import type { Entity, EntityChanges, NewEntity } from '#shared/domain/entity';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord, isSeen, listReferrers } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { getEntity } from '../../corpus/repositories/entity-repository.ts';
import { resolveOutlet } from '../../corpus/repositories/outlet-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { getLabel } from '../codebook.ts';
import { writeStep, type StepWriter } from '../write-step.ts';
import { ensureNameAlias, insertAlias } from './entity-aliases.ts';
import { linkOwn } from './link-entities.ts';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };
export type Facts = Optional<EntityChanges>;
type Fields = Facts & Pick<NewEntity, 'label' | 'name' | 'aliases'>;

/** Adds an entity, and links annotations of the person's own to it, as one step. Errors: those of `entities:create`. */
export function createEntity(
  corpus: Corpus,
  annotator: string,
  { annotations, ...fields }: Fields & { annotations: string[] },
): Entity {
  const uid = writeStep(corpus, annotator, 'add entity', (step) => {
    const label = getLabel(step.db, fields.label);
    const entity = insertEntity(step, corpus.environment.newUid, label, fields);
    for (const { form, outlet, neverAlone } of fields.aliases) {
      if (form === fields.name && outlet === null) continue;
      const of = outlet === null ? null : resolveOutlet(step.db, outlet);
      insertAlias(step, corpus.environment.newUid, entity, { form, outlet: of, neverAlone });
    }
    linkOwn(step, annotator, annotations, entity);
    return entity;
  });
  return getEntity(corpus.read, uid);
}

/** An entity with its name as an alias. Errors: entity-exists, coordinates-by-halves, and those of `toRecord`. */
export function insertEntity(
  step: StepWriter,
  newUid: () => string,
  label: Label,
  fields: Facts & { name: string },
): string {
  checkName(step.db, label, fields.name, null);
  const uid = newUid();
  const facts = { kind: null, description: '', latitude: null, longitude: null, refs: [], ...toRecord(label, fields) };
  const record = { ...facts, name: fields.name, label: label.uid, merged_into: null, batch: null };
  checkPlace(record);
  step.insert('entity', uid, record);
  ensureNameAlias(step, newUid, uid, fields.name);
  return uid;
}

/** Changes what is given; a name that it had stays an alias. Errors: those of `entities:update`. */
export function updateEntity(corpus: Corpus, annotator: string, ref: string, changes: Facts): Entity {
  const uid = writeStep(corpus, annotator, 'change entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    changeEntity(step, corpus.environment.newUid, entity, changes);
    return entity;
  });
  return getEntity(corpus.read, uid);
}

/** Errors: entity-exists, coordinates-by-halves, and those of `toRecord`. */
export function changeEntity(step: StepWriter, newUid: () => string, entity: string, changes: Facts): void {
  const record = findRecord(step.db, 'entity', entity)!;
  const label = getLabelOf(step.db, record.label);
  if (changes.name !== undefined) checkName(step.db, label, changes.name, entity);
  const fields = toRecord(label, changes);
  checkPlace({ ...record, ...fields });
  step.update('entity', entity, fields);
  if (changes.name !== undefined) ensureNameAlias(step, newUid, entity, changes.name);
}

/** Removes an entity that nothing names, with its aliases. Errors: entity-in-use, entity-unknown, entity-ambiguous. */
export function removeEntity(corpus: Corpus, annotator: string, ref: string): void {
  writeStep(corpus, annotator, 'change entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    const referrers = listReferrers(step.db, 'entity', entity);
    const others = referrers.filter(({ kind }) => kind !== 'entity_alias');
    if (others.length > 0)
      throw new ExpectedError('entity-in-use', {
        entity: findRecord(step.db, 'entity', entity)!.name,
        count: others.length,
      });
    for (const { kind, uid } of referrers) step.remove(kind, uid);
    step.remove('entity', entity);
  });
}

const getLabelOf = (db: ReadDb, uid: string): Label => getCodebook(db).labels.find((label) => label.uid === uid)!;

/** Errors: coordinates-by-halves. */
function checkPlace({ name, latitude, longitude }: Pick<Records['entity'], 'name' | 'latitude' | 'longitude'>): void {
  if ((latitude === null) !== (longitude === null)) throw new ExpectedError('coordinates-by-halves', { entity: name });
}

/** Errors: label-without-entities, entity-kind-unknown. */
function toRecord({ name: label, entityKinds }: Label, facts: Facts): Partial<Records['entity']> {
  const { kind, latitude, longitude } = facts;
  if (entityKinds.length === 0) throw new ExpectedError('label-without-entities', { label });
  const known = entityKinds.find((each) => each.toLowerCase() === kind?.toLowerCase());
  if (typeof kind === 'string' && known === undefined)
    throw new ExpectedError('entity-kind-unknown', { kind, label, known: entityKinds.join(', ') });
  return {
    ...(facts.name !== undefined && { name: facts.name }),
    ...(kind !== undefined && { kind: known ?? null }),
    ...(facts.description !== undefined && { description: facts.description }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(facts.refs !== undefined && { refs: facts.refs }),
  };
}

/** An entity of the label that is called so and was not merged. Source: index `entity_by_label`. */
export const findByName = (db: ReadDb, label: Label, name: string): string | undefined =>
  statement<[string, string], { uid: string }>(
    db,
    `SELECT e.uid FROM entity e WHERE e.label_id = (SELECT id FROM label WHERE uid = ?) AND e.name = ? COLLATE NOCASE
       AND e.merged_into_id IS NULL AND ${isSeen('e')} ORDER BY e.uid LIMIT 1`,
  ).get(label.uid, name)?.uid;

/** Errors: entity-exists. */
function checkName(db: ReadDb, label: Label, name: string, except: string | null): void {
  const other = findByName(db, label, name);
  if (other !== undefined && other !== except)
    throw new ExpectedError('entity-exists', { entity: name, label: label.name });
}
