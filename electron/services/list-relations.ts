import type { Relation } from '#shared/domain/relation';
import type { ReadDb } from '../corpus/connection.ts';
import { findRecord } from '../corpus/model/rows.ts';
import { listBlindUids } from '../corpus/repositories/assignment-repository.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { listComputedRelations } from '../corpus/repositories/computed-relations.ts';
import { getRelationKind } from '../corpus/repositories/relation-kind-repository.ts';
import { listStoredRelations } from '../corpus/repositories/relation-repository.ts';
import { resolveAnnotation, resolveArticle } from '../corpus/repositories/resolve-uid.ts';

type Wish = {
  annotation?: string | undefined;
  article?: string | undefined;
  kind?: string | undefined;
  offset: number;
  limit: number;
};

/**
 * Relations in either direction, stored ones before those that claims' attributes say. `seenBy`: without what others did in what that
 * person, by uid, tags blind still. Errors: those of `relations:list`.
 */
export function listRelations(
  db: ReadDb,
  { annotation: ref, article: articleRef, kind: name, offset, limit }: Wish,
  seenBy: string | null = null,
): { total: number; relations: Relation[] } {
  const kind = name === undefined ? undefined : getRelationKind(db, name);
  const annotation = ref === undefined ? undefined : resolveAnnotation(db, ref);
  const article = articleRef === undefined ? undefined : resolveArticle(db, articleRef);
  const filter = {
    ...(annotation !== undefined && { annotation }),
    ...(article !== undefined && { article }),
    ...(kind && { kind: kind.uid }),
  };
  const stored = listStoredRelations(db, filter, { offset, limit, seenBy });
  const within = article ?? (annotation === undefined ? undefined : findRecord(db, 'annotation', annotation)!.article);
  if (within === undefined) return stored;
  const computed = listComputedRelations(db, within)
    .filter(({ ends }) => annotation === undefined || ends.has(annotation))
    .map(({ relation }) => relation)
    .filter((relation) => kind === undefined || relation.kind === kind.name)
    .filter(createSeenTest(db, seenBy));
  const start = Math.max(0, offset - stored.total);
  const rest = computed.slice(start, start + limit - stored.relations.length);
  return { total: stored.total + computed.length, relations: [...stored.relations, ...rest] };
}

/** Whether a relation that a claim says is seen: one of somebody else's has no end in what the person tags blind still. */
function createSeenTest(db: ReadDb, person: string | null): (relation: Relation) => boolean {
  const blind = new Set<string>(listBlindUids(db, person));
  const name = person === null ? undefined : findAnnotatorByUid(db, person)?.name;
  return ({ annotator, from, to }) =>
    annotator === name || ![from, to].some(({ article }) => article !== null && blind.has(article));
}
