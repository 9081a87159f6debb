import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { entityMessages as words } from '#shared/messages/en/entities';
import { numberWords } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { OutletDetails } from './OutletDetails.tsx';

type Props = { sections: ReactNode; isOff: boolean; onEntity(uid: string): void };

/** The outlets of the corpus, and one of them. */
export function OutletsSection({ sections, isOff, onEntity }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const at = outlets.findIndex(({ uid }) => uid === chosen);
  const outlet = outlets[at];
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: outlets.length - 1 }[event.key];
    const next = to === undefined ? undefined : outlets[to];
    if (!next) return;
    event.preventDefault();
    setChosen(next.uid);
  };
  return (
    <>
      <section className="pane ent-list" aria-label={words.outlets} data-region>
        <div className="pane-head">{sections}</div>
        <div
          className="pane-scroll"
          role="listbox"
          aria-label={words.outlets}
          aria-activedescendant={outlet ? `outlet-${outlet.uid}` : undefined}
          tabIndex={0}
          data-region-start
          onKeyDown={move}
        >
          {outlets.map(({ uid, name, articles }) => (
            <div
              key={uid}
              id={`outlet-${uid}`}
              className="item ent-row"
              role="option"
              aria-selected={uid === chosen}
              onClick={() => setChosen(uid)}
            >
              <bdi className="theirs trunc grow">{name}</bdi>
              <span className="tnum ent-n">{numberWords(articles)}</span>
            </div>
          ))}
        </div>
      </section>
      <section className="pane pane-paper ent-wide" aria-label={outlet?.name ?? words.chooseOutletTitle} data-region>
        {outlet ? (
          <OutletDetails
            key={outlet.uid}
            outlet={outlet}
            outlets={outlets}
            isOff={isOff}
            onOutlet={setChosen}
            onEntity={onEntity}
          />
        ) : (
          <Empty title={words.chooseOutletTitle} />
        )}
      </section>
    </>
  );
}
