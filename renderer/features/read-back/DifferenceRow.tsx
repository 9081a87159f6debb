import { Check, Minus, Pencil, Plus } from 'lucide-react';
import type { Difference, DifferenceKind } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { shortQuote } from '#shared/messages/en/ui';

type Props = {
  id: string;
  /** Undefined until it was asked for. */
  difference: Difference | undefined;
  top: number;
  place: number;
  count: number;
  isActive: boolean;
  isTaken: boolean;
  onPress(): void;
  onToggle(): void;
};

const icons: Record<DifferenceKind, typeof Plus> = { new: Plus, changed: Pencil, deleted: Minus };

/** One difference: of which kind, of which words, in which article. */
export function DifferenceRow({ id, difference, top, place, count, isActive, isTaken, onPress, onToggle }: Props) {
  return (
    <div
      id={id}
      className={`virtual-row plan-row difference ${isActive ? 'is-active' : ''} ${isTaken ? '' : 'is-left'}`}
      role="option"
      aria-selected={isTaken}
      aria-posinset={place + 1}
      aria-setsize={count}
      style={{ top }}
      onMouseDown={onPress}
      onDoubleClick={onToggle}
    >
      <span className={isTaken ? 'check is-on' : 'check'} aria-hidden="true" onClick={onToggle}>
        <span className="box">
          <Check className="i" />
        </span>
      </span>
      {difference && <Words {...difference} />}
    </div>
  );
}

function Words({ kind, of, label, quote, title, annotator, changes }: Difference) {
  const Icon = icons[kind];
  return (
    <>
      <span className="difference-kind">
        <Icon className="i i-12" aria-hidden="true" />
        {words.row(kind)}
      </span>
      <span className="stack">
        <span className="row">
          <bdi className="difference-label">{of === 'relation' ? `${words.relation} ${label}` : label}</bdi>
          <bdi className="theirs trunc">{shortQuote(quote)}</bdi>
          {changes.length > 0 && <span className="hint difference-what">{words.changes(changes)}</span>}
        </span>
        <span className="row hint">
          <bdi className="trunc">{title}</bdi>
          {annotator !== '' && <bdi className="difference-by">{annotator}</bdi>}
        </span>
      </span>
    </>
  );
}
