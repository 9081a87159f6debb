import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { toFacts } from '../json/article-facts.ts';
import { toItems } from './to-items.ts';

/** What we say of an article stands under a name of our own, which readers of JSON-LD may pass over. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { galley: 'urn:x-galley:' }] as const;

const idOfPage = (article: string) => `urn:x-galley:page:${article}`;
const fileOf = (article: string) => `pages/${article}.json`;

/** One AnnotationPage an article, each leading to the next, and the AnnotationCollection that they are part of. */
export function* writeW3c(dataset: Dataset): Generator<Chunk> {
  const collection = {
    id: `urn:x-galley:collection:${dataset.part ?? 'all'}`,
    type: 'AnnotationCollection',
    label: dataset.title,
  };
  let total = 0;
  let first: string | undefined;
  let last: DatasetArticle | undefined;
  const writePage = (item: DatasetArticle, next?: DatasetArticle): Chunk => {
    const page = toPage(item, { collection, next, startIndex: total, withText: dataset.withText });
    total += page.items.length;
    return { file: fileOf(item.article.uid), text: `${JSON.stringify(page, null, 1)}\n` };
  };
  for (const item of dataset.articles()) {
    first ??= item.article.uid;
    if (last) yield writePage(last, item);
    if (dataset.withText) yield { file: `texts/${item.article.uid}.txt`, text: item.article.text };
    last = item;
  }
  if (last) yield writePage(last);
  const ends = first !== undefined && last && { first: idOfPage(first), last: idOfPage(last.article.uid) };
  yield {
    file: 'collection.json',
    text: `${JSON.stringify({ '@context': CONTEXT[0], ...collection, total, ...ends }, null, 1)}\n`,
  };
}

type Around = {
  collection: { id: string; label: string };
  next: DatasetArticle | undefined;
  startIndex: number;
  withText: boolean;
};

function toPage(item: DatasetArticle, { collection, next, startIndex, withText }: Around) {
  const { uid, title, outlet, date } = item.article;
  return {
    '@context': CONTEXT,
    id: idOfPage(uid),
    type: 'AnnotationPage',
    partOf: { id: collection.id, label: collection.label },
    ...(next && { next: idOfPage(next.article.uid) }),
    startIndex,
    'galley:article': { ...toFacts(item, 'codepoint'), title, outlet, date },
    items: toItems(item, withText),
  };
}
