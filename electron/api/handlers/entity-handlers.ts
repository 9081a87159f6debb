import { getEntityByRef, listEntities } from '../../corpus/repositories/entity-repository.ts';
import { suggestEntities } from '../../corpus/repositories/entity-suggest.ts';
import { listOutlets } from '../../corpus/repositories/outlet-repository.ts';
import { createEntity, removeEntity, updateEntity } from '../../services/entities/edit-entity.ts';
import { addAlias, removeAlias, updateAlias } from '../../services/entities/entity-aliases.ts';
import { importEntities } from '../../services/entities/import-entities.ts';
import { confirmLinks, linkAnnotations, linkForms } from '../../services/entities/link-entities.ts';
import { mergeEntities, splitEntity, unmergeEntity } from '../../services/entities/merge-entities.ts';
import { mergeOutlets, unmergeOutlet, updateOutlet } from '../../services/outlets.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';
import type { Session } from '../session.ts';
import { listBlindIds } from '../../corpus/repositories/assignment-repository.ts';

/** Articles that whoever is at the keyboard tags blind still, by id: they are not counted. */
const listUncounted = (session: Session) => listBlindIds(session.getCorpus().read, findPerson(session));

export const entityHandlers: Pick<
  Handlers,
  | 'entities:list'
  | 'entities:get'
  | 'entities:suggest'
  | 'entities:create'
  | 'entities:update'
  | 'entities:add-alias'
  | 'entities:update-alias'
  | 'entities:remove-alias'
  | 'entities:merge'
  | 'entities:unmerge'
  | 'entities:split'
  | 'entities:remove'
  | 'entities:link'
  | 'entities:confirm'
  | 'entities:link-form'
  | 'entities:import'
  | 'outlets:list'
  | 'outlets:update'
  | 'outlets:merge'
  | 'outlets:unmerge'
> = {
  'entities:list': ({ sort, details, offset, limit, ...filter }, { session }) =>
    listEntities(session.getCorpus().read, filter, { sort, details, offset, limit, without: listUncounted(session) }),
  'entities:get': ({ entity }, { session }) => getEntityByRef(session.getCorpus().read, entity, listUncounted(session)),
  'entities:suggest': (input, { session }) => suggestEntities(session.getCorpus().read, input, listUncounted(session)),
  'entities:create': (input, { session }) => createEntity(session.getCorpus(), session.getAnnotator(), input),
  'entities:update': ({ entity, changes }, { session }) =>
    updateEntity(session.getCorpus(), session.getAnnotator(), entity, changes),
  'entities:add-alias': ({ entity, alias }, { session }) =>
    addAlias(session.getCorpus(), session.getAnnotator(), entity, alias),
  'entities:update-alias': ({ entity, alias, changes }, { session }) =>
    updateAlias(session.getCorpus(), session.getAnnotator(), entity, alias, changes),
  'entities:remove-alias': ({ entity, alias }, { session }) =>
    removeAlias(session.getCorpus(), session.getAnnotator(), entity, alias),
  'entities:merge': ({ entity, into }, { session }) =>
    mergeEntities(session.getCorpus(), session.getAnnotator(), entity, into),
  'entities:unmerge': ({ entity }, { session }) => unmergeEntity(session.getCorpus(), session.getAnnotator(), entity),
  'entities:split': (input, { session }) => splitEntity(session.getCorpus(), session.getAnnotator(), input),
  'entities:remove': ({ entity }, { session }) => {
    removeEntity(session.getCorpus(), session.getAnnotator(), entity);
    return {};
  },
  'entities:link': ({ annotations, entity }, { session }) => ({
    linked: linkAnnotations(session.getCorpus(), session.getAnnotator(), annotations, entity),
  }),
  'entities:confirm': (which, { session }) => ({
    confirmed: confirmLinks(session.getCorpus(), session.getAnnotator(), which),
  }),
  'entities:link-form': async (input, { session, job }) => ({
    linked: await linkForms(session.getCorpus(), session.getAnnotator(), input, job),
  }),
  'entities:import': (input, { session }) => importEntities(session.getCorpus(), session.getAnnotator(), input),
  'outlets:list': (_, { session }) => listOutlets(session.getCorpus().read),
  'outlets:update': ({ outlet, changes }, { session }) =>
    updateOutlet(session.getCorpus(), session.getAnnotator(), outlet, changes),
  'outlets:merge': ({ outlet, into }, { session }) =>
    mergeOutlets(session.getCorpus(), session.getAnnotator(), outlet, into),
  'outlets:unmerge': ({ outlet }, { session }) => unmergeOutlet(session.getCorpus(), session.getAnnotator(), outlet),
};
