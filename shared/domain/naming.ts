import { z } from 'zod';
import { Compared, SideName, toBothSides, VoiceCounts } from './comparison.ts';
import { EntityId } from './ids.ts';

/** With fewer mentions in its own voice a side has hardly chosen a name: such an entity is listed, and not ranked. */
export const THIN_CHOICE = 5;

/** `difference`: by G², what is thin after all others, by its mentions. */
export const NamingSort = z.enum(['difference', 'mentions', 'name']);
export type NamingSort = z.infer<typeof NamingSort>;

/**
 * Which entities are asked for: one (by uid, name or alias), or a page of all those that a query finds by their name or by any form
 * that a side uses. `withForms`: with every form of each; of one that is asked for they are always given.
 */
export const NamingInput = Compared.extend({
  entity: z.string().optional(),
  query: z.string().max(200).default(''),
  sort: NamingSort.default('difference'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(1000).default(100),
  withForms: z.boolean().default(false),
});
export type NamingInput = z.infer<typeof NamingInput>;

/** `share`: of the side's mentions of the entity; null where it has none. `loaded`: how many say that it is a loaded term. */
const FormSide = VoiceCounts.extend({ loaded: z.int(), share: z.number().nullable() });

/**
 * Words that an entity is called by, as most often written, on either side.
 *
 * The statistics are of the choice of form in the outlets' own voice; positive and above zero where A prefers it. Null where the
 * form is in no own voice, or a side never names the entity in its own.
 */
export const FormNaming = toBothSides(FormSide).extend({
  form: z.string(),
  g2: z.number().nullable(),
  logRatio: z.number().nullable(),
  lrc: z.number().nullable(),
});
export type FormNaming = z.infer<typeof FormNaming>;

/** `most`: the form that it uses most in its own voice. `loaded`: mentions in its own voice that are loaded terms. */
const NamingSide = VoiceCounts.extend({
  mentions: z.int(),
  most: z.string().nullable(),
  loaded: z.int(),
  loadedShare: z.number().nullable(),
});
export type NamingSide = z.infer<typeof NamingSide>;

/**
 * How the two sides call one entity.
 *
 * `g2`: of the choice among its forms in the outlets' own voice (forms × sides). `overlap`: how much of the two choices is the
 * same, from 0 to 1: the sum over forms of the smaller of the two shares. Both are null where a side never names it in its own
 * voice, which `unspoken` says. `forms` in own voice on either side, `shared` on both.
 */
export const EntityNaming = toBothSides(NamingSide).extend({
  uid: EntityId,
  name: z.string(),
  label: z.string(),
  g2: z.number().nullable(),
  overlap: z.number().nullable(),
  unspoken: z.union([SideName, z.literal('both')]).nullable(),
  isThin: z.boolean(),
  shared: z.int(),
  ownForms: z.int(),
  forms: z.array(FormNaming).optional(),
});
export type EntityNaming = z.infer<typeof EntityNaming>;

/**
 * `total` entities are found, `thin` of them are not ranked. `unlinked`: mentions without an entity, which cannot be compared by
 * naming; claims are none.
 */
export const Naming = z.object({
  entities: z.array(EntityNaming),
  total: z.int(),
  thin: z.int(),
  unlinked: toBothSides(z.int()),
});
export type Naming = z.infer<typeof Naming>;
