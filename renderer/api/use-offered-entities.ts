import { useDeferredValue } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EntityToMake } from '#shared/domain/entity';
import { isOfPlaces, toPlaceChanges } from '#shared/domain/place';
import { entityFieldMessages, entityMessages } from '#shared/messages/en/entities';
import { gazetteerMessages, placeRefWords, placeWords } from '#shared/messages/en/gazetteer';
import { queries } from './queries.ts';
import { usePlaces } from './use-places.ts';

type Item = { id: string; name: string; aside?: string; below?: string; isTheirs?: boolean };
/** One of those that are known, or one to be made. */
type Offered = { entity: { uid: string; name: string } } | { make: EntityToMake };

/** Places of the gazetteer that a new entity may be. */
const MOST_PLACES = 3;

type Wish = {
  query: string;
  label: string;
  isOn: boolean;
  /** Whether one of that name may be made. */ mayMake: boolean;
};

/** Entities that annotations of a label may mean, by what is typed; the last are those that could be made. `find`: by id of an item. */
export function useOfferedEntities({ query, label, isOn, mayMake }: Wish) {
  const sought = useDeferredValue(query);
  const {
    data: found = [],
    isPlaceholderData,
    isPending,
  } = useQuery({ ...queries.suggestedEntities(sought, label), enabled: isOn, placeholderData: keepPreviousData });
  const kinds = useQuery(queries.codebook()).data?.labels.find(({ name }) => name === label)?.entityKinds ?? [];
  const { places } = usePlaces(query, isOn && mayMake && isOfPlaces(kinds));
  const isNew = mayMake && query !== '' && !found.some(({ name }) => name === query);
  const offers: (Item & { offered: Offered })[] = [
    ...found.map(({ uid, name, kind, count }) => ({
      id: uid,
      name,
      aside: [kind, entityMessages.mentions(count)].filter((part) => part !== null).join(' · '),
      isTheirs: true,
      offered: { entity: { uid, name } },
    })),
    ...(isNew
      ? [
          { id: 'make', name: entityFieldMessages.make(query), offered: { make: { name: query } } },
          ...places.slice(0, MOST_PLACES).map((place) => ({
            id: `make ${placeRefWords(place.ref)}`,
            name: gazetteerMessages.make(query, place),
            below: placeWords(place),
            offered: { make: { ...toPlaceChanges(place, { kind: null, refs: [] }, kinds), name: query } },
          })),
        ]
      : []),
  ];
  return {
    items: offers as readonly Item[],
    find: (id: string): Offered | undefined => offers.find((each) => each.id === id)?.offered,
    isOld: sought !== query || isPlaceholderData || isPending,
  };
}
