import { Check } from 'lucide-react';
import type { PropagationHit } from '#shared/domain/propagation';
import { libraryMessages } from '#shared/messages/en/library';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';

type Props = {
  id: string;
  hit: PropagationHit;
  top: number;
  place: number;
  count: number;
  isActive: boolean;
  isAccepted: boolean;
  onPress(): void;
  onToggle(): void;
};

const toLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** One place: where it is, and the name between what goes before and after, set in the direction that they are read in. */
export function PlaceRow({ id, hit, top, place, count, isActive, isAccepted, onPress, onToggle }: Props) {
  const direction = findLineDirection(hit);
  return (
    <div
      id={id}
      className={`virtual-row hit prop-row ${isActive ? 'is-active' : ''} ${isAccepted ? '' : 'is-skipped'}`}
      role="option"
      aria-selected={isAccepted}
      aria-posinset={place + 1}
      aria-setsize={count}
      title={hit.title}
      style={{ top }}
      onMouseDown={onPress}
      onDoubleClick={onToggle}
    >
      <span className={isAccepted ? 'check is-on' : 'check'} aria-hidden="true" onClick={onToggle}>
        <span className="box">
          <Check className="i" />
        </span>
      </span>
      <span className="hit-from">
        <bdi className="trunc">{hit.outlet ?? libraryMessages.outletUnknown}</bdi>
        {hit.date !== null && <span className="tnum">{dateWords(hit.date)}</span>}
      </span>
      <span className="hit-words" dir={direction}>
        <span className="hit-left">
          <bdi dir={direction}>{toLine(hit.left)}</bdi>
        </span>
        <span className="hit-right">
          <mark>{toLine(hit.match)}</mark>
          {toLine(hit.right)}
        </span>
      </span>
      <span className="hint">{hit.tagged === null ? '' : words.tagged}</span>
    </div>
  );
}
