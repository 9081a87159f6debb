import { expect, test } from 'vitest';
import { toPlaceChanges } from '#shared/domain/place';
import { lookUpPlaces } from '../../../electron/services/look-up-places.ts';
import { createEntity, updateEntity } from '../../../electron/services/entities/edit-entity.ts';
import { getEntity } from '../../../electron/corpus/repositories/entity-repository.ts';
import { undo } from '../../../electron/services/undo.ts';
import { createTestCorpus, type TestCorpus } from '../../helpers/corpus.ts';

const first = ({ corpus }: TestCorpus, query: string) => lookUpPlaces(corpus, query, 1).places[0]!;

test('countries that the articles name come first, in whatever language they are named', async () => {
  const made = createTestCorpus();
  expect(first(made, 'Tripoli').countryCode).toBe('LY');
  await made.importText('The minister of Lebanon spoke.\n\nLebanon waited.\n', 'english.txt');
  expect(first(made, 'Tripoli').countryCode).toBe('LB');

  const arabic = createTestCorpus({ seed: 2 });
  await arabic.importText('وصل الوزير إلى لبنان.\n', 'arabic.txt');
  expect(first(arabic, 'Tripoli').countryCode).toBe('LB');
});

test('so do countries of places that a person chose', () => {
  const made = createTestCorpus();
  const { corpus, sara } = made;
  const [place] = lookUpPlaces(corpus, 'Beirut', 1).places;
  const changes = toPlaceChanges(place!, { kind: null, refs: [] }, ['town']);
  createEntity(corpus, sara, { ...changes, label: 'location', name: 'Beirut', aliases: [], annotations: [] });
  expect(first(made, 'Tripoli').countryCode).toBe('LB');
});

test('a place that is chosen gives coordinates, kind and outside ids as one step, and takes the place of another', () => {
  const { corpus, sara } = createTestCorpus();
  const refs = [{ scheme: 'wikidata', value: 'Q1' }];
  const made = { label: 'location', name: 'Sukhna', aliases: [], annotations: [], refs };
  const { uid } = createEntity(corpus, sara, made) as { uid: string };
  const choose = (query: string) => {
    const entity = getEntity(corpus.read, uid);
    const [place] = lookUpPlaces(corpus, query, 1).places;
    const changes = toPlaceChanges(place!, { kind: entity.kind, refs: entity.details.refs }, ['country', 'town']);
    return updateEntity(corpus, sara, uid, changes);
  };
  expect(choose('As Sukhnah, Syria')).toMatchObject({
    kind: 'town',
    details: {
      ...{ latitude: 34.8853, longitude: 38.8711 },
      refs: [...refs, { scheme: 'geonames', value: '172425' }, { scheme: 'country', value: 'SY' }],
    },
  });
  expect(choose('Syria')).toMatchObject({
    kind: 'town',
    details: { refs: [...refs, { scheme: 'iso3166', value: 'SY' }] },
  });
  undo(corpus, sara, false);
  undo(corpus, sara, false);
  expect(getEntity(corpus.read, uid)).toMatchObject({ kind: null, details: { latitude: null, longitude: null, refs } });
});

test('without a corpus places are looked up all the same, and the source is named', () => {
  const { places, source } = lookUpPlaces(null, 'Aleppo', 3);
  expect(places[0]!.name).toBe('Aleppo');
  expect(source).toContain('GeoNames');
});
