import type { AnnotationState } from './annotation.ts';
import type { Article } from './article.ts';
import type { Cluster } from './cluster.ts';
import type { Entity } from './entity.ts';

/** An article as a dataset holds it, without its annotations. */
export type DatasetText = Pick<
  Article,
  'uid' | 'title' | 'outlet' | 'date' | 'language' | 'address' | 'byline' | 'sha256' | 'text'
>;

/** A relation between two annotations that are both in the dataset; the other end may be in another article. */
export type DatasetRelation = {
  uid: string;
  kind: string;
  isSymmetric: boolean;
  from: string;
  to: string;
  /** Where `to` stands. */
  toArticle: string;
  note: string;
  annotator: string;
  state: AnnotationState;
};

/** An entity that a dataset names, without how often it is meant. */
export type DatasetEntity = Pick<Entity, 'uid' | 'label' | 'kind' | 'name' | 'aliases'> & {
  details: Pick<Entity['details'], 'description' | 'latitude' | 'longitude' | 'refs' | 'aliases'>;
};

/** An event card with the annotations in the dataset that belong to it. */
export type DatasetCluster = Pick<Cluster, 'uid' | 'title' | 'date' | 'place' | 'note'> & { members: string[] };

/** The rest of what is known of an article. Unit of blocks: UTF-16, half-open. */
export type ArticleDetails = Pick<Article, 'dateWritten' | 'blocks' | 'meta'>;
