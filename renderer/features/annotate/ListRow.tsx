import type { MouseEvent } from 'react';
import { Check } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotationStateWords } from '#shared/messages/en/annotate';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { Sign } from '../../ui/Sign.tsx';
import { quoteOf } from './use-annotations.ts';
import type { Sort } from './use-listed.ts';

type Props = {
  id: string;
  annotation: Annotation;
  label: Label | undefined;
  sort: Sort;
  top: number;
  place: number;
  count: number;
  isActive: boolean;
  isChosen: boolean;
  onPress(event: MouseEvent): void;
  onToggle(): void;
};

/** One annotation of the list; what it is sorted by stands at its end. */
export function ListRow({ annotation, label, sort, top, place, ...row }: Props) {
  const { id, count, isActive, isChosen, onPress, onToggle } = row;
  return (
    <div
      id={id}
      className={isActive ? 'virtual-row item insp-row is-active' : 'virtual-row item insp-row'}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={count}
      style={{ top }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()} // the browser would select words
      onClick={onPress}
    >
      <span
        className={isChosen ? 'check is-on' : 'check'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <span className="box">
          <Check className="i" />
        </span>
      </span>
      {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
      <span className="vh">{annotation.label}: </span>
      <bdi className="quote trunc grow">{quoteOf(annotation)}</bdi>
      <bdi className="muted num trunc list-aside">{toAside(annotation, sort)}</bdi>
    </div>
  );
}

function toAside({ spans, entity, state, annotator }: Annotation, sort: Sort): string {
  switch (sort) {
    case 'entity':
      return entity ?? words.noEntity;
    case 'state':
      return annotationStateWords[state];
    case 'annotator':
      return annotator;
    case 'place':
    case 'label':
    case 'text':
      return numberWords(spans[0]!.start);
  }
}
