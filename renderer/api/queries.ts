import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { GalleyEvent, Input, Output } from '#shared/api/contract';
import type { ArticleFilter } from '#shared/domain/filter';
import type { AnnotationId } from '#shared/domain/ids';
import type { DifferenceKind, NoteKind } from '#shared/domain/interchange';
import { patchAnnotations } from './annotation-list.ts';
import { call } from './client.ts';
import { refreshComparisons } from './refresh-comparisons.ts';
import { forgetFailure } from './save.ts';
import { askForSuggestions, refreshSuggestions } from './suggestion-list.ts';

/** Entities that are asked for at once. */
export const ENTITIES_IN_PAGE = 100;
export type EntityFilter = Pick<Input<'entities:list'>, 'query' | 'labels' | 'kinds' | 'outlets' | 'sort'>;

/** How long a text and its annotations are kept when they are closed: they are large, and asked for again in a moment. */
const ARTICLE_KEPT_MS = 5000;

/** Articles that are asked for at once. */
export const ARTICLES_IN_PAGE = 100;

/** Differences and notes of files that are read back, that are asked for at once. */
export const LINES_IN_PAGE = 100;

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
  misfits: () =>
    queryOptions({ queryKey: ['codebook', 'misfits'], queryFn: () => call('codebook:misfits', { limit: 1000 }) }),
  outlets: () => queryOptions({ queryKey: ['outlets'], queryFn: () => call('outlets:list', {}) }),
  /** With the filter that it is the answer to: while another is asked for, this one stays on screen. */
  articleGroups: (filter: ArticleFilter) =>
    queryOptions({
      queryKey: ['articles', 'groups', filter],
      queryFn: async () => ({ filter, ...(await call('articles:groups', { filter })) }),
    }),
  articlePage: (filter: ArticleFilter, page: number) =>
    queryOptions({
      queryKey: ['articles', 'page', filter, page],
      queryFn: () => call('articles:list', { filter, offset: page * ARTICLES_IN_PAGE, limit: ARTICLES_IN_PAGE }),
    }),
  articlePlace: (filter: ArticleFilter, uid: string) =>
    queryOptions({
      queryKey: ['articles', 'place', filter, uid],
      queryFn: () => call('articles:place', { article: uid, filter }),
    }),
  /** The first articles whose titles hold what was typed. */
  articlesByTitle: (title: string, limit: number) =>
    queryOptions({
      queryKey: ['articles', 'titled', title, limit],
      queryFn: () => call('articles:list', { filter: title === '' ? {} : { title }, limit }),
    }),
  /** The first articles that a filter means. */
  articlesOf: (filter: ArticleFilter, limit: number) =>
    queryOptions({
      queryKey: ['articles', 'first', filter, limit],
      queryFn: () => call('articles:list', { filter, limit }),
    }),
  article: (uid: string) =>
    queryOptions({
      queryKey: ['article', uid],
      queryFn: () => call('articles:get', { article: uid }),
      gcTime: ARTICLE_KEPT_MS,
    }),
  annotations: (uid: string) =>
    queryOptions({
      queryKey: ['annotations', uid],
      queryFn: () => call('annotations:list', { filter: { articles: [uid] }, asSeen: true, limit: 20_000 }),
      structuralSharing: false, // it would go through thousands at each tag; what changes is put in one by one
      gcTime: ARTICLE_KEPT_MS,
    }),
  suggestedEntities: (query: string, label?: string) =>
    queryOptions({
      queryKey: ['entities', 'suggested', query, label],
      queryFn: () => call('entities:suggest', { query, ...(label !== undefined && { label }) }),
    }),
  /** With what it is the answer to: while another is asked for, this one stays on screen. */
  entityPage: (filter: EntityFilter, page: number) =>
    queryOptions({
      queryKey: ['entities', 'page', filter, page],
      queryFn: async () => ({
        filter,
        ...(await call('entities:list', { ...filter, offset: page * ENTITIES_IN_PAGE, limit: ENTITIES_IN_PAGE })),
      }),
    }),
  entity: (uid: string) =>
    queryOptions({ queryKey: ['entities', uid], queryFn: () => call('entities:get', { entity: uid }) }),
  /** Places of the gazetteer, ranked by what the corpus is about. */
  places: (query: string) =>
    queryOptions({ queryKey: ['places', query], queryFn: () => call('places:find', { query }) }),
  targetHistory: (target: string) =>
    queryOptions({ queryKey: ['history', target], queryFn: () => call('history:list', { target, limit: 20 }) }),
  relations: (annotation: string) =>
    queryOptions({
      queryKey: ['relations', annotation],
      queryFn: () => call('relations:list', { annotation, limit: 1000 }),
    }),
  clusters: (filter: { query?: string; annotation?: string }) =>
    queryOptions({ queryKey: ['clusters', filter], queryFn: () => call('clusters:list', { ...filter, limit: 200 }) }),
  cluster: (uid: string) =>
    queryOptions({ queryKey: ['clusters', uid], queryFn: () => call('clusters:get', { cluster: uid }) }),
  suggestions: (uid: string) =>
    queryOptions({
      queryKey: ['suggestions', uid],
      queryFn: ({ client, signal }) => askForSuggestions(client, uid, signal),
      structuralSharing: false,
      gcTime: ARTICLE_KEPT_MS,
    }),
  reviews: (annotation: string) =>
    queryOptions({
      queryKey: ['reviews', annotation],
      queryFn: async () => (await call('reviews:list', { annotation })).reviews,
    }),
  dismissed: (uid: string) =>
    queryOptions({
      queryKey: ['suggestions', uid, 'dismissed'],
      queryFn: () => call('suggestions:dismissed', { article: uid }),
    }),
  /** Filters that are kept by name. */
  filters: () => queryOptions({ queryKey: ['filters'], queryFn: async () => (await call('filters:list', {})).filters }),
  /** Choices of datasets that are kept by name. */
  datasets: () =>
    queryOptions({ queryKey: ['datasets'], queryFn: async () => (await call('dataset:list', {})).datasets }),
  /** Who works or worked on this corpus. */
  people: () => queryOptions({ queryKey: ['people'], queryFn: () => call('people:list', {}) }),
  /** An annotation as it stands; null where it does no more. */
  annotation: (uid: AnnotationId | null) =>
    queryOptions({
      queryKey: ['interchange', 'here', uid],
      queryFn: async () => (uid === null ? null : ((await call('annotations:get', { annotations: [uid] }))[0] ?? null)),
      gcTime: 0,
    }),
  /** What files that are read back differ in from what is here. */
  differences: (plan: string, kinds: readonly DifferenceKind[], page: number) =>
    queryOptions({
      queryKey: ['interchange', 'differences', plan, kinds, page],
      queryFn: () =>
        call('interchange:differences', {
          plan,
          kinds: [...kinds],
          offset: page * LINES_IN_PAGE,
          limit: LINES_IN_PAGE,
        }),
      gcTime: 0,
    }),
  /** What else there is to say of files that are read back. */
  readingNotes: (plan: string, kind: NoteKind, page: number) =>
    queryOptions({
      queryKey: ['interchange', 'notes', plan, kind, page],
      queryFn: () =>
        call('interchange:notes', { plan, kinds: [kind], offset: page * LINES_IN_PAGE, limit: LINES_IN_PAGE }),
      gcTime: 0,
    }),
  rules: () => queryOptions({ queryKey: ['rules'], queryFn: () => call('propagations:rules', {}) }),
  undoState: () => queryOptions({ queryKey: ['undo'], queryFn: () => call('history:undo-state', {}) }),
  annotationHistory: (uid: string) =>
    queryOptions({
      queryKey: ['history', uid],
      queryFn: () => call('history:list', { annotation: uid, limit: 50 }),
    }),
};

