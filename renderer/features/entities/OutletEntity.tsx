import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Outlet, OutletChanges } from '#shared/domain/outlet';
import { entityMessages as words } from '#shared/messages/en/entities';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { FindList } from '../../ui/FindList.tsx';

type Props = {
  outlet: Outlet;
  isOff: boolean;
  onSet(changes: OutletChanges): Promise<boolean>;
  onEntity(uid: string): void;
};

/** The entity that an outlet is, where somebody has said so. */
export function OutletEntity({ outlet, isOff, onSet, onEntity }: Props) {
  const [query, setQuery] = useState<string | null>(null);
  const { data: found = [] } = useQuery({
    ...queries.suggestedEntities(query ?? ''),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  const { entity } = outlet;
  if (query !== null)
    return (
      <FindList
        label={words.outletEntity}
        hint={words.outletEntityHint}
        query={query}
        items={found.map(({ uid, name, count }) => ({ id: uid, name, aside: words.mentions(count) }))}
        onQuery={setQuery}
        onChoose={(uid) => void onSet({ entity: uid }).then((isDone) => isDone && setQuery(null))}
      />
    );
  return (
    <div className="stack">
      <span className="label">{words.outletEntity}</span>
      <div className="row">
        {entity ? (
          <button type="button" className="btn btn-quiet theirs" onClick={() => onEntity(entity.uid)}>
            <bdi>{entity.name}</bdi>
          </button>
        ) : (
          <span className="muted">{words.noEntity}</span>
        )}
        <span className="grow" />
        {entity && (
          <Button size="small" variant="quiet" disabled={isOff} onClick={() => void onSet({ entity: null })}>
            {words.takeEntity}
          </Button>
        )}
        <Button size="small" disabled={isOff} onClick={() => setQuery('')}>
          {words.chooseEntity}
        </Button>
      </div>
      <span className="hint">{words.outletEntityHint}</span>
    </div>
  );
}
