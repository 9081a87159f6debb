import type { OutsidePackage } from '#shared/domain/outside';
import type { ReadDb } from '../../corpus/connection.ts';
import type { LeftOutValue } from '../../corpus/journal/package-start.ts';
import { findRecord, isThere } from '../../corpus/model/rows.ts';
import { listSeenAnnotations } from '../../corpus/repositories/outside-repository.ts';
import { readOutside } from '../../corpus/repositories/package-repository.ts';
import { resolveAnnotation, resolveArticle } from '../../corpus/repositories/resolve-uid.ts';

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

type Wish = { annotation?: string | undefined; article?: string | undefined; offset: number; limit: number };

/** What of annotations is not in the package that is open, of all or of those that are meant. Errors: those of `packages:outside-annotations`. */
export function listOutsideOfAnnotations(db: ReadDb, { annotation, article, ...page }: Wish): OutsidePackage[] {
  const chosen = {
    annotation: annotation === undefined ? null : resolveAnnotation(db, annotation),
    article: article === undefined ? null : resolveArticle(db, article),
  };
  const outside = readOutside(db);
  if (!outside) return [];
  const pointing = Object.entries(outside.values).filter(([, values]) =>
    values.some((value) => describeValue(db, value).length > 0),
  );
  const known = [...new Set([...Object.keys(outside.relations), ...pointing.map(([uid]) => uid)])];
  return listOutsideOf(db, listSeenAnnotations(db, known, { ...chosen, ...page }));
}

/** A value by its attribute's name; none whose article has come in with somebody else's package. */
function describeValue(db: ReadDb, { attribute: uid, article, quote }: LeftOutValue) {
  const attribute = findRecord(db, 'attribute', uid);
  if (!attribute || isThere(db, 'article', article)) return [];
  const group = attribute.parent === null ? undefined : findRecord(db, 'attribute', attribute.parent);
  return [{ attribute: group ? `${group.name}: ${attribute.name}` : attribute.name, quote }];
}
