import { createHash } from 'node:crypto';
import type { Annotation } from '#shared/domain/annotation';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { DatasetArticle } from '../../../electron/formats/format.ts';

const uid = ArticleId.parse('00000001-00a1-8000-8000-000000000001');

/** An article with annotations of one part each: label, start and end in UTF-16. */
export const plainArticle = (text: string, ...tags: [label: string, start: number, end: number][]): DatasetArticle => ({
  article: {
    uid,
    title: '',
    outlet: null,
    date: null,
    language: null,
    address: null,
    byline: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
  },
  annotations: tags.map(([label, start, end], n): Annotation => ({
    uid: AnnotationId.parse(`0000000${n}-0000-7000-8000-000000000000`),
    article: uid,
    label,
    spans: [{ start, end, quote: text.slice(start, end) }],
    entity: null,
    entityUid: null,
    entityLink: null,
    attributes: {},
    kept: {},
    toFill: [],
    annotator: 'Sara',
    layer: 'own',
    state: 'unchecked',
    revises: null,
    correctedBy: null,
    origin: 'hand',
    note: '',
  })),
  relations: [],
  textOf: () => text,
});

/** Adds a relation between two of an article's annotations, by their places in it. */
export function relatePlain({ article, annotations, relations }: DatasetArticle, from: number, to: number): void {
  relations.push({
    uid: '0000000b-0000-7000-8000-000000000000',
    kind: 'part of',
    isSymmetric: false,
    from: annotations[from]!.uid,
    to: annotations[to]!.uid,
    toArticle: article.uid,
    note: '',
    annotator: 'Sara',
    state: 'unchecked',
  });
}
