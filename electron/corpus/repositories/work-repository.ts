import type { ArticleFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import { toPartialDate } from '#shared/domain/partial-date';
import type { WorkArticle, WorkProgress, WorkStage } from '#shared/domain/work';
import { statement, type ReadDb } from '../connection.ts';
import { toListedCondition } from './article-filter.ts';
import { listBlindIds } from './assignment-repository.ts';

/**
 * CTEs: `own` has a row for each article and person who has it or began it, `joint` one for each such article; two people who were made
 * one are one. Source: `article_work` and `assignment` whole, which are as long as the work that was done, not as the corpus.
 */
const OWN = `
  own AS MATERIALIZED (
    SELECT article, person, max(done) AS done, max(begun) AS begun, max(assigned) AS assigned, max(blind) AS blind FROM (
      SELECT w.article_id AS article, coalesce(p.merged_into_id, p.id) AS person, w.state = 'done' AS done, 1 AS begun,
        0 AS assigned, 0 AS blind FROM article_work w JOIN annotator p ON p.id = w.annotator_id
      UNION ALL SELECT s.article_id, coalesce(p.merged_into_id, p.id), 0, 0, 1, s.blind
        FROM assignment s JOIN annotator p ON p.id = s.annotator_id
    ) GROUP BY 1, 2
  ),
  joint AS MATERIALIZED (
    SELECT article, max(assigned) AS assigned, count(*) > 1 AS shared, count(*) > 1 AND min(done) AS shared_done
    FROM own GROUP BY article
  )`;

/** What an article that is listed is counted under, as conditions; with `own`, of a person. */
const stages = (isOfPerson: boolean): Readonly<Record<WorkStage, string>> => ({
  articles: '1',
  assigned: isOfPerson ? 'own.assigned' : 'coalesce(joint.assigned, 0)',
  waiting: isOfPerson ? 'NOT own.begun' : `l.state = 'new'`,
  tagging: isOfPerson ? 'own.begun AND NOT own.done' : `l.state = 'tagging'`,
  done: isOfPerson ? 'own.done' : `l.state = 'done'`,
  inReview: `l.state IN ('in review', 'changed')`,
  checked: `l.state = 'checked'`,
  shared: 'coalesce(joint.shared, 0)',
  sharedDone: 'coalesce(joint.shared_done, 0)',
  blind: isOfPerson ? 'own.blind' : 'l.article_id IN (SELECT article FROM own WHERE blind)',
});

const toSums = (isOfPerson: boolean) =>
  Object.entries(stages(isOfPerson))
    .filter(([stage]) => isOfPerson || stage !== 'blind')
    .map(([stage, condition]) => `sum(${condition}) AS "${stage}"`)
    .join(', ');

/** By name of person and of outlet; an outlet that is not known comes last. */
export const getProgress = (db: ReadDb): WorkProgress => ({
  people: statement<[], WorkProgress['people'][number]>(
    db,
    `WITH ${OWN} SELECT p.name AS person, ${toSums(true)}
     FROM own JOIN joint ON joint.article = own.article JOIN listed_article l ON l.article_id = own.article
       JOIN annotator p ON p.id = own.person GROUP BY p.id ORDER BY p.name COLLATE NOCASE, p.uid`,
  ).all(),
  outlets: statement<[], WorkProgress['outlets'][number]>(
    db,
    `WITH ${OWN} SELECT o.name AS outlet, ${toSums(false)}
     FROM listed_article l LEFT JOIN joint ON joint.article = l.article_id LEFT JOIN outlet o ON o.id = l.outlet_id
     GROUP BY l.outlet_id ORDER BY l.outlet_id IS NULL, o.name COLLATE NOCASE, o.uid`,
  ).all(),
});

/** `person`: by uid; `outlet`: by name, null for none. */
type Wish = { person?: string; outlet?: string | null; stage: WorkStage };
type Row = Omit<WorkArticle, 'article' | 'date' | 'people'> & {
  id: number;
  article: string;
  year: number | null;
  month: number | null;
  day: number | null;
};

/** The articles behind a number of `getProgress`, newest first. */
export function listWorkArticles(
  db: ReadDb,
  { person, outlet, stage }: Wish,
  { offset, limit }: { offset: number; limit: number },
): { total: number; articles: WorkArticle[] } {
  const isOfPerson = person !== undefined;
  const from = `WITH ${OWN} SELECT %
    FROM ${
      isOfPerson
        ? `annotator p JOIN own ON own.person = coalesce(p.merged_into_id, p.id) JOIN listed_article l ON l.article_id = own.article`
        : 'listed_article l'
    } LEFT JOIN joint ON joint.article = l.article_id
      JOIN article a ON a.id = l.article_id LEFT JOIN outlet o ON o.id = l.outlet_id
    WHERE ${[
      stages(isOfPerson)[stage],
      ...(isOfPerson ? ['p.uid = @person'] : []),
      ...(outlet === undefined ? [] : ['o.name IS @outlet']),
    ].join(' AND ')}`;
  const values = { person: person ?? null, outlet: outlet ?? null };
  const { n: total } = statement<[object], { n: number }>(db, from.replace('%', 'count(*) AS n')).get(values)!;
  const columns = 'a.id, a.uid AS article, a.title, o.name AS outlet, a.year, a.month, a.day, l.state';
  const rows = statement<[object], Row>(
    db,
    `${from.replace('%', columns)} ORDER BY l.date DESC, l.sort_key LIMIT @limit OFFSET @offset`,
  ).all({ ...values, offset, limit });
  const people = listPeopleOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    total,
    articles: rows.map(({ id, article, year, month, day, ...row }) => ({
      ...row,
      article: ArticleId.parse(article),
      date: year === null ? null : toPartialDate({ year, month, day }),
      people: people.get(id) ?? [],
    })),
  };
}

