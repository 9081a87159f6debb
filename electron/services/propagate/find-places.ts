import type { Output } from '#shared/api/contract';
import { overlaps } from '#shared/domain/span';
import type { PropagationHit } from '#shared/domain/propagation';
import { createFormFinder, toFormMatch, type FormPlace } from '#shared/text/find-forms';
import type { ReadDb } from '../../corpus/connection.ts';
import { getAnnotation } from '../../corpus/repositories/annotation-repository.ts';
import type { Condition } from '../../corpus/repositories/article-filter.ts';
import { listTaggedSpans, type TaggedSpan } from '../../corpus/repositories/propagation-repository.ts';
import {
  getSearchedArticle,
  isIndexed,
  listMatches,
  listNewest,
  type ListPlace,
  type SearchedArticle,
} from '../../corpus/repositories/search-repository.ts';
import { pause, type Job } from '../job.ts';
import { toHit } from '../search/to-hit.ts';
import {
  getSource,
  isUsedBy,
  listForms,
  type OutletForm,
  type Propagation,
  type PropagationSource,
} from './propagation-source.ts';

export type FoundPlaces = Output<'propagations:find'>;

/** How long is looked before waiting calls are answered. Unit: ms. */
const SLICE = 30;

/**
 * Where else a tagged name stands, newest article first; `annotator` is whose tags count as there already, null where nobody is known.
 *
 * One query of the index for each form, then the articles that it names are cut into words again. Errors: those of
 * `propagations:find`.
 */
export async function findPlaces(
  db: ReadDb,
  annotator: string | null,
  asked: Propagation & { context: number; limit: number },
  job: Job,
): Promise<FoundPlaces> {
  const { scope, context, limit } = asked;
  const source = getSource(db, asked);
  const { record, words, labels, options } = source;
  const forms = listForms(db, { forms: [words], entity: record.entity, withAliases: options.withAliases });
  const condition = toScope(scope, source);
  const places = scope === 'article' ? listNewest(db, condition) : listPlaces(db, forms, options, condition);
  const finders = new Map<string | null, (text: string) => FormPlace[]>();
  const find = ({ outlet, text }: SearchedArticle): FormPlace[] => {
    let finder = finders.get(outlet);
    if (!finder) {
      finder = createFormFinder(
        forms.filter((form) => isUsedBy(form, outlet)),
        options,
      );
      finders.set(outlet, finder);
    }
    return finder(text);
  };

  const hits: PropagationHit[] = [];
  const articles = new Set<string>();
  let skipped = 0;
  let isWhole = true;
  let until = 0;
  for (const [n, { id }] of places.entries()) {
    if (performance.now() > until) {
      job.report({ done: n, total: places.length, what: words });
      await pause(job);
      until = performance.now() + SLICE;
    }
    if (hits.length >= limit) {
      isWhole = false;
      break;
    }
    const article = getSearchedArticle(db, id);
    const found = find(article);
    if (found.length === 0) continue;
    const tagged = annotator === null ? [] : listTaggedSpans(db, { article: article.uid, annotator, labels });
    const look = createLook(tagged);
    const own = article.uid === record.article && record.annotator === annotator ? record.spans : [];
    for (const place of found) {
      const there = look(place);
      if (own.some((span) => span.start_offset < place.end && place.start < span.end_offset)) continue;
      if (there && options.skipTagged) skipped += 1;
      else if (hits.length >= limit) isWhole = false;
      else {
        articles.add(article.uid);
        const { form } = place;
        hits.push({
          ...toHit(article, { start: place.start, end: place.end, where: 'text' }, context),
          form,
          tagged: there?.annotation ?? null,
        });
      }
    }
  }
  const sought = forms.map(({ form }) => form);
  const { name: label } = source.label;
  const entity = getAnnotation(db, source.uid).entity;
  return { label, entity, forms: sought, hits, articles: articles.size, skipped, isWhole, isIndexed: isIndexed(db) };
}

/** The articles of a scope, as a condition on listed article `l`. */
const toScope = (scope: Propagation['scope'], { record, outlet }: PropagationSource): Condition => {
  const values = { article: record.article, outlet: outlet?.uid };
  switch (scope) {
    case 'article':
      return { sql: 'l.article_id = (SELECT id FROM article WHERE uid = @article)', values };
    case 'outlet':
      return { sql: 'l.outlet_id = (SELECT id FROM outlet WHERE uid = @outlet)', values };
    case 'corpus':
      return { sql: '1', values: {} };
  }
};

/** The articles that may hold one of the forms, newest first, each once. */
function listPlaces(
  db: ReadDb,
  forms: readonly OutletForm[],
  options: PropagationSource['options'],
  condition: Condition,
): ListPlace[] {
  const places = new Map<number, ListPlace>();
  for (const { form } of forms) {
    const match = toFormMatch(form, options);
    if (match !== null) for (const place of listMatches(db, match, condition)) places.set(place.id, place);
  }
  return [...places.values()].sort((a, b) => b.date - a.date || (a.key < b.key ? -1 : 1));
}

/** Finds what of these spans, in reading order, overlaps a place, for places that come in reading order. */
function createLook(tagged: readonly TaggedSpan[]) {
  let from = 0;
  /** Where the longest of the spans before a place ends: they may reach over it. */
  let open: TaggedSpan[] = [];
  return (place: { start: number; end: number }): TaggedSpan | undefined => {
    while (from < tagged.length && tagged[from]!.start < place.end) {
      open.push(tagged[from]!);
      from += 1;
    }
    open = open.filter(({ end }) => end > place.start);
    return open.find((span) => overlaps(span, place));
  };
}
