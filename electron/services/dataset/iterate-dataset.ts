import type { Annotation } from '#shared/domain/annotation';
import type { DatasetChoice } from '#shared/domain/dataset';
import { toArticleFilter } from '#shared/domain/filter';
import { type ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { listDatasetAnnotations } from '../../corpus/repositories/dataset-annotations.ts';
import { getArticleText, listArticleUids } from '../../corpus/repositories/article-repository.ts';
import {
  listArticleDetails,
  listDatasetArticles,
  listDatasetMembers,
  listDatasetRelations,
} from '../../corpus/repositories/dataset-repository.ts';
import { listEntityIds } from '../../corpus/repositories/resolve-entity.ts';
import type { DatasetArticle, DatasetRelation } from '../../formats/format.ts';
import { findChecked } from './find-checked.ts';
import { nameAnnotators } from './name-annotators.ts';
import { addOne, createTally, countArticle, type Tally } from './tally.ts';

/** So many articles are read at once. */
const AT_ONCE = 200;

/** The articles of a dataset, and how to go through them. */
export type ChosenArticles = {
  uids: ArticleId[];
  /** In order of uid, with annotations that count in order of uid, and the relations between those; counted where a tally is given. */
  iterate(uids: readonly ArticleId[], tally?: Tally): Generator<DatasetArticle>;
};

/**
 * The articles that a choice means, with the annotations of its layer (those that count, where it names none) that pass it.
 *
 * Errors: article-unknown, uid-ambiguous and those of a filter.
 */
export function chooseArticles(
  db: ReadDb,
  { filter, links, names, checkedBy, checkedOnly }: DatasetChoice,
): ChosenArticles {
  const uids = listArticleUids(db, toArticleFilter(filter));
  const chosen = new Set<string>(uids);
  const labels = filter.labels?.map((label) => label.toLowerCase());
  const entities = filter.entities ? listEntityUids(db, filter.entities) : null;
  const nameOf = nameAnnotators(db, names);

  const isMeant = ({ label, annotator, state, entityUid }: Annotation) =>
    (labels?.includes(label.toLowerCase()) ?? true) &&
    (filter.annotators?.includes(annotator) ?? true) &&
    (filter.annotationStates?.includes(state) ?? true) &&
    (entities === null || (entityUid !== null && entities.has(entityUid)));
  const listMeant = (articles: readonly ArticleId[], tally: Tally): Map<string, Annotation[]> => {
    const all = listDatasetAnnotations(db, articles, filter.layer ?? 'result');
    for (const { label, annotator } of all) {
      addOne(tally.offered.labels, label);
      addOne(tally.offered.annotators, annotator);
    }
    const checked = findChecked(db, all, checkedBy);
    const meant = new Map<string, Annotation[]>();
    for (const each of all) {
      if (!isMeant(each) || (checkedOnly && !checked.has(each.uid))) continue;
      if (checked.has(each.uid)) tally.checked += 1;
      const annotator = nameOf(each.annotator);
      const named = annotator === each.annotator ? each : { ...each, annotator };
      const known = meant.get(each.article);
      if (known) known.push(named);
      else meant.set(each.article, [named]);
    }
    return meant;
  };

  /** Those whose ends are in the dataset, which a correction stands in the place of. */
  const listRelations = (articles: readonly ArticleId[], meant: ReadonlyMap<string, Annotation[]>) => {
    const relations = listDatasetRelations(db, articles);
    if (relations.length === 0) return new Map<string, never>();
    const others = relations.map(({ toArticle }) => toArticle).filter((uid) => !meant.has(uid) && chosen.has(uid));
    const there = others.length === 0 ? [] : listMeant([...new Set(others)] as ArticleId[], createTally()).values();
    const standing = listStanding([...meant.values(), ...there].flat());
    const kept = relations.flatMap(({ from, to, ...relation }) => {
      const ends = { from: standing.get(from), to: standing.get(to) };
      if (ends.from === undefined || ends.to === undefined) return [];
      return [{ ...relation, from: ends.from, to: ends.to, annotator: nameOf(relation.annotator) }];
    });
    return Map.groupBy(kept, ({ article }) => article);
  };

  function* iterate(some: readonly ArticleId[], tally: Tally = createTally()): Generator<DatasetArticle> {
    const textOf = (other: string) => getArticleText(db, other);
    for (let from = 0; from < some.length; from += AT_ONCE) {
      const slice = some.slice(from, from + AT_ONCE);
      const meant = listMeant(slice, tally);
      const relations = listRelations(slice, meant);
      addMembers(db, tally, slice, meant);
      let details: ReturnType<typeof listArticleDetails> | undefined;
      for (const { isIntact, ...article } of listDatasetArticles(db, slice)) {
        const own = (meant.get(article.uid) ?? []).sort((a, b) => (a.uid < b.uid ? -1 : 1));
        const item: DatasetArticle = {
          article,
          annotations: own.map((each) => chooseLink(tally, each, links)),
          relations: (relations.get(article.uid) ?? []).map(withoutArticle),
          textOf,
          details: () => (details ??= listArticleDetails(db, slice)).get(article.uid)!,
        };
        countArticle(tally, item);
        if (!isIntact) tally.changed.push(article.uid);
        yield item;
      }
    }
  }
  return { uids, iterate };
}

/** By uid what stands in a dataset for an annotation: itself, or the correction of it. */
function listStanding(annotations: readonly Annotation[]): Map<string, string> {
  const standing = new Map<string, string>();
  for (const { uid, revises } of annotations) {
    standing.set(uid, uid);
    if (revises !== null) standing.set(revises, uid);
  }
  return standing;
}

const withoutArticle = ({ article: _, ...relation }: DatasetRelation & { article: string }): DatasetRelation =>
  relation;

/** The entities that are named, and those merged into them, by uid. */
const listEntityUids = (db: ReadDb, refs: readonly string[]): Set<string> =>
  new Set(
    statement<[string], { uid: string }>(db, 'SELECT uid FROM entity WHERE id IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(listEntityIds(db, refs)))
      .map(({ uid }) => uid),
  );

/** Counts a link; one by rule is left out where only those by people are wanted. */
function chooseLink(tally: Tally, annotation: Annotation, links: DatasetChoice['links']): Annotation {
  if (annotation.entityUid === null) return annotation;
  const byRule = annotation.entityLink === 'rule';
  if (byRule) tally.linkedByRule += 1;
  if (byRule && links === 'person') return { ...annotation, entity: null, entityUid: null, entityLink: null };
  tally.linked += 1;
  return annotation;
}

/** Which of the annotations belong to event cards: a correction in the place of what it corrects. */
function addMembers(
  db: ReadDb,
  tally: Tally,
  articles: readonly ArticleId[],
  meant: ReadonlyMap<string, Annotation[]>,
): void {
  const members = listDatasetMembers(db, articles);
  if (members.length === 0) return;
  const standing = listStanding([...meant.values()].flat());
  for (const { cluster, annotation } of members) {
    const member = standing.get(annotation);
    if (member === undefined) continue;
    const known = tally.members.get(cluster);
    if (!known) tally.members.set(cluster, [member]);
    else if (!known.includes(member)) known.push(member);
  }
}