type PersonRow = {
  article: number;
  person: string;
  done: number;
  begun: number;
  assigned: number;
  blind: number;
};

/** Source: indexes `article_work_by_article`, `assignment_by_article`. */
function listPeopleOf(db: ReadDb, articles: readonly number[]): Map<number, WorkArticle['people']> {
  const rows = statement<[{ articles: string }], PersonRow>(
    db,
    `SELECT t.article, coalesce(m.name, p.name) AS person, max(t.done) AS done, max(t.begun) AS begun,
       max(t.assigned) AS assigned, max(t.blind) AS blind FROM (
       SELECT w.article_id AS article, w.annotator_id AS person, w.state = 'done' AS done, 1 AS begun, 0 AS assigned, 0 AS blind
         FROM json_each(@articles) j CROSS JOIN article_work w ON w.article_id = j.value
       UNION ALL SELECT s.article_id, s.annotator_id, 0, 0, 1, s.blind
         FROM json_each(@articles) j CROSS JOIN assignment s ON s.article_id = j.value
     ) t JOIN annotator p ON p.id = t.person LEFT JOIN annotator m ON m.id = p.merged_into_id
     GROUP BY t.article, coalesce(m.id, p.id) ORDER BY 2 COLLATE NOCASE, coalesce(m.uid, p.uid)`,
  ).all({ articles: JSON.stringify(articles) });
  return new Map(
    [...Map.groupBy(rows, ({ article }) => article)].map(([article, own]) => [
      article,
      own.map(({ person, done, begun, assigned, blind }) => ({
        person,
        mark: done === 1 ? 'done' : begun === 1 ? 'tagging' : null,
        isAssigned: assigned === 1,
        isBlind: blind === 1,
      })),
    ]),
  );
}

/** How many of the articles that a filter means a person, by uid, tags blind still. Errors: those of the filter. */
export function countBlind(db: ReadDb, person: string | null, filter: ArticleFilter): number {
  const blind = listBlindIds(db, person);
  if (blind.length === 0) return 0;
  const { sql, values } = toListedCondition(db, filter);
  return statement<[object], number>(
    db,
    `SELECT count(*) FROM json_each(@ids) j CROSS JOIN listed_article l ON l.article_id = j.value WHERE ${sql}`,
  )
    .pluck()
    .get({ ...values, ids: JSON.stringify(blind) })!;
}

/** An article to be given out; `outlet` by uid. `isAssigned`: somebody has it. */
export type ArticleToDeal = {
  uid: string;
  outlet: string | null;
  outletName: string | null;
  date: number;
  isAssigned: number;
};

/** The articles that a filter means, in the order of names of outlets. Errors: those of the filter. */
export function listToDeal(db: ReadDb, filter: ArticleFilter): ArticleToDeal[] {
  const { sql, values } = toListedCondition(db, filter);
  return statement<[object], ArticleToDeal>(
    db,
    `SELECT a.uid, o.uid AS outlet, o.name AS outletName, l.date,
       EXISTS (SELECT 1 FROM assignment s WHERE s.article_id = l.article_id) AS isAssigned
     FROM listed_article l JOIN article a ON a.id = l.article_id LEFT JOIN outlet o ON o.id = l.outlet_id
     WHERE ${sql} ORDER BY o.name IS NULL, o.name COLLATE NOCASE, o.uid, a.uid`,
  ).all(values);
}
