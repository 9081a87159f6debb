import type { QueryClient } from '@tanstack/react-query';
import type { GalleyEvent, Output } from '#shared/api/contract';
import type { ArticleFilter } from '#shared/domain/filter';
import { patchAnnotations } from './annotation-list.ts';
import { call } from './client.ts';
import { forgetCorpus, showCorpus } from './open-corpus.ts';
import { refreshAdjudications } from './queries-adjudication.ts';
import { refreshChecks } from './queries-check.ts';
import { refreshAgreement } from './refresh-agreement.ts';
import { refreshComparisons } from './refresh-comparisons.ts';
import { refreshConsistency } from './refresh-consistency.ts';
import { refreshSuggestions } from './suggestion-list.ts';
import { queries } from './queries.ts';
import { refreshWork } from './queries-work.ts';

/** Changes after which an article keeps its place in the library. */
const kindsThatKeepPlaces = new Set([
  'exemption',
  'adjudication',
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
  'settlement',
  'settlement_comment',
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

/** Asks which corpus is open now, and in which mode. */
async function takeOverCorpus(client: QueryClient): Promise<void> {
  try {
    await showCorpus(client, await call('corpus:status', {}));
  } catch {
    void client.invalidateQueries(queries.status());
  }
}

/** Asks who is at the keyboard now; somebody else may be shown other things. */
async function takeOverPerson(client: QueryClient): Promise<void> {
  const { queryKey } = queries.status();
  const before = client.getQueryData(queryKey);
  try {
    const now = await call('corpus:status', {});
    client.setQueryData(queryKey, now);
    if (before && before.annotator !== now?.annotator) await forgetCorpus(client);
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
      drop('recent');
      void takeOverPerson(client);
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
      refreshAdjudications(client, event.kinds);
      refreshChecks(client, event.kinds);
      refreshAgreement(client, event.kinds);
      refreshConsistency(client, event.kinds);
      refreshWork(client, event.kinds);
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
