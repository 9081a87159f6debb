import { readFileSync } from 'node:fs';
import { Gazetteer, openGazetteer } from '../../electron/gazetteer/gazetteer.ts';
import { lookUpPlaces } from '../../electron/services/look-up-places.ts';
import { LARGE } from './corpus/find-corpus.ts';
import { createRandom } from './corpus/random.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { timeEach } from './time.ts';
import { withCorpus } from './with-copy.ts';

const LOOK_UPS = 500;
const ROUNDS = 5;
const CANDIDATES = 10;

/** Names of places, each with a vowel written otherwise, so that it is found by its sound. */
function listNames(gazetteer: Gazetteer): string[] {
  const random = createRandom(9);
  return Array.from({ length: LOOK_UPS }, () => gazetteer.getPlace(random.below(200_000)).name.replace(/[ae]/u, 'i'));
}

/** Unpacking the gazetteer, and a place looked up in it from a large corpus: at first, with its countries counted, and after. */
export function runGazetteerBench(): Row[] {
  const packed = readFileSync(new URL('../../electron/gazetteer/data/places.br', import.meta.url));
  const loads = timeEach(
    Array.from({ length: ROUNDS }, (_, n) => n),
    () => new Gazetteer(packed),
  );
  const names = listNames(openGazetteer());
  const times = withCorpus(LARGE, (corpus) =>
    timeEach(['Aleppo', ...names], (name) => lookUpPlaces(corpus, name, CANDIDATES)),
  );
  const size = `all places, ${LARGE} articles`;
  return [
    toRow({ name: 'gazetteer: load, median', size: 'all places', value: toQuantile(loads, 0.5), unit: 'ms' }),
    toRow({ name: 'gazetteer: first look-up', size, value: times[0]!, unit: 'ms' }),
    toRow({ name: 'gazetteer: look-up, p95', size, value: toQuantile(times.slice(1), 0.95), unit: 'ms' }),
  ];
}
