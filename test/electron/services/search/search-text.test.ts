import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchText, type TextSearch } from '../../../../electron/services/search/search-text.ts';
import { toListedCondition } from '../../../../electron/corpus/repositories/article-filter.ts';
import { findArticles } from '../../../../electron/services/search/find-articles.ts';
import { searchRegex } from '../../../../electron/services/search/search-regex.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const find = ({ corpus }: TestCorpus, query: string, more: Partial<TextSearch> = {}) =>
  searchText(corpus.read, { query, filter: {}, sort: 'newest', limit: 50, context: 12, thorough: false, ...more });
/** So many articles of one sentence each, a day apart, by two outlets in turn. */
async function importMany(made: TestCorpus, count: number, toText: (n: number) => string): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => {
    const day = new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
    return `Title ${n},"${toText(n)}",${n % 2 === 0 ? 'FNA' : 'SANA'},${day}`;
  });
  const report = await made.import({ 'many.csv': ['title,text,outlet,date', ...rows].join('\n') });
  expect(report.errors).toEqual([]);
}

describe('searchText', () => {
  let made: TestCorpus;
  beforeAll(async () => {
    made = createTestCorpus({ keep: true });
    await importMany(
      made,
      230,
      (n) => `The army of day${n} took ${n % 10 === 0 ? 'Palmyra' : 'a hill'} and then the next hill.`,
    );
  });
  afterAll(() => made.remove());

  it('gives a hit with its article, exactly to the character', async () => {
    const own = createTestCorpus();
    const uid = await own.importText(SAMPLE_TEXT);
    editArticle(own.corpus, own.sara, uid, { outlet: 'Morrow Times', date: '2019-05' });
    const start = SAMPLE_TEXT.indexOf('العبارة');
    expect(find(own, 'العباره')).toEqual({
      total: 1,
      articles: 1,
      isExact: { total: true, articles: true },
      isIndexed: true,
      hits: [
        {
          article: uid,
          title: expect.any(String) as string,
          outlet: 'Morrow Times',
          date: '2019-05',
          where: 'text',
          start,
          end: start + 7,
          left: SAMPLE_TEXT.slice(start - 12, start),
          match: 'العبارة',
          right: SAMPLE_TEXT.slice(start + 7, start + 19),
        },
      ],
      next: null,
    });
  });

  it('cuts no character in the context', async () => {
    const own = createTestCorpus();
    await own.importText(SAMPLE_TEXT);
    const [hit] = find(own, 'dell', { context: 10 }).hits;
    expect(hit!.right.isWellFormed()).toBe(true);
    expect(find(own, 'dell', { context: 0 }).hits[0]).toMatchObject({ left: '', match: 'Dell', right: '' });
  });

  it('gives the newest article first, and goes on where a list ended', () => {
    const all = find(made, 'hill', { limit: 1000 }).hits;
    expect(all.map(({ date }) => date)).toEqual(
      all
        .map(({ date }) => date)
        .toSorted()
        .reverse(),
    );
    const paged: typeof all = [];
    for (let page = find(made, 'hill', { limit: 7 }); ; page = find(made, 'hill', { limit: 7, after: page.next })) {
      paged.push(...page.hits);
      if (!page.next) break;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBe(230 + 207);
  });

  it('says how many hits there are, or that there are at least so many', () => {
    expect(find(made, 'palmyra', { limit: 5 })).toMatchObject({
      total: 23,
      articles: 23,
      isExact: { total: true, articles: true },
    });
    const many = find(made, 'army', { limit: 5 });
    expect(many).toMatchObject({ total: 5, articles: 230, isExact: { total: false, articles: true } });
    expect(find(made, 'army', { limit: 5, thorough: true })).toMatchObject({
      total: 230,
      isExact: { total: true, articles: true },
    });
  });

  it('finds the same articles whether they are listed, or looked at one by one', () => {
    const condition = toListedCondition(made.corpus.read, { outlets: ['FNA'] });
    const list = (match: string, common: number, mostLooks: number) => [
      ...findArticles(made.corpus.read, match, condition, { sort: 'newest' }, { common, mostLooks }).ids,
    ];
    for (const match of ['"palmyra"', '"army"', '"day7" OR "day8"', 'day1 *']) {
      const listed = list(match, 10_000, 0);
      expect(listed.length).toBeGreaterThan(0);
      expect([list(match, 1, 1000), list(match, 1, 200), list(match, 1, 0)]).toEqual([listed, listed, listed]);
    }
  });

  it('keeps to a filter', () => {
    expect(find(made, 'palmyra', { filter: { outlets: ['SANA'] } }).total).toBe(0);
    expect(find(made, 'palmyra', { filter: { from: '2015-02', to: '2015-03' } }).hits.map(({ date }) => date)).toEqual([
      '2015-03-22',
      '2015-03-12',
      '2015-03-02',
      '2015-02-20',
      '2015-02-10',
    ]);
    expect(find(made, 'army', { filter: { search: 'palmyra' } }).articles).toBe(23);
  });

  it('sorts by the words before and after, nearest first', async () => {
    const own = createTestCorpus();
    const lines = ['zulu big ferry north', 'alpha old ferry east', 'beta big ferry west'];
    await importMany(own, 3, (n) => lines[n]!);
    const sorted = (sort: 'left' | 'right') =>
      find(own, 'ferry', { sort, context: 12 }).hits.map(({ left, right }) => left + right);
    expect(sorted('left')).toEqual(['beta big  west', 'zulu big  north', 'alpha old  east']);
    expect(sorted('right')).toEqual(['alpha old  east', 'zulu big  north', 'beta big  west']);
  });

  it('puts the article with the most of it first where relevance is asked for', async () => {
    const own = createTestCorpus();
    await importMany(own, 5, (n) => (n === 2 ? 'ferry ferry ferry' : 'one ferry among many other words of it'));
    expect(find(own, 'ferry', { sort: 'relevance' }).hits[0]!.title).toBe('Title 2');
  });

  it('does not show what was taken back', async () => {
    const own = createTestCorpus();
    await own.importText(SAMPLE_TEXT);
    undo(own.corpus, own.sara, false);
    expect(find(own, 'ferry')).toMatchObject({ total: 0, articles: 0, hits: [] });
  });

  it('searches by regular expression, with hits in the same form', async () => {
    const search = {
      expression: 'Palm\\w+ and|day1\\d\\b',
      filter: { to: '2015-01-20' },
      sort: 'newest' as const,
      limit: 3,
      context: 4,
    };
    const found = await searchRegex(made.corpus.read, search, noJob);
    expect(found).toMatchObject({ total: 12, articles: 11, isExact: { total: true, articles: true } });
    expect(found.hits.map(({ left, match, right }) => left + match + right)).toEqual([
      ' of day19 too',
      ' of day18 too',
      ' of day17 too',
    ]);
    await expect(searchRegex(made.corpus.read, { ...search, expression: '(a' }, noJob)).rejects.toMatchObject({
      code: 'expression-invalid',
    });
    const stopped = { ...noJob, isCancelled: () => true };
    await expect(searchRegex(made.corpus.read, search, stopped)).rejects.toMatchObject({ code: 'cancelled' });
  });
});

const seeds = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
if (!existsSync(seeds))
  console.warn(`The seed pages are not at ${seeds} (set GALLEY_SEEDS): no search in them is tested.`);

describe.runIf(existsSync(seeds))('in the seed pages', () => {
  let made: TestCorpus;
  beforeAll(async () => {
    made = createTestCorpus({ keep: true });
    const files = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    await made.import(Object.fromEntries(files.map((name) => [name, readFileSync(join(seeds, name))])));
  });
  afterAll(() => made?.remove());

  it.each([
    ['al-Sukhnah', /^al-Sukhnah$/],
    ["Dara'a", /^Dara’a$/],
    ['U.S.', /^U\.S\.$/],
    ['NEAR(syrian army, 1)', /^Syrian (Arab )?Army$/i],
    ['militan*', /^militan\w+$/i],
  ])('%s finds what it says, where it stands', (query, expected) => {
    const { hits, total } = find(made, query, { limit: 500 });
    expect(hits.length).toBeGreaterThan(0);
    expect(total).toBe(hits.length);
    for (const { match } of hits) expect(match).toMatch(expected);
  });

  it('finds as many as a plain count of the text does', () => {
    const text = made.corpus.read
      .prepare<[], string>('SELECT x.text FROM article a JOIN article_text x ON x.id = a.text_id')
      .pluck()
      .all()
      .join('\n');
    for (const word of ['ISIS', 'Sukhnah', 'Idlib', 'Palmyra'])
      expect(find(made, word, { limit: 500 }).total, word).toBe(text.match(new RegExp(`\\b${word}\\b`, 'giu'))?.length);
  });
});
