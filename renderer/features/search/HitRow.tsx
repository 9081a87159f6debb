import { Check } from 'lucide-react';
import type { AnnotationHit, SearchHit } from '#shared/domain/search';
import { libraryMessages } from '#shared/messages/en/library';
import { searchMessages as words } from '#shared/messages/en/search';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import { toLine } from './to-table.ts';

type Props = {
  id: string;
  hit: SearchHit | AnnotationHit;
  top: number;
  place: number;
  count: number;
  isActive: boolean;
  isChosen: boolean;
  onPress(isExtending: boolean): void;
  onToggle(): void;
  onOpen(): void;
};

/** One hit: where it is from, and its words between what goes before and after, set in the direction that they are read in. */
export function HitRow({ id, hit, top, place, count, isActive, isChosen, onPress, onToggle, onOpen }: Props) {
  const [left, match, right] = [hit.left, hit.match, hit.right].map(toLine) as [string, string, string];
  const direction = findLineDirection(hit);
  const outlet = hit.outlet ?? libraryMessages.outletUnknown;
  return (
    <div
      id={id}
      className={isActive ? 'virtual-row hit is-active' : 'virtual-row hit'}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={count}
      title={hit.title}
      style={{ top }}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault(); // the browser would select words
        onPress(event.shiftKey);
      }}
      onClick={(event) => (event.ctrlKey || event.metaKey) && onToggle()}
      onDoubleClick={onOpen}
    >
      <span className={isChosen ? 'check is-on' : 'check'} aria-hidden="true" onClick={onToggle}>
        <span className="box">
          <Check className="i" />
        </span>
      </span>
      <span className="hit-from">
        <bdi className="trunc">{outlet}</bdi>
        {hit.date !== null && <span className="tnum">{dateWords(hit.date)}</span>}
      </span>
      <span className="hit-words" dir={direction}>
        <span className="hit-left">
          <bdi dir={direction}>{left}</bdi>
        </span>
        <span className="hit-right">
          <mark>{match}</mark>
          {right}
        </span>
      </span>
      {hit.where === 'title' && <span className="hint hit-title">{words.inTitle}</span>}
      {'annotation' in hit && (
        <span className="hint hit-what trunc">
          {hit.label}
          {hit.entity !== null && <bdi> · {hit.entity}</bdi>}
        </span>
      )}
    </div>
  );
}
