import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { outsideMessages } from '#shared/messages/en/outside';
import { clusterMessages } from '#shared/messages/en/relations';
import { uiMessages } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { useOutside } from '../../api/use-outside.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { ShownClaim } from './ClaimTable.tsx';
import { EventCard } from './EventCard.tsx';

type Props = {
  /** The card that is open at first. */
  start: string | null;
  onOpenClaim(claim: ShownClaim): void;
  onClose(): void;
};

/** Event cards: their list, and one of them with its claims and what they count. */
export function EventsDialog({ start, onOpenClaim, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(start);
  const typed = query.trim();
  const filter = typed === '' ? {} : { query: typed };
  const { data, error } = useQuery({ ...queries.clusters(filter), placeholderData: keepPreviousData });
  const card = useQuery({ ...queries.cluster(chosen ?? ''), enabled: chosen !== null });
  const clusters = data?.clusters ?? [];
  const outside = useOutside(clusters.map(({ uid }) => uid));
  const make = () =>
    void save('clusters:create', { title: typed })
      .then(({ uid }) => {
        setQuery('');
        setChosen(uid);
      })
      .catch(sayError);

  return (
    <Dialog title={clusterMessages.title} size="large" onClose={onClose}>
      <div className="events">
        <section className="events-list" aria-label={clusterMessages.list}>
          <form
            className="events-find"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed === '') return;
              if (clusters[0]) setChosen(clusters[0].uid);
              else make();
            }}
          >
            <TextField
              label={clusterMessages.findAll}
              dir="auto"
              maxLength={200}
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
            <Button size="small" disabled={typed === ''} onClick={make}>
              {typed === '' ? clusterMessages.newCard : clusterMessages.makeNew(typed)}
            </Button>
          </form>
          {error && (
            <p className="say say-bad" role="alert">
              {error.message}
            </p>
          )}
          {data && clusters.length === 0 && (
            <p className="hint events-none">{typed === '' ? clusterMessages.empty : clusterMessages.nothingFound}</p>
          )}
          <ul>
            {clusters.map(({ uid, title, date, place, claims }) => (
              <li key={uid}>
                <button
                  type="button"
                  className="event-row"
                  aria-current={uid === chosen}
                  onClick={() => setChosen(uid)}
                >
                  <bdi className="strong">{title}</bdi>
                  <span className="hint tnum">
                    {[
                      date,
                      place,
                      clusterMessages.claims(claims),
                      outsideMessages.claimsAside(outside.get(uid)?.claims),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <div className="events-card">
          {chosen === null || card.error ? (
            <Empty title={clusters.length === 0 ? clusterMessages.emptyTitle : clusterMessages.choose} />
          ) : card.data ? (
            <EventCard
              key={card.data.uid}
              card={card.data}
              onOpenClaim={onOpenClaim}
              onRemoved={() => setChosen(null)}
            />
          ) : (
            <p className="hint">{uiMessages.loading}</p>
          )}
        </div>
      </div>
    </Dialog>
  );
}
