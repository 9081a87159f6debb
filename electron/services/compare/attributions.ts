import type { SideName } from '#shared/domain/comparison';
import type { SourceKind } from '#shared/domain/sources';
import { THE_OUTLET } from '#shared/domain/outlet';
import {
  findClaimLabel,
  listAttributionValues,
  listOutletEntities,
  type AttributionValue,
} from '../../corpus/repositories/attribution-repository.ts';
import { pause } from '../job.ts';
import type { Comparison } from './comparison.ts';
import { foldWords } from './word-tally.ts';

/**
 * On whose word a claim stands: the first whom the text quotes, later ones whom these refer to. `key` is the same for the same
 * source; `entity` is 0 where none is linked. `words`, `verb`: as written; empty where none are marked.
 */
export type Attribution = { key: string; kind: SourceKind; entity: number; words: string; verb: string };
export type AttributedClaim = {
  annotation: number;
  article: number;
  voice: 'quoted' | 'paraphrased' | undefined;
  attributions: readonly Attribution[];
};

/** What stands for people whom the text does not name. */
const UNNAMED = 'unnamed';
const CLAIMS_A_SLICE = 1000;

/** Goes through the claims that count of a side, article by article. Errors: cancelled. */
export async function eachAttributedClaim(
  comparison: Comparison,
  side: SideName,
  use: (claim: AttributedClaim) => void,
): Promise<void> {
  const { db, job } = comparison;
  const claimLabel = findClaimLabel(db);
  const claims: { annotation: number; article: number }[] = [];
  await comparison.eachMention(side, ({ annotation, article, label }) => {
    if (label === claimLabel) claims.push({ annotation, article });
  });
  const outletEntities = listOutletEntities(db);
  const outlets = new Map(comparison.articles[side].map(({ id, outlet }) => [id, outlet ?? 0]));
  for (let from = 0; from < claims.length; from += CLAIMS_A_SLICE) {
    await pause(job);
    const slice = claims.slice(from, from + CLAIMS_A_SLICE);
    const ids = slice.map(({ annotation }) => annotation);
    const values = Map.groupBy(listAttributionValues(db, ids), ({ claim }) => claim);
    for (const claim of slice) {
      const own = values.get(claim.annotation) ?? [];
      use({ ...claim, ...toClaim(own, outletEntities.get(outlets.get(claim.article)!) ?? 0) });
    }
  }
}

function toClaim(values: readonly AttributionValue[], outletEntity: number) {
  const voice = values.find(({ attribute }) => attribute === 'voice')?.text;
  const said = values.filter(({ attribute }) => attribute !== 'voice');
  return {
    voice: voice === 'quoted' || voice === 'paraphrased' ? voice : undefined,
    attributions: [...Map.groupBy(said, ({ item }) => item).values()].map((item) => toAttribution(item, outletEntity)),
  } as const;
}

/** `outletEntity`: the actor that the article's outlet is; 0 where it is none. */
function toAttribution(item: readonly AttributionValue[], outletEntity: number): Attribution {
  const find = (name: AttributionValue['attribute']) => item.find(({ attribute }) => attribute === name);
  const who = find('who');
  const entity = who?.entity ?? 0;
  const said = { words: find('words')?.quote ?? '', verb: find('verb')?.quote ?? '' };
  if (who?.text === THE_OUTLET || (entity !== 0 && entity === outletEntity))
    return { key: 'outlet', kind: 'outlet', entity: 0, ...said };
  if (entity !== 0) return { key: `entity:${entity}`, kind: 'named', entity, ...said };
  if (who?.text === UNNAMED) return { key: 'anonymous', kind: 'anonymous', entity: 0, ...said };
  const words = said.words || who?.text || '';
  return { key: `words:${foldWords(words)}`, kind: 'unlinked', entity: 0, words, verb: said.verb };
}
