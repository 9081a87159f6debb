import type { Command } from 'commander';
import { toPlaceChanges, type FoundPlace } from '#shared/domain/place';
import { placeRefWords, placesCommandMessages as words } from '#shared/messages/en/gazetteer';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { findOutside } from '../outside.ts';
import { toPrinted, printEntities } from '../print-entities.ts';
import { print, printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, withWorker, type CommonOptions } from '../run.ts';
import { parseOffset } from './annotate.ts';

type Options = CommonOptions & { limit: number; set?: string; take?: string };

const MOST_PLACES = 50;

/** Places of the world by any spelling; with `--set` and `--take`, says which one an entity is. */
export function addPlaces(command: Command): void {
  command
    .argument('<query>', words.query)
    .option('--limit <n>', words.limit, parseOffset, 10)
    .option('--set <entity>', words.set)
    .option('--take <place>', words.take)
    .action(async (query: string, options: Options) => {
      const { limit, set, take, json } = options;
      if (limit < 1 || limit > MOST_PLACES) throw new UsageError(words.badLimit(MOST_PLACES));
      if ((set === undefined) !== (take === undefined)) throw new UsageError(words.together);
      const find = async (client: WorkerClient) => client.call('places:find', { query, limit });
      if (set !== undefined) {
        const { entity, outside } = await withCorpus(options, 'write', async (client) => {
          const { places } = await find(client);
          const place = places.find(({ ref }) => placeRefWords(ref) === take);
          if (!place) throw new UsageError(words.notFound(take!, query));
          const placed = await setPlace(client, set, place);
          return { entity: placed, outside: await findOutside(client, [placed.uid]) };
        });
        return json ? printJson(toPrinted(entity, outside)) : printEntities([entity], outside);
      }
      // the corpus only ranks
      const run = options.corpus === undefined ? withWorker(options, find) : withCorpus(options, 'read', find);
      const { places, source } = await run;
      if (json) return printJson(places);
      if (places.length === 0) return print(words.none);
      printTable([...words.heads], places.map(toRow));
      print(source);
    });
}

async function setPlace(client: WorkerClient, ref: string, place: FoundPlace) {
  const [entity, { labels }] = await Promise.all([
    client.call('entities:get', { entity: ref }),
    client.call('codebook:get', {}),
  ]);
  const kinds = labels.find(({ name }) => name === entity.label)?.entityKinds ?? [];
  const changes = toPlaceChanges(place, { kind: entity.kind, refs: entity.details.refs }, kinds);
  return client.call('entities:update', { entity: entity.uid, changes });
}

const toRow = (place: FoundPlace) => [
  placeRefWords(place.ref),
  place.name,
  place.region,
  place.country,
  words.kind(place.kind),
  place.kind === 'country' || place.kind === 'region' ? null : place.population || null,
  place.latitude,
  place.longitude,
  words.matched(place.matched),
];
