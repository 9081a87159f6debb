import { z } from 'zod';
import { EntityId, OutletId } from './ids.ts';
import { typedName } from './typed-text.ts';

/**
 * The publisher of articles. `entity`: the actor that it is, so that whoever names it in its own article names the outlet.
 * `merged`: outlets that were merged into it, which it can be parted from again.
 */
export const Outlet = z.object({
  uid: OutletId,
  name: z.string(),
  articles: z.int(),
  aliases: z.array(z.string()),
  entity: z.object({ uid: EntityId, name: z.string() }).nullable(),
  merged: z.array(z.object({ uid: OutletId, name: z.string() })),
});
export type Outlet = z.infer<typeof Outlet>;

/** `addAliases`: beside those that it has, or that `aliases` sets. `entity`: by uid or name; null takes the link away. */
export const OutletChanges = z
  .object({
    name: typedName(200),
    aliases: z.array(typedName(200)).max(200),
    addAliases: z.array(typedName(200)).max(200),
    entity: typedName(300).nullable(),
  })
  .partial();
export type OutletChanges = z.infer<typeof OutletChanges>;

/** The word that stands for the outlet of the article in which a claim is made. */
export const THE_OUTLET = 'the outlet';

/** Who a claim is attributed to: an entity, by uid, or a word that stands for one. */
type Speaker = { entity: string | null; text: string | null };

/**
 * Whether a claim stands on the word of its article's own outlet: “SANA says” in an article of SANA.
 *
 * `outletEntity`: the entity that the outlet is, by uid; both that which it was merged into.
 */
export const isWordOfOutlet = ({ entity, text }: Speaker, outletEntity: string | null): boolean =>
  text === THE_OUTLET || (entity !== null && entity === outletEntity);
