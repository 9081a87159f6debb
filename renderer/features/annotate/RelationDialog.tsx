import { useId, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { listKindsThatFit, type RelationKind } from '#shared/domain/relation';
import { relationMessages } from '#shared/messages/en/relations';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type End = { uid: string; label: string; quote: string };
type Way = { kind: RelationKind; from: End; to: End };
type Props = {
  from: End;
  to: End;
  /** The relation that is changed; without it one is made. */
  relation?: { uid: string; kind: string; note: string };
  onClose(isMade: boolean): void;
};

/** The kind of a relation, among those whose ends fit either way round, and its note. */
export function RelationDialog({ from, to, relation, onClose }: Props) {
  const id = useId();
  const kinds = useQuery(queries.codebook()).data?.relationKinds ?? [];
  const ways = listWays(kinds, from, to, relation !== undefined);
  const [chosen, setChosen] = useState<number | null>(null);
  const [note, setNote] = useState(relation?.note ?? '');
  const known = ways.findIndex(({ kind }) => kind.name === relation?.kind);
  const way = ways[chosen ?? Math.max(0, known)];
  const isKept = way !== undefined && way.kind.sets !== null && relation === undefined;

  const store = useMutation({
    mutationFn: ({ kind: { name: kind }, ...ends }: Way) =>
      relation
        ? save('relations:update', { relation: relation.uid, changes: { kind, note } })
        : save('relations:create', { from: ends.from.uid, to: ends.to.uid, kind, note: isKept ? '' : note }),
    onSuccess({ kind }) {
      announce(relationMessages.made(kind));
      onClose(true);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (way && !store.isPending) store.mutate(way);
  };

  return (
    <Dialog
      title={relationMessages.dialog}
      onClose={() => onClose(false)}
      footer={
        <>
          <span className="grow" />
          <Button type="submit" form={id} variant="primary" keys="Enter" disabled={!way}>
            {relation ? relationMessages.save : relationMessages.relate}
          </Button>
        </>
      }
    >
      <form id={id} className="stack form" onSubmit={submit}>
        {ways.length === 0 && <p className="say">{relationMessages.noneFits(from.label, to.label)}</p>}
        <fieldset className="rel-ways">
          <legend className="label">{relationMessages.kind}</legend>
          {ways.map((each, n) => (
            <label key={`${each.kind.uid} ${each.from.uid}`} className="rel-way">
              <input
                type="radio"
                name={`${id}-way`}
                checked={each === way}
                autoFocus={each === way}
                onChange={() => setChosen(n)}
              />
              <WayWords way={each} />
            </label>
          ))}
        </fieldset>
        <div className="stack field-stack">
          <label className="label" htmlFor={`${id}-note`}>
            {relationMessages.note}
          </label>
          {isKept ? (
            <span className="hint">{relationMessages.noNote}</span>
          ) : (
            <span className="field field-area">
              <textarea
                id={`${id}-note`}
                dir="auto"
                rows={2}
                maxLength={10_000}
                placeholder={relationMessages.noteHint}
                value={note}
                onChange={({ target }) => setNote(target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
                }}
              />
            </span>
          )}
        </div>
        {store.error && (
          <p className="say say-bad" role="alert">
            {store.error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

const arrow = { className: 'i i-12', 'aria-hidden': true } as const;

/** The kind, and below it from where to where it leads. */
const WayWords = ({ way: { from, kind, to } }: { way: Way }) => (
  <span className="rel-words">
    <span className="strong">{kind.name}</span>
    <span className="rel-ends">
      <bdi className="theirs trunc">{from.quote}</bdi>
      {kind.isSymmetric ? <ArrowLeftRight {...arrow} /> : <ArrowRight {...arrow} />}
      <bdi className="theirs trunc">{to.quote}</bdi>
    </span>
  </span>
);

/** The kinds that fit, and then those that fit the other way round; one that stands keeps its direction. */
function listWays(kinds: RelationKind[], from: End, to: End, isStanding: boolean): Way[] {
  const there = listKindsThatFit(kinds, { from: from.label, to: to.label });
  const ways = there.map((kind): Way => ({ kind, from, to }));
  // what stands is a row of its own; a claim's attribute is not turned into one, nor one into it
  if (isStanding) return ways.filter(({ kind }) => kind.sets === null);
  const back = listKindsThatFit(kinds, { from: to.label, to: from.label }).filter(
    (kind) => !(kind.isSymmetric && there.includes(kind)),
  );
  return [...ways, ...back.map((kind): Way => ({ kind, from: to, to: from }))];
}