/** Changes after which an article keeps its place in the library. */
const kindsThatKeepPlaces = new Set([
  'annotation',
  'annotator',
  'article_work',
  'assignment',
  'attribute',
  'cluster',
  'cluster_member',
  'codebook_version',
  'dismissal',
  'entity',
  'entity_alias',
  'prediction',
  'propagation_rule',
  'relation',
  'review',
  'review_comment',
  'saved_filter',
  'dataset',
  'import_mapping',
]);
/** Changes after which relations, or event cards, may read otherwise. */
const kindsThatRelate = new Set([
  'relation',
  'relation_kind',
  'annotation',
  'entity',
  'outlet',
  'label',
  'review',
  'batch',
]);
const kindsOnCards = new Set([
  'cluster',
  'cluster_member',
  'annotation',
  'entity',
  'outlet',
  'article',
  'review',
  'batch',
]);

/** Changes after which entities may be counted or called otherwise. */
const kindsOfEntities = new Set([
  'entity',
  'entity_alias',
  'annotation',
  'article',
  'article_work',
  'outlet',
  'review',
  'label',
  'batch',
]);
const kindsOfCodebook = new Set(['label', 'attribute', 'relation_kind']);
const MOST_TO_PATCH = 50;

/** Whether which articles a filter means depends on what people put on them. */
const asksForWork = ({ states, labels, annotators, entities }: ArticleFilter) =>
  [states, labels, annotators, entities].some((each) => each !== undefined);

