import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { GalleyEvent } from '#shared/api/contract';
import type { ArticleSummary } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { call } from './client.ts';
import { forgetFailure } from './save.ts';

/**
 * What the page knows, by the call that answers it. The first part of a key is the noun, so that an event that names what
 * changed finds all that has to be asked for again.
 */
export const queries = {
  about: () => queryOptions({ queryKey: ['app'], queryFn: () => call('app:about', {}) }),
  door: () => queryOptions({ queryKey: ['door'], queryFn: () => call('door:about', {}) }),
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: () => call('settings:get', {}) }),
  status: () => queryOptions({ queryKey: ['status'], queryFn: () => call('corpus:status', {}) }),
  recent: () => queryOptions({ queryKey: ['recent'], queryFn: () => call('corpus:recent', {}) }),
  codebook: () => queryOptions({ queryKey: ['codebook'], queryFn: () => call('codebook:get', {}) }),
  outlets: () => queryOptions({ queryKey: ['outlets'], queryFn: () => call('outlets:list', {}) }),
  articles: (filter: ArticleFilter) =>
    queryOptions({
      queryKey: ['articles', filter],
      queryFn: () => listAllArticles(filter),
    }),
  article: (uid: string) =>
    queryOptions({ queryKey: ['article', uid], queryFn: () => call('articles:get', { article: uid }) }),
  annotations: (uid: string) =>
    queryOptions({
      queryKey: ['annotations', uid],
      queryFn: () => call('annotations:list', { filter: { articles: [uid] }, limit: 20_000 }),
    }),
  undoState: () => queryOptions({ queryKey: ['undo'], queryFn: () => call('history:undo-state', {}) }),
  annotationHistory: (uid: string) =>
    queryOptions({
      queryKey: ['history', uid],
      queryFn: () => call('history:list', { annotation: uid, limit: 50 }),
    }),
};

type ArticleList = { total: number; articles: ArticleSummary[] };

/** Pages of 1,000 cost about a millisecond each and are asked for until all are there. */
async function listAllArticles(filter: ArticleFilter): Promise<ArticleList> {
  const articles: ArticleSummary[] = [];
  for (;;) {
    const page = await call('articles:list', { filter, offset: articles.length, limit: 1000 });
    articles.push(...page.articles);
    if (page.articles.length === 0 || articles.length >= page.total) return { total: page.total, articles };
  }
}

/** Changes after which an article keeps its place in the library. */
const kindsThatKeepPlaces = new Set(['annotation', 'article_work', 'codebook_version', 'annotator']);
const MOST_TO_PATCH = 50;

let patching = Promise.resolve();

/** Asks again for these lines of the library only, one change after the other. */
function patchArticles(client: QueryClient, uids: string[]): void {
  patching = patching.then(async () => {
    try {
      const { articles } = await call('articles:list', { filter: { articles: uids } });
      const fresh = new Map(articles.map((article) => [article.uid, article]));
      for (const [queryKey, list] of client.getQueriesData<ArticleList>({ queryKey: ['articles'] })) {
        const filter = queryKey[1] as ArticleFilter;
        if (!list || filter.states) void client.invalidateQueries({ queryKey });
        else
          client.setQueryData(queryKey, { ...list, articles: list.articles.map((old) => fresh.get(old.uid) ?? old) });
      }
    } catch {
      void client.invalidateQueries({ queryKey: ['articles'] }); // whoever shows them says what is wrong
    }
  });
}

export const useStatus = () => useQuery(queries.status()).data ?? null;

/** Asks which corpus is open now; what was known of another is forgotten, while a new mode of the same keeps all. */
async function takeOverCorpus(client: QueryClient): Promise<void> {
  const { queryKey } = queries.status();
  const before = client.getQueryData(queryKey);
  const kept = new Set(['app', 'door', 'settings', 'status']);
  try {
    const now = await call('corpus:status', {});
    const isSame =
      before?.uid === now?.uid &&
      before?.folder === now?.folder &&
      before?.file === now?.file &&
      before?.fingerprint === now?.fingerprint;
    client.setQueryData(queryKey, now);
    if (isSame) return;
    forgetFailure();
    await client.resetQueries({ predicate: (query) => !kept.has(String(query.queryKey[0])) });
  } catch {
    void client.invalidateQueries({ queryKey });
  }
}

/** Drops what an event says is no longer so; what is on screen is asked for again at once. */
export function applyEvent(client: QueryClient, event: GalleyEvent): void {
  const drop = (...queryKey: string[]) => void client.invalidateQueries({ queryKey });
  switch (event.type) {
    case 'corpus':
      void takeOverCorpus(client);
      return;
    case 'settings':
      drop('settings');
      drop('status');
      drop('recent');
      return;
    case 'changed':
      drop('status');
      drop('undo');
      drop('history');
      if (event.articles.length <= MOST_TO_PATCH && event.kinds.every((kind) => kindsThatKeepPlaces.has(kind)))
        patchArticles(client, event.articles);
      else drop('articles');
      for (const uid of event.articles) {
        drop('article', uid);
        drop('annotations', uid);
      }
      if (event.kinds.includes('batch')) drop('article'); // articles of an import that was undone are gone
      if (event.kinds.includes('label')) drop('codebook');
      if (event.kinds.includes('outlet') || event.kinds.includes('batch')) drop('outlets');
      return;
    case 'job-progress':
    case 'job-ended':
    case 'notice':
    case 'command':
      return;
  }
}
