import { z } from 'zod';
import {
  AliasChanges,
  Entity,
  EntityChanges,
  EntityName,
  ListedEntity,
  NewAlias,
  NewEntity,
  PreparedEntity,
  SuggestedEntity,
} from '../domain/entity.ts';
import { AnnotationRef, EntityId, OutletId } from '../domain/ids.ts';
import { Outlet, OutletChanges } from '../domain/outlet.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

/** By uid, the beginning of it, name or alias. */
const ref = z.string().min(1).max(300);
const lookUpErrors = ['entity-unknown', 'entity-ambiguous'] as const;
const factErrors = ['entity-exists', 'entity-kind-unknown', 'label-without-entities', 'coordinates-by-halves'] as const;
const linkErrors = ['annotation-unknown', 'annotation-of-another', 'uid-ambiguous', 'entity-unfit'] as const;
const aliasErrors = [...WRITE_ERRORS, ...lookUpErrors, 'alias-exists', 'alias-unknown', 'alias-is-name'] as const;
const annotations = z.array(AnnotationRef).max(100_000);

export const entityCalls = {
  /** Entities that were not merged into others, with how often they are meant; `details` adds all that is known of each. */
  'entities:list': {
    input: z.object({
      query: z.string().max(300).optional(),
      labels: z.array(z.string()).max(50).optional(),
      kinds: z.array(z.string()).max(100).optional(),
      outlets: z.array(z.string()).max(200).optional(),
      sort: z.enum(['count', 'name']).default('count'),
      details: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), entities: z.array(ListedEntity) }),
    errors: READ_ERRORS,
    access: 'read',
    long: true,
  },
  'entities:get': {
    input: z.object({ entity: ref }),
    output: Entity,
    errors: [...READ_ERRORS, ...lookUpErrors],
    access: 'read',
  },
  /** For type-ahead: entities with an alias that begins so, then those with one that has it within. */
  'entities:suggest': {
    input: z.object({
      query: z.string().max(300),
      label: z.string().optional(),
      limit: z.int().min(1).max(50).default(10),
    }),
    output: z.array(SuggestedEntity),
    errors: READ_ERRORS,
    access: 'read',
  },
  /** Adds an entity; `annotations` of the person's own are linked to it in the same step. */
  'entities:create': {
    input: NewEntity.extend({ annotations: annotations.default([]) }),
    output: Entity,
    errors: [...WRITE_ERRORS, ...factErrors, ...linkErrors, 'label-unknown', 'outlet-unknown'],
    access: 'write',
  },
  'entities:update': {
    input: z.object({ entity: ref, changes: EntityChanges }),
    output: Entity,
    errors: [...WRITE_ERRORS, ...lookUpErrors, ...factErrors],
    access: 'write',
  },
  /** Mentions that are there already are not linked by a new alias: `entities:link-form` does that. */
  'entities:add-alias': {
    input: z.object({ entity: ref, alias: NewAlias }),
    output: Entity,
    errors: [...aliasErrors, 'outlet-unknown'],
    access: 'write',
  },
  /** `alias`: by uid or form. */
  'entities:update-alias': {
    input: z.object({ entity: ref, alias: z.string().max(300), changes: AliasChanges }),
    output: Entity,
    errors: [...aliasErrors, 'outlet-unknown'],
    access: 'write',
  },
  'entities:remove-alias': {
    input: z.object({ entity: ref, alias: z.string().max(300) }),
    output: Entity,
    errors: aliasErrors,
    access: 'write',
  },
  /** From now on `entity` means `into`; nothing is moved, and `entities:unmerge` parts them again. Gives `into`. */
  'entities:merge': {
    input: z.object({ entity: ref, into: ref }),
    output: Entity,
    errors: [...WRITE_ERRORS, ...lookUpErrors, 'entities-unfit'],
    access: 'write',
  },
  'entities:unmerge': {
    input: z.object({ entity: EntityId }),
    output: Entity,
    errors: [...WRITE_ERRORS, 'entity-unknown', 'entity-not-merged'],
    access: 'write',
  },
  /** Makes a new entity of aliases, with the mentions in their words, and of mentions that are named. Gives the new one. */
  'entities:split': {
    input: z.object({
      entity: ref,
      name: EntityName,
      kind: typedName(60).nullable().optional(),
      aliases: z.array(z.string().max(300)).max(1000).default([]),
      annotations: annotations.default([]),
    }),
    output: Entity,
    errors: [...aliasErrors, ...factErrors, 'nothing-to-split', 'annotation-unknown', 'uid-ambiguous'],
    access: 'write',
  },
  /** Only what nothing links to; else it is merged. */
  'entities:remove': {
    input: z.object({ entity: ref }),
    output: z.object({}),
    errors: [...WRITE_ERRORS, ...lookUpErrors, 'entity-in-use'],
    access: 'write',
  },
  /** Says which entity annotations of the person's own mean; null takes the links away. */
  'entities:link': {
    input: z.object({ annotations: annotations.min(1), entity: ref.nullable() }),
    output: z.object({ linked: z.int() }),
    errors: [...WRITE_ERRORS, ...lookUpErrors, ...linkErrors],
    access: 'write',
  },
  /** Makes links by rule a person's: of annotations, or of an entity: all, or those in these words exactly. */
  'entities:confirm': {
    input: z.union([
      z.object({ annotations: annotations.min(1) }),
      z.object({ entity: ref, form: z.string().max(10_000).optional() }),
    ]),
    output: z.object({ confirmed: z.int() }),
    errors: [...WRITE_ERRORS, ...lookUpErrors, 'annotation-unknown', 'uid-ambiguous'],
    access: 'write',
  },
  /** Links, by rule, mentions that were tagged before the entity had its aliases. `form`: only those that fold to these words. */
  'entities:link-form': {
    input: z.object({ entity: ref, form: typedName(300).optional() }),
    output: z.object({ linked: z.int() }),
    errors: [...WRITE_ERRORS, ...lookUpErrors, 'cancelled'],
    access: 'write',
    job: true,
  },
  /** Takes over a list, as `galley entities --json` prints it; `label` is that of entries that name none. */
  'entities:import': {
    input: z.object({ entities: z.array(PreparedEntity).max(20_000), label: z.string().optional() }),
    output: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
    errors: [...WRITE_ERRORS, ...factErrors, 'label-unknown', 'entity-list-unreadable'],
    access: 'write',
  },
  'outlets:list': { input: z.object({}), output: z.array(Outlet), errors: READ_ERRORS, access: 'read' },
  /** `outlet`: by uid, name or alias. */
  'outlets:update': {
    input: z.object({ outlet: ref, changes: OutletChanges }),
    output: z.array(Outlet),
    errors: [...WRITE_ERRORS, ...lookUpErrors, 'outlet-unknown', 'outlet-exists'],
    access: 'write',
  },
  /** From now on `outlet` means `into`; no article is changed. */
  'outlets:merge': {
    input: z.object({ outlet: ref, into: ref }),
    output: z.array(Outlet),
    errors: [...WRITE_ERRORS, 'outlet-unknown', 'outlet-with-itself'],
    access: 'write',
  },
  'outlets:unmerge': {
    input: z.object({ outlet: OutletId }),
    output: z.array(Outlet),
    errors: [...WRITE_ERRORS, 'outlet-unknown', 'outlet-not-merged'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