let patching = Promise.resolve();

/** Asks again for what the library shows of these articles only, one change after the other. */
function patchArticles(client: QueryClient, uids: string[]): void {
  patching = patching.then(async () => {
    try {
      const { articles } = await call('articles:list', { filter: { articles: uids } });
      const fresh = new Map(articles.map((article) => [article.uid, article]));
      for (const { queryKey } of client.getQueryCache().findAll({ queryKey: ['articles'] })) {
        const [, what, filter] = queryKey as [string, string, ArticleFilter];
        if (asksForWork(filter)) void client.invalidateQueries({ queryKey });
        else if (what === 'page')
          client.setQueryData<Output<'articles:list'>>(
            queryKey,
            (page) => page && { ...page, articles: page.articles.map((old) => fresh.get(old.uid) ?? old) },
          );
      }
      for (const [uid, summary] of fresh)
        client.setQueryData<Output<'articles:get'>>(['article', uid], (old) => old && { ...old, ...summary });
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
      else {
        drop('articles');
        for (const uid of event.articles) drop('article', uid);
      }
      const areSeenAnew = event.kinds.some((kind) => kind === 'assignment' || kind === 'article_work'); // tagged blind, or no more
      if (event.annotations === null || areSeenAnew) for (const uid of event.articles) drop('annotations', uid);
      else patchAnnotations(client, event.articles, event.annotations);
      refreshSuggestions(client, event.kinds);
      refreshComparisons(client, event.kinds);
      if (event.kinds.includes('saved_filter')) drop('filters');
      if (event.kinds.includes('dataset')) drop('datasets');
      if (event.kinds.includes('annotator')) drop('people');
      if (event.kinds.some((kind) => kindsThatRelate.has(kind))) drop('relations');
      if (event.kinds.some((kind) => kindsOnCards.has(kind))) drop('clusters');
      if (event.kinds.some((kind) => ['review', 'review_comment', 'annotator'].includes(kind))) drop('reviews');
      if (event.kinds.some((kind) => ['propagation_rule', 'label', 'entity', 'outlet'].includes(kind))) drop('rules');
      if (event.kinds.some((kind) => kindsOfEntities.has(kind))) drop('entities');
      if (event.kinds.includes('entity')) drop('annotations'); // entities are told by name
      if (event.kinds.includes('outlet')) drop('article');
      if (event.kinds.includes('batch')) {
        drop('article'); // articles of an import that was undone are gone
        drop('annotations'); // a batch of tags came or went
      }
      if (event.kinds.some((kind) => kindsOfCodebook.has(kind))) {
        drop('codebook');
        drop('annotations'); // labels and attributes are told by name
      }
      if (event.kinds.some((kind) => ['article', 'outlet', 'batch'].includes(kind))) drop('search');
      else drop('search', 'annotations');
      if (event.kinds.includes('outlet') || event.kinds.includes('batch')) drop('outlets');
      return;
    case 'job-progress':
    case 'job-ended':
    case 'progress':
    case 'notice':
    case 'command':
      return;
  }
}
