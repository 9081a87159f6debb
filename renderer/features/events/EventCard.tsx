import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ClusterDetails } from '#shared/domain/cluster';
import { PartialDate } from '#shared/domain/partial-date';
import { detailsMessages } from '#shared/messages/en/annotate';
import { outsideMessages } from '#shared/messages/en/outside';
import { clusterMessages } from '#shared/messages/en/relations';
import { save } from '../../api/save.ts';
import { useOutside } from '../../api/use-outside.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { ClaimTable, type ShownClaim } from './ClaimTable.tsx';
import { FigureTable } from './FigureTable.tsx';

type Props = { card: ClusterDetails; onOpenClaim(claim: ShownClaim): void; onRemoved(): void };

/** One event card: what is known of the event, which claims are made of it, and how far their figures agree. */
export function EventCard({ card, onOpenClaim, onRemoved }: Props) {
  const remove = () =>
    void save('clusters:remove', { cluster: card.uid })
      .then(() => {
        announce(clusterMessages.removed(card.title));
        onRemoved();
      })
      .catch(sayError);
  const outside = useOutside([card.uid]).get(card.uid)?.claims ?? 0;
  return (
    <article aria-label={card.title}>
      <CardFields card={card} onRemove={remove} />
      {outside > 0 && (
        <p className="hint events-none" title={outsideMessages.kept}>
          {outsideMessages.claims(outside)}
        </p>
      )}
      {card.members.length === 0 ? (
        <p className="hint events-none">{clusterMessages.noClaims}</p>
      ) : (
        <>
          {card.slots.length > 0 && <FigureTable slots={card.slots} />}
          <ClaimTable card={card} onOpenClaim={onOpenClaim} />
        </>
      )}
    </article>
  );
}

/** Kept when it is said so: a half-typed date is none. */
function CardFields({ card, onRemove }: { card: ClusterDetails; onRemove(): void }) {
  const id = useId();
  const [typed, setTyped] = useState({
    title: card.title,
    date: card.date ?? '',
    place: card.place ?? '',
    note: card.note,
  });
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const date = typed.date.trim();
  const isDateBad = date !== '' && !PartialDate.safeParse(date).success;
  const store = useMutation({
    mutationFn: () =>
      save('clusters:update', {
        cluster: card.uid,
        changes: {
          title: typed.title,
          date: date === '' ? null : date,
          place: typed.place.trim() === '' ? null : typed.place,
          note: typed.note,
        },
      }),
  });
  const isSame =
    typed.title === card.title &&
    date === (card.date ?? '') &&
    typed.place === (card.place ?? '') &&
    typed.note === card.note;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSame && !isDateBad && typed.title.trim() !== '' && !store.isPending) store.mutate();
  };
  return (
    <form className="event-fields" onSubmit={submit}>
      <TextField
        label={clusterMessages.titleField}
        dir="auto"
        maxLength={300}
        value={typed.title}
        onChange={set('title')}
      />
      <TextField
        label={clusterMessages.date}
        hint={isDateBad ? detailsMessages.badDate : clusterMessages.dateHint}
        isBad={isDateBad}
        value={typed.date}
        onChange={set('date')}
      />
      <TextField
        label={clusterMessages.place}
        hint={clusterMessages.placeHint}
        dir="auto"
        maxLength={300}
        value={typed.place}
        onChange={set('place')}
      />
      <div className="stack field-stack event-note">
        <label className="label" htmlFor={id}>
          {clusterMessages.note}
        </label>
        <span className="field field-area">
          <textarea id={id} dir="auto" rows={2} maxLength={10_000} value={typed.note} onChange={set('note')} />
        </span>
      </div>
      <div className="row event-note">
        {store.error && (
          <p className="say say-bad" role="alert">
            {store.error.message}
          </p>
        )}
        <span className="grow" />
        <Button size="small" variant="danger" onClick={onRemove}>
          {clusterMessages.removeCard}
        </Button>
        <Button
          type="submit"
          size="small"
          variant="primary"
          disabled={isSame || isDateBad || typed.title.trim() === ''}
        >
          {clusterMessages.saveCard}
        </Button>
      </div>
    </form>
  );
}
