import { ExpectedError } from '#shared/errors';
import type { AliasChanges, Entity, NewAlias } from '#shared/domain/entity';
import { foldForm } from '#shared/text/fold';
import { findScript } from '#shared/text/script';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { findRecord, isSeen } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getEntity } from '../../corpus/repositories/entity-repository.ts';
import { resolveOutlet } from '../../corpus/repositories/outlet-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { writeStep, type StepWriter } from '../write-step.ts';

export type AliasRow = { uid: string; entity: string; form: string; folded: string; outlet: string | null };

/** Aliases of an entity and of those that were merged into it, its own first. */
export const listAliasRows = (db: ReadDb, entity: string): AliasRow[] =>
  statement<[string], AliasRow>(
    db,
    `SELECT k.uid, e.uid AS entity, k.form, k.folded, (SELECT uid FROM outlet WHERE id = k.outlet_id) AS outlet
     FROM entity s JOIN entity e ON e.id = s.id OR e.merged_into_id = s.id JOIN entity_alias k ON k.entity_id = e.id
     WHERE s.uid = ? AND ${isSeen('k')} ORDER BY e.id <> s.id, k.uid`,
  ).all(entity);

/** Puts an alias to an entity, whose uid `newUid` gives. `outlet` is by uid. */
export function insertAlias(
  step: StepWriter,
  newUid: () => string,
  entity: string,
  { form, outlet = null, neverAlone = false }: { form: string; outlet?: string | null; neverAlone?: boolean },
): void {
  step.insert('entity_alias', newUid(), {
    entity,
    form,
    folded: foldForm(form),
    script: findScript(form),
    outlet,
    never_alone: Number(neverAlone),
    batch: null,
  });
}

/** The name of an entity is one of its aliases; does nothing where it is. */
export function ensureNameAlias(step: StepWriter, newUid: () => string, entity: string, name: string): void {
  if (!listAliasRows(step.db, entity).some(({ form, outlet }) => form === name && outlet === null))
    insertAlias(step, newUid, entity, { form: name });
}

/** Adds an alias; mentions that are there already are not linked by it. Errors: those of `entities:add-alias`. */
export function addAlias(corpus: Corpus, annotator: string, ref: string, alias: NewAlias): Entity {
  const uid = writeStep(corpus, annotator, 'change entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    const outlet = alias.outlet === null ? null : resolveOutlet(step.db, alias.outlet);
    checkNew(step.db, entity, { form: alias.form, outlet }, null);
    insertAlias(step, corpus.environment.newUid, entity, { ...alias, outlet });
    return entity;
  });
  return getEntity(corpus.read, uid);
}

type Fields = { [K in keyof AliasChanges]: AliasChanges[K] | undefined };

/** Changes an alias, which is named by uid or form. Errors: those of `entities:update-alias`. */
export function updateAlias(corpus: Corpus, annotator: string, ref: string, name: string, changes: Fields): Entity {
  const uid = writeStep(corpus, annotator, 'change entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    const alias = getAlias(step.db, entity, name);
    const outlet = typeof changes.outlet === 'string' ? resolveOutlet(step.db, changes.outlet) : changes.outlet;
    const after = { form: changes.form ?? alias.form, outlet: outlet === undefined ? alias.outlet : outlet };
    if (after.form !== alias.form || after.outlet !== alias.outlet) {
      checkNotName(step.db, alias);
      checkNew(step.db, entity, after, alias.uid);
    }
    step.update('entity_alias', alias.uid, {
      ...after,
      folded: foldForm(after.form),
      script: findScript(after.form),
      ...(changes.neverAlone !== undefined && { never_alone: Number(changes.neverAlone) }),
    });
    return entity;
  });
  return getEntity(corpus.read, uid);
}

/** Removes an alias; mentions that are linked stay so. Errors: those of `entities:remove-alias`. */
export function removeAlias(corpus: Corpus, annotator: string, ref: string, name: string): Entity {
  const uid = writeStep(corpus, annotator, 'change entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    const alias = getAlias(step.db, entity, name);
    checkNotName(step.db, alias);
    step.remove('entity_alias', alias.uid);
    return entity;
  });
  return getEntity(corpus.read, uid);
}

/** The alias that is meant by its uid, or by its form: the first where several outlets use the same. Errors: alias-unknown. */
export function getAlias(db: ReadDb, entity: string, name: string): AliasRow {
  const rows = listAliasRows(db, entity);
  const found = rows.find(({ uid }) => uid === name) ?? rows.find(({ form }) => form === name);
  if (!found) throw new ExpectedError('alias-unknown', { alias: name });
  return found;
}

/** Errors: alias-is-name, for the one alias that says how the entity is called. */
export function checkNotName(db: ReadDb, { entity, form, outlet }: AliasRow): void {
  if (outlet === null && findRecord(db, 'entity', entity)!.name === form)
    throw new ExpectedError('alias-is-name', { form });
}

/** Errors: alias-exists, where the entity has the same form of the same outlet. */
function checkNew(
  db: ReadDb,
  entity: string,
  { form, outlet }: { form: string; outlet: string | null },
  except: string | null,
): void {
  const same = listAliasRows(db, entity).some(
    (alias) => alias.form === form && alias.outlet === outlet && alias.uid !== except,
  );
  if (same) throw new ExpectedError('alias-exists', { form, entity: findRecord(db, 'entity', entity)!.name });
}
