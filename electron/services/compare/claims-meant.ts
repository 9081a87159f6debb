import type { SideName } from '#shared/domain/comparison';
import { listClaimsOfCard, listEntitiesById } from '../../corpus/repositories/compared-things.ts';
import { eachAttributedClaim } from './attributions.ts';
import type { Comparison } from './comparison.ts';
import { foldWords } from './word-tally.ts';

/**
 * Claims by what they stand on, by ids of rows; undefined where nothing is asked for. `source`: the key of a source of
 * `compare:sources`. `verb`: as marked in an attribution, whatever its case and marks. `card`: an event card, by uid.
 *
 * Errors: those of the comparison.
 */
export async function findClaimsMeant(
  comparison: Comparison,
  side: SideName,
  { source, verb, card }: { source?: string | undefined; verb?: string | undefined; card?: string | undefined },
): Promise<ReadonlySet<number> | undefined> {
  const ofCard = card === undefined ? undefined : new Set(listClaimsOfCard(comparison.db, card));
  if (source === undefined && verb === undefined) return ofCard;
  const sought = verb === undefined ? undefined : foldWords(verb);
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
    const isMeant = attributions.some(
      (each) =>
        (source === undefined || toKey(each.key, each.entity) === source) &&
        (sought === undefined || foldWords(each.verb) === sought),
    );
    if (isMeant) found.add(annotation);
  });
  return found;
}
