import { useState } from 'react';
import type { Entity, EntityChanges } from '#shared/domain/entity';
import { toPlaceChanges, type FoundPlace } from '#shared/domain/place';
import { gazetteerMessages as words, placeRefWords, placeWords } from '#shared/messages/en/gazetteer';
import { usePlaces } from '../../api/use-places.ts';
import { announce } from '../../ui/announcer.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList } from '../../ui/FindList.tsx';
import { Trouble } from '../../ui/Trouble.tsx';

type Props = {
  entity: Entity;
  /** The kinds that its label knows. */
  kinds: readonly string[];
  onClose(): void;
  onSet(changes: EntityChanges): Promise<boolean>;
};

/** Asks which place of the gazetteer an entity is; the one that is chosen gives it coordinates and outside ids, as one step. */
export function PlaceDialog({ entity, kinds, onClose, onSet }: Props) {
  const [query, setQuery] = useState(entity.name);
  const { places, source, isNothing, error } = usePlaces(query);
  const take = async (place: FoundPlace | undefined) => {
    if (!place || !(await onSet(toPlaceChanges(place, { kind: entity.kind, refs: entity.details.refs }, kinds))))
      return;
    announce(words.chosen(entity.name, place));
    onClose();
  };
  return (
    <Dialog title={words.title(entity.name)} size="medium" onClose={onClose}>
      <FindList
        label={words.find}
        hint={words.hint}
        query={query}
        items={places.map((place) => ({ id: placeRefWords(place.ref), name: place.name, aside: placeWords(place) }))}
        onQuery={setQuery}
        onChoose={(id) => void take(places.find(({ ref }) => placeRefWords(ref) === id))}
      />
      {isNothing && <p role="status">{words.none}</p>}
      {source !== undefined && <p className="hint">{source}</p>}
      {error && <Trouble error={error} />}
    </Dialog>
  );
}
