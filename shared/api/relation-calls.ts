import { z } from 'zod';
import { Cluster, ClusterChanges, ClusterDetails } from '../domain/cluster.ts';
import { AnnotationRef, ArticleRef, ClusterRef, RelationRef } from '../domain/ids.ts';
import { PartialDate } from '../domain/partial-date.ts';
import { Relation, RelationKind, RelationKindChanges, RelationKindName } from '../domain/relation.ts';
import { typedText } from '../domain/typed-text.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const annotationErrors = ['annotation-unknown', 'uid-ambiguous'] as const;
const kindErrors = ['relation-kind-unknown', 'relation-kind-retired'] as const;
const endErrors = ['relation-ends-unfit', 'relation-with-itself', 'relation-exists', 'place-without-entity'] as const;
const clusterErrors = ['cluster-unknown', 'uid-ambiguous'] as const;
const placeErrors = ['entity-unknown', 'entity-ambiguous'] as const;

export const relationCalls = {
  /** Kinds of relation in the codebook's order, retired ones too. */
  'relations:kinds': { input: z.object({}), output: z.array(RelationKind), errors: READ_ERRORS, access: 'read' },
  /** `from`, `to`: labels that may stand at that end; none named means any. */
  'relations:add-kind': {
    input: RelationKindChanges.omit({ retired: true }).extend({ name: RelationKindName }),
    output: z.array(RelationKind),
    errors: [...WRITE_ERRORS, 'relation-kind-exists', 'label-unknown'],
    access: 'write',
  },
  /** A retired kind stays where it is and is not offered any more. Relations that its ends no longer fit are kept. */
  'relations:update-kind': {
    input: z.object({ kind: RelationKindName, changes: RelationKindChanges }),
    output: z.array(RelationKind),
    errors: [...WRITE_ERRORS, 'relation-kind-unknown', 'relation-kind-exists', 'relation-kind-fixed', 'label-unknown'],
    access: 'write',
  },

  /**
   * Relations in either direction: of an annotation, or of all annotations of an article; with those that claims'
   * attributes say. Where neither is named, all that are stored.
   */
  'relations:list': {
    input: z.object({
      annotation: AnnotationRef.optional(),
      article: ArticleRef.optional(),
      kind: z.string().optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ total: z.int(), relations: z.array(Relation) }),
    errors: [...READ_ERRORS, ...annotationErrors, 'article-unknown', 'relation-kind-unknown'],
    access: 'read',
  },
  /**
   * Links two annotations, of one article or of two. `attributed to` and `located at` set the attribution or the place
   * of the claim, which has to be one's own.
   */
  'relations:create': {
    input: z.object({ from: AnnotationRef, to: AnnotationRef, kind: z.string(), note: typedText(10_000).default('') }),
    output: Relation,
    errors: [
      ...WRITE_ERRORS,
      ...annotationErrors,
      ...kindErrors,
      ...endErrors,
      'annotation-of-another',
      'relation-kind-computed',
    ],
    access: 'write',
  },
  'relations:update': {
    input: z.object({
      relation: RelationRef,
      changes: z.object({ kind: z.string(), note: typedText(10_000) }).partial(),
    }),
    output: Relation,
    errors: [
      ...WRITE_ERRORS,
      'relation-unknown',
      'uid-ambiguous',
      'relation-of-another',
      'relation-kind-computed',
      ...kindErrors,
      ...endErrors,
    ],
    access: 'write',
  },
  /** Removes relations of one's own, as one step. `together`: with what others said about them. */
  'relations:remove': {
    input: z.object({ relations: z.array(RelationRef).min(1).max(10_000), together: z.boolean().default(false) }),
    output: z.object({ removed: z.int() }),
    errors: [...WRITE_ERRORS, 'relation-unknown', 'uid-ambiguous', 'relation-of-another', 'annotation-in-use'],
    access: 'write',
  },

  /** Event cards, newest event first, those without a date last. `query`: words of title or note. */
  'clusters:list': {
    input: z.object({
      query: typedText(200).optional(),
      annotation: AnnotationRef.optional(),
      article: ArticleRef.optional(),
      from: PartialDate.optional(),
      to: PartialDate.optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), clusters: z.array(Cluster) }),
    errors: [...READ_ERRORS, ...annotationErrors, 'article-unknown'],
    access: 'read',
  },
  /** One card with its claims, in order of date, and what they count. */
  'clusters:get': {
    input: z.object({ cluster: ClusterRef }),
    output: ClusterDetails,
    errors: [...READ_ERRORS, ...clusterErrors],
    access: 'read',
  },
  'clusters:create': {
    input: ClusterChanges.required({ title: true }).extend({ claims: z.array(AnnotationRef).max(10_000).default([]) }),
    output: ClusterDetails,
    errors: [...WRITE_ERRORS, ...annotationErrors, ...placeErrors, 'not-a-claim'],
    access: 'write',
  },
  'clusters:update': {
    input: z.object({ cluster: ClusterRef, changes: ClusterChanges }),
    output: ClusterDetails,
    errors: [...WRITE_ERRORS, ...clusterErrors, ...placeErrors],
    access: 'write',
  },
  /** Removes a card; its claims stay as they are. */
  'clusters:remove': {
    input: z.object({ cluster: ClusterRef }),
    output: z.object({}),
    errors: [...WRITE_ERRORS, ...clusterErrors],
    access: 'write',
  },
  /** Puts claims on a card; what is on it already stays. */
  'clusters:add-claims': {
    input: z.object({ cluster: ClusterRef, claims: z.array(AnnotationRef).min(1).max(10_000) }),
    output: ClusterDetails,
    errors: [...WRITE_ERRORS, ...clusterErrors, ...annotationErrors, 'not-a-claim'],
    access: 'write',
  },
  'clusters:remove-claims': {
    input: z.object({ cluster: ClusterRef, claims: z.array(AnnotationRef).min(1).max(10_000) }),
    output: ClusterDetails,
    errors: [...WRITE_ERRORS, ...clusterErrors, ...annotationErrors],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
