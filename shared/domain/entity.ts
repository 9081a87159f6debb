import { z } from 'zod';
import { EntityId } from './ids.ts';
import { typedName, typedText } from './typed-text.ts';

export const EntityName = typedName(300);
const Form = typedName(300);

/**
 * One of an entity's names. `outlet`: who uses it, by name; null where anybody may. `neverAlone`: too common to say by itself
 * who is meant (“militants”), so that no mention is linked for it. `script`: ISO 15924 (`Latn`, `Arab`).
 */
export const EntityAlias = z.object({
  uid: z.uuid(),
  form: z.string(),
  script: z.string(),
  outlet: z.string().nullable(),
  neverAlone: z.boolean(),
});
export type EntityAlias = z.infer<typeof EntityAlias>;

/** Words that an outlet used, as written, and how many mentions of those that count. `byRule`: how many no person confirmed. */
export const EntityForm = z.object({
  form: z.string(),
  outlet: z.string().nullable(),
  count: z.int(),
  byRule: z.int(),
});
export type EntityForm = z.infer<typeof EntityForm>;

/** An id that others gave to it: `wikidata` Q42, `geonames` 170654. */
export const OutsideId = z.object({ scheme: typedName(60), value: typedName(500) });
export type OutsideId = z.infer<typeof OutsideId>;

const OutletCount = z.object({ outlet: z.string().nullable(), count: z.int() });

/** One line of the list. `count` is of mentions that count, one layer an article; `outlets` has the most first. */
export const ListedEntity = z.object({
  uid: EntityId,
  label: z.string(),
  kind: z.string().nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  count: z.int(),
  byRule: z.int(),
  outlets: z.array(OutletCount),
  /** Where the list was asked for with them. */
  details: z
    .object({
      description: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      refs: z.array(OutsideId),
      aliases: z.array(EntityAlias),
      forms: z.array(EntityForm),
    })
    .optional(),
});
export type ListedEntity = z.infer<typeof ListedEntity>;

/** An entity that was merged into another, which it can be parted from again. */
export const MergedEntity = z.object({ uid: EntityId, name: z.string(), aliases: z.int(), count: z.int() });
export type MergedEntity = z.infer<typeof MergedEntity>;

/** All that is known of one entity, with what was merged into it. `ofOutlets`: outlets that are this entity. */
export const Entity = ListedEntity.required({ details: true }).extend({
  merged: z.array(MergedEntity),
  ofOutlets: z.array(z.string()),
});
export type Entity = z.infer<typeof Entity>;

/** What type-ahead offers: `form` is the alias that was found. */
export const SuggestedEntity = z.object({
  uid: EntityId,
  label: z.string(),
  kind: z.string().nullable(),
  name: z.string(),
  form: z.string(),
  count: z.int(),
});
export type SuggestedEntity = z.infer<typeof SuggestedEntity>;

/** `outlet`: by name or alias. */
export const NewAlias = z.object({
  form: Form,
  outlet: typedName(200).nullable().default(null),
  neverAlone: z.boolean().default(false),
});
export type NewAlias = z.infer<typeof NewAlias>;
export const AliasChanges = z
  .object({ form: Form, outlet: typedName(200).nullable(), neverAlone: z.boolean() })
  .partial();
export type AliasChanges = z.infer<typeof AliasChanges>;

const facts = {
  kind: typedName(60).nullable(),
  description: typedText(10_000),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  refs: z.array(OutsideId).max(100),
};

/** What may be set of an entity; its aliases are changed one by one. A place has both coordinates or none. */
export const EntityChanges = z.object({ name: EntityName, ...facts }).partial();
export type EntityChanges = z.infer<typeof EntityChanges>;

/** `aliases`: beside its name, which is one; the forms alone are enough. `label`: by name. */
export const NewEntity = z.object({
  label: z.string(),
  name: EntityName,
  aliases: z
    .array(z.union([Form.transform((form): NewAlias => ({ form, outlet: null, neverAlone: false })), NewAlias]))
    .max(1000)
    .default([]),
  ...z.object(facts).partial().shape,
});
export type NewEntity = z.infer<typeof NewEntity>;

/** What a tag is to mean and nobody has named yet: it is made with the tag, under the tag's label. */
export const EntityToMake = NewEntity.omit({ label: true, aliases: true });
export type EntityToMake = z.infer<typeof EntityToMake>;

/**
 * An entity of a list that was prepared elsewhere, or printed by `galley entities --json`. `usedBy` and `neverAlone` say more of
 * its aliases; what else stands there (counts, forms) is passed over.
 */
export const PreparedEntity = NewEntity.extend({
  label: z.string().optional(),
  usedBy: z
    .array(z.object({ form: Form, outlet: typedName(200) }))
    .max(1000)
    .default([]),
  neverAlone: z.array(Form).max(1000).default([]),
});
export type PreparedEntity = z.infer<typeof PreparedEntity>;
