import { ExpectedError } from '#shared/errors';
import type { Entity } from '#shared/domain/entity';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { getEntity } from '../../corpus/repositories/entity-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { resolveAnnotation } from '../../corpus/repositories/resolve-uid.ts';
import { writeStep } from '../write-step.ts';
import { insertEntity } from './edit-entity.ts';
import { checkNotName, getAlias, type AliasRow } from './entity-aliases.ts';
import { listMentions } from './link-entities.ts';

/** Makes one entity mean another, with all that was merged into it; no mention is moved. Errors: those of `entities:merge`. */
export function mergeEntities(corpus: Corpus, annotator: string, ref: string, intoRef: string): Entity {
  const uid = writeStep(corpus, annotator, 'merge entities', (step) => {
    const entity = resolveEntity(step.db, ref);
    const record = findRecord(step.db, 'entity', entity)!;
    const into = resolveEntity(step.db, intoRef);
    const survivor = findRecord(step.db, 'entity', into)!;
    if (entity === into || record.label !== survivor.label)
      throw new ExpectedError('entities-unfit', { entity: record.name, into: survivor.name });
    for (const merged of [...listMergedUids(step.db, entity), entity])
      step.update('entity', merged, { merged_into: into });
    return into;
  });
  return getEntity(corpus.read, uid);
}

/** Uids of the entities that were merged into this one. Source: index `entity_by_merged_into`. */
const listMergedUids = (db: ReadDb, entity: string): string[] =>
  statement<[string], { uid: string }>(
    db,
    'SELECT uid FROM entity WHERE merged_into_id = (SELECT id FROM entity WHERE uid = ?)',
  )
    .all(entity)
    .map(({ uid }) => uid);

/** Takes an entity out of the one that it was merged into. `ref` is its uid. Errors: entity-unknown, entity-not-merged. */
export function unmergeEntity(corpus: Corpus, annotator: string, ref: string): Entity {
  writeStep(corpus, annotator, 'split entity', (step) => {
    const record = findRecord(step.db, 'entity', ref);
    if (!record) throw new ExpectedError('entity-unknown', { entity: ref });
    if (record.merged_into === null) throw new ExpectedError('entity-not-merged', { entity: record.name });
    step.update('entity', ref, { merged_into: null });
  });
  return getEntity(corpus.read, ref);
}

/** `aliases`: by uid or form; mentions in these words go along. `annotations`: mentions that go whatever their words. */
export type Split = {
  entity: string;
  name: string;
  kind?: string | null | undefined;
  aliases: string[];
  annotations: string[];
};

/** Makes a new entity of some aliases and mentions of one, as one step. Errors: those of `entities:split`. */
export function splitEntity(corpus: Corpus, annotator: string, { entity: ref, name, ...chosen }: Split): Entity {
  const { newUid } = corpus.environment;
  const uid = writeStep(corpus, annotator, 'split entity', (step) => {
    const entity = resolveEntity(step.db, ref);
    const record = findRecord(step.db, 'entity', entity)!;
    if (chosen.aliases.length + chosen.annotations.length === 0)
      throw new ExpectedError('nothing-to-split', { entity: record.name });
    const aliases = chosen.aliases.map((alias) => getAlias(step.db, entity, alias));
    for (const alias of aliases) checkNotName(step.db, alias);
    const label = getCodebook(step.db).labels.find((each) => each.uid === record.label)!;
    const { kind = record.kind } = chosen;
    const split = insertEntity(step, newUid, label, { name, kind });
    for (const { uid: alias, form, outlet } of aliases)
      if (form === name && outlet === null)
        step.remove('entity_alias', alias); // the new entity's name is one already
      else step.update('entity_alias', alias, { entity: split });
    for (const mention of listToMove(step.db, entity, aliases, chosen.annotations))
      step.update('annotation', mention, { entity: split });
    return split;
  });
  return getEntity(corpus.read, uid);
}

/** Mentions of the entity in the words of these aliases, of an outlet's alias only in its articles; and those that are named. */
function listToMove(db: ReadDb, entity: string, aliases: readonly AliasRow[], refs: string[]): Set<string> {
  const mentions = listMentions(db, entity, { byRule: false });
  const outletOf = statement<[string], { outlet: string | null }>(
    db,
    `SELECT s.uid AS outlet FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id
       LEFT JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id) WHERE a.uid = ?`,
  );
  const isTheirs = ({ folded, outlet }: AliasRow, form: string, article: string) =>
    folded === form && (outlet === null || outletOf.get(article)?.outlet === outlet);
  const moved = mentions.filter(({ quote, article }) => {
    const form = foldForm(quote);
    return aliases.some((alias) => isTheirs(alias, form, article));
  });
  const known = new Set(mentions.map(({ uid }) => uid));
  const named = refs.map((ref) => resolveAnnotation(db, ref)).filter((uid) => known.has(uid));
  return new Set([...moved.map(({ uid }) => uid), ...named]);
}
