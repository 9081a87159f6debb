import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import { outsideMessages } from '#shared/messages/en/outside';
import { clusterMessages } from '#shared/messages/en/relations';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { useOutside } from '../../api/use-outside.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList, type Findable } from '../../ui/FindList.tsx';
import { sayError } from '../../ui/toasts.tsx';

type Props = { claim: Annotation; onOpenCard(card: string): void };

/** The event cards that a claim is on. */
export function EventCardsSection({ claim, onOpenCard }: Props) {
  const cards = useQuery(queries.clusters({ annotation: claim.uid })).data?.clusters ?? [];
  const outside = useOutside(cards.map(({ uid }) => uid));
  const [isAdding, setAdding] = useState(false);
  const takeOff = (cluster: string, title: string) =>
    void save('clusters:remove-claims', { cluster, claims: [claim.uid] })
      .then(() => announce(clusterMessages.takenOff(title)))
      .catch(sayError);
  return (
    <section className="sec" aria-label={clusterMessages.section}>
      <div className="sec-h">
        <h3>{clusterMessages.section}</h3>
        <span className="end">
          <button type="button" className="add" onClick={() => setAdding(true)}>
            <Plus className="i i-12" aria-hidden="true" />
            {clusterMessages.add}
          </button>
        </span>
      </div>
      {cards.length === 0 && <p className="hint">{clusterMessages.none}</p>}
      <ul className="rels">
        {cards.map(({ uid, title, date, claims }) => (
          <li key={uid}>
            <button
              type="button"
              className="rel-row"
              aria-label={clusterMessages.open(title)}
              onClick={() => onOpenCard(uid)}
            >
              <bdi className="trunc">{title}</bdi>
              <span className="hint tnum">
                {[date, clusterMessages.claims(claims), outsideMessages.claimsAside(outside.get(uid)?.claims)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
            <Button
              variant="quiet"
              size="small"
              icon={<X className="i i-12" aria-hidden="true" />}
              aria-label={clusterMessages.takeOff(title)}
              onClick={() => takeOff(uid, title)}
            />
          </li>
        ))}
      </ul>
      {isAdding && (
        <AddToCardDialog
          claim={claim.uid}
          present={new Set(cards.map(({ uid }) => uid))}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

const NEW = 'new';

/** Puts a claim on a card that is found by its words, or on a new one of that title. */
function AddToCardDialog({ claim, present, onClose }: { claim: string; present: Set<string>; onClose(): void }) {
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const found = useQuery(queries.clusters(typed === '' ? {} : { query: typed })).data?.clusters;
  // nothing can be chosen before it is known what there is
  const items: Findable[] = found
    ? [
        ...found.map(({ uid, title, date }) => ({
          id: uid,
          name: title,
          aside: present.has(uid) ? clusterMessages.isOn : (date ?? undefined),
          isOff: present.has(uid),
        })),
        ...(typed === '' ? [] : [{ id: NEW, name: clusterMessages.makeNew(typed) }]),
      ]
    : [];
  const choose = (id: string) =>
    void (
      id === NEW
        ? save('clusters:create', { title: typed, claims: [claim] })
        : save('clusters:add-claims', { cluster: id, claims: [claim] })
    )
      .then(({ title }) => {
        announce(clusterMessages.added(title));
        onClose();
      })
      .catch(sayError);
  return (
    <Dialog title={clusterMessages.addTitle} size="small" onClose={onClose}>
      <FindList
        label={clusterMessages.find}
        hint={clusterMessages.findHint}
        query={query}
        items={items}
        onQuery={setQuery}
        onChoose={choose}
      />
    </Dialog>
  );
}
