import type { BothSides, Compared, SideName, Voice } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import {
  ANNOTATION,
  ENTITY,
  FIELDS,
  FLAGS,
  FORM,
  isChecked,
  isLoaded,
  LABEL,
  START,
  toVoice,
} from '../../corpus/derived/pack-mentions.ts';
import { toListedCondition } from '../../corpus/repositories/article-filter.ts';
import { createPacer, pause, type Job } from '../job.ts';
import { readDataVersion } from './follow-table.ts';
import { readAllMentions, type Mentions } from './mention-store.ts';

/** An annotation that counts, by ids of rows. The object is the same for each: what is kept of it has to be copied. */
export type Mention = {
  annotation: number;
  article: number;
  label: number;
  /** What the annotation means, or what that was merged into; 0 where nothing is linked. */
  entity: number;
  /** Names the words, but for case, marks and white space: `getForm` gives them. Zero for a claim. It holds for this comparison alone. */
  form: number;
  voice: Voice;
  isChecked: boolean;
  isLoaded: boolean;
  start: number;
};

/**
 * An article of a side. `date`: year, month and day as one number, what is not known as zero. `place`: where it stands among all articles
 * of the corpus, newest first: of two, in every copy of the corpus the same one comes first.
 */
export type ComparedArticle = { id: number; outlet: number | null; date: number; place: number };

/** The articles of both sides, newest first, by their place: all that the words of a side need. */
export type Sides = {
  db: ReadDb;
  compared: Compared;
  job: Job;
  articles: BothSides<readonly ComparedArticle[]>;
};

/** Both sides of a comparison, opened for one view. */
export type Comparison = Sides & {
  /** Goes through what counts of a side, article by article, in reading order. */
  eachMention(side: SideName, use: (mention: Mention) => void): Promise<void>;
  /** The words that a form stands for, as they are most often written. */
  getForm(form: number): string;
  /** Whose annotations the result of an article is made from, by id; null where people settled it or nothing counts. */
  getResultOwner(article: number): number | null;
};

/** Errors: those of the filters, cancelled. */
export async function openSides(db: ReadDb, compared: Compared, job: Job): Promise<Sides> {
  await pause(job);
  findListed(db);
  await pause(job);
  const a = listSide(db, compared.a);
  await pause(job);
  const b = listSide(db, compared.b);
  await pause(job);
  return { db, compared, job, articles: { a, b } };
}

/** Errors: those of the filters, cancelled. */
export async function openComparison(db: ReadDb, compared: Compared, job: Job): Promise<Comparison> {
  const sides = await openSides(db, compared, job);
  const { articles } = sides;
  const ids = [...articles.a, ...articles.b].map(({ id }) => id);
  const mentions = await readAllMentions(db, ids, job);
  const toEntity = readMerged(db);
  return {
    ...sides,
    eachMention: (side, use) => goThrough(mentions, articles[side], { compared, job, toEntity, use }),
    getForm: mentions.getForm,
    getResultOwner: (article) => mentions.getRange(article)?.annotator ?? null,
  };
}

type Walk = {
  compared: Compared;
  job: Job;
  toEntity(entity: number): number;
  use(mention: Mention): void;
};

async function goThrough(
  { getRange, toForm }: Mentions,
  articles: readonly ComparedArticle[],
  { compared: { checkedOnly }, job, toEntity, use }: Walk,
): Promise<void> {
  const breathe = createPacer(job);
  const mention: Mention = { ...noMention };
  for (const [n, { id }] of articles.entries()) {
    if (n % ARTICLES === 0) await breathe();
    const range = getRange(id);
    if (!range) continue;
    const { numbers } = range;
    mention.article = id;
    for (let at = range.start; at < range.end; at += FIELDS) {
      const flags = numbers[at + FLAGS]!;
      mention.isChecked = isChecked(flags);
      if (checkedOnly && !mention.isChecked) continue;
      mention.annotation = numbers[at + ANNOTATION]!;
      mention.label = numbers[at + LABEL]!;
      mention.entity = toEntity(numbers[at + ENTITY]!);
      mention.form = toForm(numbers[at + FORM]!);
      mention.voice = toVoice(flags);
      mention.isLoaded = isLoaded(flags);
      mention.start = numbers[at + START]!;
      use(mention);
    }
  }
}

/** So many articles are gone through before the clock is looked at. */
const ARTICLES = 100;
const noMention: Mention = {
  annotation: 0,
  article: 0,
  label: 0,
  entity: 0,
  form: 0,
  voice: 'own',
  isChecked: false,
  isLoaded: false,
  start: 0,
};

/** `order`: the ids of all articles, newest first. */
type Listed = { moment: string; order: number[]; lists: Map<string, ComparedArticle[]> };
const listed = new WeakMap<ReadDb, Listed>();
/** The tabs of a comparison ask for the same sides. */
const MOST_LISTED = 4;

/** What is listed of this moment. Source: index `listed_article_by_date`. */
function findListed(db: ReadDb): Listed {
  const moment = readDataVersion(db);
  let known = listed.get(db);
  if (known?.moment !== moment || known.lists.size >= MOST_LISTED) {
    const sql = 'SELECT article_id FROM listed_article ORDER BY date DESC, sort_key';
    known = { moment, order: statement<[], number>(db, sql).pluck().all(), lists: new Map() };
    listed.set(db, known);
  }
  return known;
}

function listSide(db: ReadDb, filter: ArticleFilter): ComparedArticle[] {
  const { order, lists } = findListed(db);
  const key = JSON.stringify(filter);
  let list = lists.get(key);
  if (!list) {
    const { sql, values } = toListedCondition(db, filter);
    const rows = statement<[object], ComparedArticle>(
      db,
      `SELECT l.article_id AS id, l.outlet_id AS outlet, l.date, 0 AS place FROM listed_article l WHERE ${sql}`,
    ).all(values);
    const meant: ComparedArticle[] = [];
    for (const row of rows) meant[row.id] = row;
    list = [];
    for (let place = 0; place < order.length; place += 1) {
      const article = meant[order[place]!];
      if (!article) continue;
      article.place = place;
      list.push(article);
    }
    lists.set(key, list);
  }
  return list;
}

/** Gives what an entity was merged into, or itself. */
function readMerged(db: ReadDb): (entity: number) => number {
  const merged: number[] = [];
  const sql = 'SELECT id, merged_into_id AS "into" FROM entity WHERE merged_into_id IS NOT NULL';
  for (const row of statement<[], { id: number; into: number }>(db, sql).all()) merged[row.id] = row.into;
  return (entity) => merged[entity] ?? entity;
}
