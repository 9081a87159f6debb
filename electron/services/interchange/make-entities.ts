import { ExpectedError, type ErrorCode } from '#shared/errors';
import type { Label } from '#shared/domain/codebook';
import { foldForm } from '#shared/text/fold';
import { findScript } from '#shared/text/script';
import { findRecord, isThere } from '../../corpus/model/rows.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import type { FoundAnnotation, FoundEntity } from '../../formats/found.ts';
import { findLabel } from '../codebook.ts';
import { ensureOutlet } from '../edit-article.ts';
import { findByName } from '../entities/edit-entity.ts';
import type { StepWriter } from '../write-step.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import type { AnnotationImport } from './import-run.ts';
import { entityKey } from './survey.ts';

type Named = Pick<NonNullable<FoundAnnotation['entity']>, 'name' | 'uid' | 'refs'>;

/**
 * The entity of a label that the files name: by its uid, else its name or an alias here, else a new one, in the import's batch.
 * Null where the label has no entities.
 */
export function ensureEntity(run: AnnotationImport, step: StepWriter, label: Label, named: Named): string | null {
  const key = `${label.uid}\0${named.uid ?? ''}\0${named.name.toLowerCase()}`;
  const known = run.entities.get(key);
  if (known !== undefined) return known;
  const found = findEntity(run, step, label, named) ?? makeEntity(run, step, label, named);
  run.entities.set(key, found);
  return found;
}

function findEntity(
  { batch, entities }: AnnotationImport,
  { db }: StepWriter,
  label: Label,
  { uid, name }: Named,
): string | undefined {
  const standing = uid === null ? undefined : findStanding(db, 'entity', uid, batch);
  if (standing === 'own') return uid!;
  if (standing === 'seen') {
    const entity = resolveEntity(db, uid!);
    if (findRecord(db, 'entity', entity)!.label === label.uid) return entity;
  }
  const made = entities.get(entityKey(label.uid, name));
  return made ?? findByName(db, label, name) ?? findByAlias(db, label, name);
}

const NOT_ONE: readonly ErrorCode[] = ['entity-unknown', 'entity-ambiguous'];

function findByAlias(db: StepWriter['db'], { uid }: Label, name: string): string | undefined {
  try {
    return resolveEntity(db, name, uid);
  } catch (error) {
    if (error instanceof ExpectedError && NOT_ONE.includes((error as ExpectedError).code)) return undefined;
    throw error;
  }
}

function makeEntity(run: AnnotationImport, step: StepWriter, label: Label, named: Named): string | null {
  const { corpus, batch, reading, report, entities } = run;
  if (label.entityKinds.length === 0 || named.name.trim() === '') return null;
  const { surveyed } = reading;
  const theirs = [...surveyed.names.label.keys()].find((each) => reading.ours('label', each) === label.name) ?? '';
  const said = surveyed.entities.get(named.uid ?? entityKey(theirs, named.name));
  const uid = named.uid === null || isThere(step.db, 'entity', named.uid) ? corpus.environment.newUid() : named.uid;
  const kind = label.entityKinds.find((each) => each.toLowerCase() === said?.kind?.toLowerCase()) ?? null;
  const hasPlace = said?.latitude != null && said.longitude !== null;
  step.insert('entity', uid, {
    label: label.uid,
    kind,
    name: named.name,
    description: said?.description ?? '',
    latitude: hasPlace ? said.latitude : null,
    longitude: hasPlace ? said.longitude : null,
    merged_into: null,
    batch,
    refs: said?.refs ?? named.refs,
  });
  putAlias(run, step, uid, { form: named.name, outlet: null, neverAlone: false });
  for (const alias of said?.aliases ?? [])
    if (alias.form !== named.name || alias.outlet !== null) putAlias(run, step, uid, alias);
  entities.set(entityKey(label.uid, named.name), uid);
  report.made.entities += 1;
  return uid;
}

function putAlias(
  { corpus, batch }: AnnotationImport,
  step: StepWriter,
  entity: string,
  { form, outlet, neverAlone }: FoundEntity['aliases'][number],
): void {
  step.insert('entity_alias', corpus.environment.newUid(), {
    entity,
    form,
    folded: foldForm(form),
    script: findScript(form),
    outlet: outlet === null ? null : ensureOutlet(step, corpus, outlet, batch),
    never_alone: Number(neverAlone),
    batch,
  });
}

/** The uid of the entity that a value names, by uid or name: one that is not here is made as the files describe it. Errors: those of `resolveEntity`. */
export function resolveNamed(run: AnnotationImport, step: StepWriter, ref: string): string {
  if (findStanding(step.db, 'entity', ref, run.batch) === 'own') return ref;
  const said = run.reading.surveyed.entities.get(ref);
  const name = said && run.reading.ours('label', said.label);
  const label = findLabel(getCodebook(step.db), name ?? said?.label ?? '');
  const found = said && label ? ensureEntity(run, step, label, said) : null;
  return found ?? resolveEntity(step.db, ref);
}
