import { ExpectedError } from '#shared/errors';
import type { PreparedEntity } from '#shared/domain/entity';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getLabel } from '../codebook.ts';
import { ensureOutlet } from '../edit-article.ts';
import { writeStep, type StepWriter } from '../write-step.ts';
import { changeEntity, findByName, insertEntity } from './edit-entity.ts';
import { insertAlias, listAliasRows } from './entity-aliases.ts';

export type ImportedEntities = { added: number; changed: number; same: number };

/**
 * Takes over a list of entities as one step: those that are there, by label and name, get what they lack and what the list says
 * otherwise; nothing is removed. `label`: of entries that name none.
 *
 * Errors: those of `entities:import`.
 */
export function importEntities(
  corpus: Corpus,
  annotator: string,
  { entities, label: rest }: { entities: PreparedEntity[]; label?: string | undefined },
): ImportedEntities {
  const done: ImportedEntities = { added: 0, changed: 0, same: 0 };
  writeStep(corpus, annotator, 'add entity', (step) => {
    let changes = 0;
    const counting = countChanges(step, () => (changes += 1));
    for (const entity of entities) {
      changes = 0;
      const isNew = takeOver(counting, corpus, entity, rest);
      done[isNew ? 'added' : changes > 0 ? 'changed' : 'same'] += 1;
    }
  });
  return done;
}

/** A writer that says when a row has come or really changed. */
const countChanges = (step: StepWriter, onChange: () => void): StepWriter => ({
  ...step,
  insert(kind, uid, record) {
    step.insert(kind, uid, record);
    onChange();
  },
  update(kind, uid, changes) {
    const before = JSON.stringify(findRecord(step.db, kind, uid));
    step.update(kind, uid, changes);
    if (JSON.stringify(findRecord(step.db, kind, uid)) !== before) onChange();
  },
});

function takeOver(step: StepWriter, corpus: Corpus, prepared: PreparedEntity, rest: string | undefined): boolean {
  const { newUid } = corpus.environment;
  const { label: named = rest, name, aliases, usedBy, neverAlone, ...facts } = prepared;
  if (named === undefined) throw new ExpectedError('entity-list-unreadable', { detail: `“${name}” has no label` });
  const label = getLabel(step.db, named);
  const known = findByName(step.db, label, name);
  const entity = known ?? insertEntity(step, newUid, label, { name, ...facts });
  if (known !== undefined) changeEntity(step, newUid, known, facts);
  const used = usedBy.map(({ form, outlet }) => ({ form, outlet, neverAlone: false }));
  const isUsed = (form: string) => used.some((each) => each.form === form);
  for (const { form, outlet, neverAlone: isNever } of [
    // a form that stands there for its outlets only is no alias of everybody's
    ...aliases.filter((alias) => alias.outlet !== null || alias.form === name || !isUsed(alias.form)),
    ...used,
  ]) {
    const of = outlet === null ? null : ensureOutlet(step, corpus, outlet, null);
    const never = Number(isNever || neverAlone.includes(form));
    const there = listAliasRows(step.db, entity).find((alias) => alias.form === form && alias.outlet === of);
    if (!there) insertAlias(step, newUid, entity, { form, outlet: of, neverAlone: never === 1 });
    else if (never === 1) step.update('entity_alias', there.uid, { never_alone: 1 });
  }
  return known === undefined;
}
