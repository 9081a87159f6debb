import { getCluster, listClusters } from '../../corpus/repositories/cluster-repository.ts';
import { listRelationKinds } from '../../corpus/repositories/relation-kind-repository.ts';
import { resolveAnnotation, resolveArticle, resolveCluster } from '../../corpus/repositories/resolve-uid.ts';
import { addClaims, createCluster, removeClaims, removeCluster, updateCluster } from '../../services/clusters.ts';
import { listRelations } from '../../services/list-relations.ts';
import { addRelationKind, updateRelationKind } from '../../services/relation-kinds.ts';
import { createRelation, removeRelations, updateRelation } from '../../services/relations.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const relationHandlers: Pick<
  Handlers,
  | 'relations:kinds'
  | 'relations:add-kind'
  | 'relations:update-kind'
  | 'relations:list'
  | 'relations:create'
  | 'relations:update'
  | 'relations:remove'
  | 'clusters:list'
  | 'clusters:get'
  | 'clusters:create'
  | 'clusters:update'
  | 'clusters:remove'
  | 'clusters:add-claims'
  | 'clusters:remove-claims'
> = {
  'relations:kinds': (_, { session }) => listRelationKinds(session.getCorpus().read),
  'relations:add-kind': (input, { session }) => addRelationKind(session.getCorpus(), session.getAnnotator(), input),
  'relations:update-kind': ({ kind, changes }, { session }) =>
    updateRelationKind(session.getCorpus(), session.getAnnotator(), kind, changes),
  'relations:list': (input, { session }) => listRelations(session.getCorpus().read, input, findPerson(session)),
  'relations:create': (input, { session }) => createRelation(session.getCorpus(), session.getAnnotator(), input),
  'relations:update': ({ relation, changes }, { session }) =>
    updateRelation(session.getCorpus(), session.getAnnotator(), relation, changes),
  'relations:remove': ({ relations, together }, { session }) => ({
    removed: removeRelations(session.getCorpus(), session.getAnnotator(), relations, together),
  }),

  'clusters:list': ({ query, annotation, article, from, to, ...page }, { session }) => {
    const { read } = session.getCorpus();
    const filter = {
      ...(query !== undefined && { query }),
      ...(annotation !== undefined && { annotation: resolveAnnotation(read, annotation) }),
      ...(article !== undefined && { article: resolveArticle(read, article) }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    return listClusters(read, filter, { ...page, seenBy: findPerson(session) });
  },
  'clusters:get': ({ cluster }, { session }) => {
    const { read } = session.getCorpus();
    return getCluster(read, resolveCluster(read, cluster), findPerson(session));
  },
  'clusters:create': (input, { session }) => createCluster(session.getCorpus(), session.getAnnotator(), input),
  'clusters:update': ({ cluster, changes }, { session }) =>
    updateCluster(session.getCorpus(), session.getAnnotator(), cluster, changes),
  'clusters:remove': ({ cluster }, { session }) => {
    removeCluster(session.getCorpus(), session.getAnnotator(), cluster);
    return {};
  },
  'clusters:add-claims': ({ cluster, claims }, { session }) =>
    addClaims(session.getCorpus(), session.getAnnotator(), cluster, claims),
  'clusters:remove-claims': ({ cluster, claims }, { session }) =>
    removeClaims(session.getCorpus(), session.getAnnotator(), cluster, claims),
};
