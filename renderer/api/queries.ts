import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { ArticleFilter } from '#shared/domain/filter';
import type { AnnotationId } from '#shared/domain/ids';
import type { DifferenceKind, NoteKind } from '#shared/domain/interchange';
import { call } from './client.ts';
import { askForSuggestions } from './suggestion-list.ts';

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
      queryFn: async () =>
        uid === null ? null : ((await call('annotations:get', { annotations: [uid], asSeen: true }))[0] ?? null),
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
      queryFn: () => call('history:rows', { annotation: uid, limit: 50 }),
    }),
};

export const useStatus = () => useQuery(queries.status()).data ?? null;
