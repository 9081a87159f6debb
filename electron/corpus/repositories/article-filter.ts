import type { ArticleFilter } from '#shared/domain/filter';
import { toDateParts } from '#shared/domain/partial-date';
import { parseSearchQuery, toMatch } from '#shared/text/search-query';
import { listTitleWords } from '#shared/text/title-words';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { listBlindIds } from './assignment-repository.ts';
import { listOutletIds } from './outlet-repository.ts';
import { listEntityIds } from './resolve-entity.ts';
import { resolveArticle } from './resolve-uid.ts';

/** A condition in SQL, with the values that it names. */
export type Condition = { sql: string; values: Record<string, unknown> };

/**
 * What a person, by uid, is to see of the articles that they tag blind still (docs/decisions/0022-checking-together.md). `heldFor`: only
 * their own tags there say what an article holds; `openTo`: none of these articles is meant.
 */
export type Sight = { heldFor?: string; openTo?: string };
type SeenFilter = ArticleFilter & Sight;

const oneOf = (column: string, name: string) => `${column} IN (SELECT value FROM json_each(@${name}))`;

/**
 * The articles that a filter means, of those that are seen, as a condition on listed article `l`.
 *
 * Errors: article-unknown, uid-ambiguous and those of a search query.
 */
export function toListedCondition(db: ReadDb, filter: SeenFilter): Condition {
  const parts: string[] = [];
  const values: Record<string, unknown> = {};
  if (filter.articles) {
    parts.push(`l.article_id IN (SELECT id FROM article WHERE ${oneOf('uid', 'articles')})`);
    values['articles'] = JSON.stringify(filter.articles.map((ref) => resolveArticle(db, ref)));
  }
  if (filter.outlets) {
    parts.push(oneOf('l.outlet_id', 'outlets'));
    values['outlets'] = JSON.stringify(listOutletIds(db, filter.outlets));
  }
  if (filter.from !== undefined) {
    const { year, month, day } = toDateParts(filter.from);
    parts.push('l.date >= @from');
    values['from'] = year * 10000 + (month ?? 0) * 100 + (day ?? 0);
  }
  if (filter.to !== undefined) {
    const { year, month, day } = toDateParts(filter.to);
    parts.push('l.date BETWEEN 1 AND @to'); // those of unknown date have zero
    values['to'] = year * 10000 + (month ?? 12) * 100 + (day ?? 31);
  }
  if (filter.states) {
    parts.push(oneOf('l.state', 'states'));
    values['states'] = JSON.stringify(filter.states);
  }
  if (filter.title !== undefined && filter.title.trim() !== '') {
    for (const [n, word] of listTitleWords(filter.title).entries()) {
      parts.push(`instr(l.title_key, @title${n})`);
      values[`title${n}`] = word;
    }
  }
  if (filter.search !== undefined && filter.search.trim() !== '') {
    parts.push('l.article_id IN (SELECT rowid FROM search_index WHERE search_index MATCH @search)');
    values['search'] = toMatch(parseSearchQuery(filter.search));
  }
  if (filter.openTo !== undefined) {
    parts.push(`NOT ${oneOf('l.article_id', 'openTo')}`);
    values['openTo'] = JSON.stringify(listBlindIds(db, filter.openTo));
  }
  const held = toHeld(db, filter);
  if (held) {
    parts.push(held.sql);
    Object.assign(values, held.values);
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/** The same on article `a`: for queries that read articles by something other than the library's order. */
export function toCondition(db: ReadDb, filter: SeenFilter): Condition {
  if (Object.values(filter).every((value) => value === undefined)) return { sql: isSeen('a'), values: {} };
  const { sql, values } = toListedCondition(db, filter);
  return { sql: `a.id IN (SELECT l.article_id FROM listed_article l WHERE ${sql})`, values };
}

/** Articles that hold an annotation with one of the labels, by one of the people, of one of the entities that are named. */
function toHeld(db: ReadDb, { labels, annotators, entities, heldFor }: SeenFilter): Condition | undefined {
  const labelIds =
    labels && listIds(db, 'SELECT id FROM label WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(?))', labels);
  const parts: string[] = [];
  const values: Record<string, unknown> = {};
  if (labelIds) {
    parts.push(oneOf('t.label_id', 'heldLabels'));
    values['heldLabels'] = JSON.stringify(labelIds);
  }
  if (annotators) {
    parts.push(oneOf('t.annotator_id', 'heldAnnotators'));
    const ofName = 'SELECT id FROM annotator WHERE name IN (SELECT value FROM json_each(?))';
    values['heldAnnotators'] = JSON.stringify(listIds(db, ofName, annotators));
  }
  if (entities) {
    parts.push(oneOf('t.entity_id', 'heldEntities'), isSeen('t'));
    values['heldEntities'] = JSON.stringify(listEntityIds(db, entities));
  }
  const own = 't.annotator_id = (SELECT id FROM annotator WHERE uid = @heldFor)';
  const blind = heldFor !== undefined && { heldFor, heldBlind: JSON.stringify(listBlindIds(db, heldFor)) };
  if (!annotators && !entities) {
    const labelled = labelIds && toLabelled(labelIds);
    if (!labelled || !blind) return labelled;
    const marked = `SELECT t.article_id FROM article_mark t WHERE ${[...parts, own].join(' AND ')}`;
    return {
      sql: `(${labelled.sql} AND (NOT ${oneOf('l.article_id', 'heldBlind')} OR l.article_id IN (${marked})))`,
      values: { ...values, ...blind },
    };
  }
  if (blind) {
    parts.push(`(NOT ${oneOf('t.article_id', 'heldBlind')} OR ${own})`);
    Object.assign(values, blind);
  }
  const from = entities ? 'annotation' : 'article_mark';
  return { sql: `l.article_id IN (SELECT t.article_id FROM ${from} t WHERE ${parts.join(' AND ')})`, values };
}

/** Most articles have the common labels: a look at each in the list is quicker than a look-up of each. */
const toLabelled = (labels: number[]): Condition => ({
  sql: `(${['0', ...labels.map((id) => `instr(l.labels, ',${id},')`)].join(' OR ')})`,
  values: {},
});

const listIds = (db: ReadDb, sql: string, names: readonly string[]): number[] =>
  statement<[string], { id: number }>(db, sql)
    .all(JSON.stringify(names))
    .map(({ id }) => id);
