import type { SideName } from '#shared/domain/comparison';
import { listClaimsOfCard, listEntitiesById } from '../../corpus/repositories/compared-things.ts';
import { eachAttributedClaim } from './attributions.ts';
import type { Comparison } from './comparison.ts';

/**
 * Claims by what they stand on, by ids of rows; undefined where neither is asked for. `source`: the key of a source of
 * `compare:sources`. `card`: an event card, by uid.
 *
 * Errors: those of the comparison.
 */
export async function findClaimsMeant(
  comparison: Comparison,
  side: SideName,
  { source, card }: { source?: string | undefined; card?: string | undefined },
): Promise<ReadonlySet<number> | undefined> {
  const ofCard = card === undefined ? undefined : new Set(listClaimsOfCard(comparison.db, card));
  if (source === undefined) return ofCard;
  const found = new Set<number>();
  const uids = new Map<number, string>();
  const toKey = (key: string, entity: number) => {
    if (entity === 0) return key;
    let uid = uids.get(entity);
    if (uid === undefined) uids.set(entity, (uid = listEntitiesById(comparison.db, [entity]).get(entity)!.uid));
    return `entity:${uid}`;
  };
  await eachAttributedClaim(comparison, side, ({ annotation, attributions }) => {
    if (ofCard && !ofCard.has(annotation)) return;
    if (attributions.some(({ key, entity }) => toKey(key, entity) === source)) found.add(annotation);
  });
  return found;
}
