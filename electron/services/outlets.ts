import { ExpectedError } from '#shared/errors';
import type { Outlet, OutletChanges } from '#shared/domain/outlet';
import { statement, type ReadDb } from '../corpus/connection.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findOutletUid, listOutlets, resolveOutlet } from '../corpus/repositories/outlet-repository.ts';
import { resolveEntity } from '../corpus/repositories/resolve-entity.ts';
import { writeStep } from './write-step.ts';

type Changes = { [K in keyof OutletChanges]: OutletChanges[K] | undefined };

/** Changes an outlet; a name that it had stays an alias. Gives all outlets. Errors: those of `outlets:update`. */
export function updateOutlet(corpus: Corpus, annotator: string, ref: string, changes: Changes): Outlet[] {
  writeStep(corpus, annotator, 'change outlet', (step) => {
    const uid = resolveOutlet(step.db, ref);
    const record = findRecord(step.db, 'outlet', uid)!;
    const { name = record.name, addAliases = [], entity } = changes;
    const known = record.aliases.map(({ alias }) => alias);
    const aliases = [...(changes.aliases ?? known), ...addAliases, ...(name === record.name ? [] : [record.name])];
    for (const each of [name, ...(changes.aliases ?? []), ...addAliases]) checkFree(step.db, uid, each);
    step.update('outlet', uid, {
      name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== name).map((alias) => ({ alias })),
      ...(entity !== undefined && { entity: entity === null ? null : resolveEntity(step.db, entity) }),
    });
  });
  return listOutlets(corpus.read);
}

/** Makes one outlet mean another; no article is moved. Gives all outlets. Errors: those of `outlets:merge`. */
export function mergeOutlets(corpus: Corpus, annotator: string, ref: string, intoRef: string): Outlet[] {
  writeStep(corpus, annotator, 'merge outlets', (step) => {
    const uid = resolveOutlet(step.db, ref);
    const into = resolveOutlet(step.db, intoRef);
    if (uid === into)
      throw new ExpectedError('outlet-with-itself', { outlet: findRecord(step.db, 'outlet', uid)!.name });
    const before = statement<[string], { uid: string }>(
      step.db,
      'SELECT uid FROM outlet WHERE merged_into_id = (SELECT id FROM outlet WHERE uid = ?)',
    ).all(uid);
    for (const merged of [...before, { uid }]) step.update('outlet', merged.uid, { merged_into: into });
  });
  return listOutlets(corpus.read);
}

/** Takes an outlet, by uid, out of the one that it was merged into. Errors: outlet-unknown, outlet-not-merged. */
export function unmergeOutlet(corpus: Corpus, annotator: string, uid: string): Outlet[] {
  writeStep(corpus, annotator, 'merge outlets', (step) => {
    const record = findRecord(step.db, 'outlet', uid);
    if (!record) throw new ExpectedError('outlet-unknown', { outlet: uid });
    if (record.merged_into === null) throw new ExpectedError('outlet-not-merged', { outlet: record.name });
    step.update('outlet', uid, { merged_into: null });
  });
  return listOutlets(corpus.read);
}

/** Errors: outlet-exists, where another outlet has that name or alias. */
function checkFree(db: ReadDb, uid: string, name: string): void {
  const other = findOutletUid(db, name);
  if (other !== undefined && other !== uid) throw new ExpectedError('outlet-exists', { outlet: name });
}
