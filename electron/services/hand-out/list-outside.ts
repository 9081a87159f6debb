import type { OutsidePackage } from '#shared/domain/outside';
import type { ReadDb } from '../../corpus/connection.ts';
import type { LeftOutValue } from '../../corpus/journal/package-start.ts';
import { findRecord, isThere } from '../../corpus/model/rows.ts';
import { readOutside } from '../../corpus/repositories/package-repository.ts';

/** What of annotations, entities and event cards, by uid, is not in the package that is open; of those that have anything outside. */
export function listOutsideOf(db: ReadDb, uids: readonly string[]): OutsidePackage[] {
  const outside = readOutside(db);
  if (!outside) return [];
  return [...new Set(uids)].flatMap((uid) => {
    const { [uid]: relations = 0 } = outside.relations;
    const { [uid]: claims = 0 } = outside.claims;
    const { [uid]: mentions = 0 } = outside.mentions;
    const values = (outside.values[uid] ?? []).flatMap((value) => describeValue(db, value));
    return relations + claims + mentions + values.length === 0 ? [] : [{ uid, relations, claims, mentions, values }];
  });
}

/** A value by its attribute's name; none whose article has come in with somebody else's package. */
function describeValue(db: ReadDb, { attribute: uid, article, quote }: LeftOutValue) {
  const attribute = findRecord(db, 'attribute', uid);
  if (!attribute || isThere(db, 'article', article)) return [];
  const group = attribute.parent === null ? undefined : findRecord(db, 'attribute', attribute.parent);
  return [{ attribute: group ? `${group.name}: ${attribute.name}` : attribute.name, quote }];
}
