import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Compared } from '#shared/domain/comparison';
import type { ComparedPlace } from '#shared/domain/timeline';
import { timeWords as words } from '#shared/messages/en/compare-time';
import { drawMap, toMapPlaces, type Outlines } from '#shared/pictures/map';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { BehindLines } from './BehindLines.tsx';
import type { ShownWords } from './compare-props.ts';

const SIDES = ['a', 'b'] as const;
const ROW = 28;
const idOf = (uid: string) => `time-place-${uid}`;

type Props = { places: readonly ComparedPlace[]; compared: Compared; onOpen(shown: ShownWords): void };

/** The map, the list of places beside it that chooses one of them, and the lines of that one. */
export function TimePlaces({ places, compared, onOpen }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = places.some(({ uid }) => uid === chosen) ? chosen : null;
  const onMap = useMemo(() => toMapPlaces(places), [places]);
  return (
    <>
      <div className="map-and-list">
        <div className="map-side">
          {onMap.length === 0 ? (
            <p className="hint">{words.noneOnMap}</p>
          ) : (
            <PlaceMap places={onMap} selected={selected} />
          )}
        </div>
        <PlaceList places={places} selected={selected} onChoose={setChosen} />
      </div>
      {selected !== null && (
        <BehindLines compared={compared} sides={SIDES} meant={{ entity: selected }} onOpen={onOpen} />
      )}
    </>
  );
}

function PlaceMap({ places, selected }: { places: ReturnType<typeof toMapPlaces>; selected: string | null }) {
  const outlines = useOutlines();
  const draw = useMemo(
    () => outlines && drawMap(places, outlines, selected ?? undefined),
    [places, outlines, selected],
  );
  return draw ? (
    <ComparisonPicture name={words.picture.map} draw={draw} />
  ) : (
    <p className="hint map-waits">{words.drawing}</p>
  );
}

/** Coasts and borders, which come as a file of their own when they are first needed. */
function useOutlines(): Outlines | undefined {
  const [outlines, setOutlines] = useState<Outlines>();
  useEffect(() => {
    let isGone = false;
    void import('#shared/pictures/outlines').then((loaded) => {
      if (!isGone) setOutlines(loaded.outlines);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return outlines;
}

type ListProps = { places: readonly ComparedPlace[]; selected: string | null; onChoose(uid: string): void };

function PlaceList({ places, selected, onChoose }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const active = places.findIndex(({ uid }) => uid === selected);
  const move = (event: KeyboardEvent) => {
    const viewHeight = list.current?.clientHeight ?? ROW;
    const target = findRowForKey(event.key, { active, count: places.length, rowHeight: ROW, viewHeight });
    const place = target === undefined ? undefined : places[target];
    if (!place) return;
    event.preventDefault();
    onChoose(place.uid);
    document.getElementById(idOf(place.uid))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      ref={list}
      className="list place-list"
      role="listbox"
      aria-label={words.list}
      aria-activedescendant={selected === null ? undefined : idOf(selected)}
      tabIndex={0}
      onKeyDown={move}
    >
      {places.map(({ uid, name, latitude, a, b }) => (
        <div
          key={uid}
          id={idOf(uid)}
          className="item"
          role="option"
          aria-selected={uid === selected}
          onClick={() => onChoose(uid)}
        >
          <bdi className="theirs trunc grow">{name}</bdi>
          {latitude === null && <span className="hint">{words.notOnMap}</span>}
          <span className="tnum muted" aria-label={words.mentions(a.mentions, b.mentions)}>
            {a.mentions} | {b.mentions}
          </span>
        </div>
      ))}
    </div>
  );
}
