import type { ReadDb } from '../../electron/corpus/connection.ts';
import { countMatching, listArticles } from '../../electron/corpus/repositories/article-repository.ts';
import { listEntities } from '../../electron/corpus/repositories/entity-repository.ts';
import { ArticleFilter } from '#shared/domain/filter';
import { LARGE } from './corpus/find-corpus.ts';
import { createRandom, type Random } from './corpus/random.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { timeEach } from './time.ts';
import { withCorpus } from './with-copy.ts';

const LISTS = 100;
const PAGE = 200;

/** A filter as people choose them, in turn: none, each alone, and several together. */
function makeFilter(db: ReadDb, random: Random, n: number): ArticleFilter {
  const pick = (sql: string) => random.pick(db.prepare<[], string>(sql).pluck().all());
  const outlet = () => pick('SELECT name FROM outlet');
  const person = () => pick('SELECT name FROM annotator');
  const year = String(2011 + random.below(8));
  const makers: (() => object)[] = [
    () => ({}),
    () => ({ outlets: [outlet()] }),
    () => ({ from: year, to: year }),
    () => ({ states: [random.pick(['new', 'tagging', 'done'])] }),
    () => ({ labels: [random.pick(['actor', 'location', 'claim'])] }),
    () => ({ entities: [pick('SELECT name FROM entity ORDER BY id LIMIT 300')] }),
    () => ({ annotators: [person()] }),
    () => ({ title: pick('SELECT substr(title, 2, 4) FROM listed_article LIMIT 100') }),
    () => ({ outlets: [outlet()], states: ['tagging'], from: '2013' }),
    () => ({ labels: ['claim'], annotators: [person()], to: '2015' }),
  ];
  return ArticleFilter.parse(makers[n % makers.length]!());
}

function measureLists(db: ReadDb): number[] {
  const random = createRandom(7);
  const asked = Array.from({ length: LISTS }, (_, n) => {
    const filter = makeFilter(db, random, n);
    const offset = random.below(Math.max(1, countMatching(db, filter) - PAGE));
    return { filter: { ...filter, articles: undefined, n }, offset }; // so that no count is known from before
  });
  return timeEach(asked, ({ filter, offset }) => listArticles(db, filter, { offset, limit: PAGE }));
}

/** A page of the entities with their counts by outlet, by count or name, somewhere in the list. */
function measureEntities(db: ReadDb): number[] {
  const random = createRandom(8);
  const { total } = listEntities(db, {}, { sort: 'count', details: false, offset: 0, limit: 1 });
  const asked = Array.from({ length: 40 }, (_, n) => ({
    sort: n % 2 === 0 ? ('count' as const) : ('name' as const),
    details: true,
    offset: random.below(Math.max(1, total - PAGE)),
    limit: PAGE,
  }));
  return timeEach(asked, (page) => listEntities(db, {}, page));
}

/** Lists of articles by any filter and of entities, any page of them; a count that pages of one filter share is made each time. */
export const runListBench = (): Row[] =>
  withCorpus(LARGE, ({ read }) =>
    [
      { name: 'list: any filter, any page, p95', values: measureLists(read) },
      { name: 'entities: counts by outlet, any page, p95', values: measureEntities(read) },
    ].map(({ name, values }) =>
      toRow({ name, size: `${LARGE} articles`, value: toQuantile(values, 0.95), unit: 'ms', reach: 50 }),
    ),
  );
