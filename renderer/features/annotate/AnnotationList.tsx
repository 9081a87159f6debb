import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { numberWords } from '#shared/messages/en/ui';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { letterOf, quoteOf } from './use-annotations.ts';

type Sort = keyof typeof inspectorMessages.sorts;
type Props = {
  annotations: Annotation[];
  labels: Label[];
  isOpen: boolean;
  /** Index of the one that is in sight first. */
  startAt: number;
  onFocus(uid: string): void;
};

const sorts = (['place', 'label', 'text'] as const).map((value) => ({ value, name: inspectorMessages.sorts[value] }));
const ROW = 28;
const FIRST_ROWS = 24;
const text = new Intl.Collator();

const orders: Record<Sort, (a: Annotation, b: Annotation) => number> = {
  place: () => 0, // they come in reading order
  label: (a, b) => text.compare(a.label, b.label),
  text: (a, b) => text.compare(quoteOf(a), quoteOf(b)),
};

/** All annotations of the article; choosing one brings it into focus. */
export function AnnotationList({ annotations, labels, isOpen, startAt, onFocus }: Props) {
  const [sort, setSort] = useState<Sort>('place');
  const [only, setOnly] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const byName = useMemo(() => new Map(labels.map((label) => [label.name, label])), [labels]);
  const rows = useMemo(
    () => annotations.filter(({ label }) => only === null || label === only).toSorted(orders[sort]),
    [annotations, only, sort],
  );

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialOffset: Math.max(0, (startAt - FIRST_ROWS / 2) * ROW),
    initialRect: { width: 0, height: FIRST_ROWS * ROW }, // rows are there at once, to be given the focus
  });

  if (!isOpen) return null;
  if (annotations.length === 0) {
    const keys = labels.flatMap(({ key }) => key ?? []).join(', ');
    return <Empty title={inspectorMessages.emptyTitle}>{inspectorMessages.empty(keys)}</Empty>;
  }
  const present = labels.filter(({ name }) => annotations.some(({ label }) => label === name));
  return (
    <>
      <div className="insp-tools">
        <Choice<Sort> label={inspectorMessages.sort} value={sort} options={sorts} onChoose={setSort} />
        {present.length > 1 && (
          <Choice
            label={inspectorMessages.labelFilter}
            value={only ?? ''}
            options={[
              { value: '', name: inspectorMessages.allLabels },
              ...present.map((label) => ({
                value: label.name,
                name: (
                  <>
                    <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
                    <span className="vh">{label.name}</span>
                  </>
                ),
              })),
            ]}
            onChoose={(name) => setOnly(name === '' ? null : name)}
          />
        )}
      </div>
      <div ref={scroller} className="pane-scroll">
        {rows.length === 0 && <p className="hint insp-none">{inspectorMessages.nothingFound}</p>}
        <ul className="virtual" style={{ height: virtual.getTotalSize() }} aria-label={inspectorMessages.all}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const annotation = rows[index]!;
            const label = byName.get(annotation.label);
            return (
              <li
                key={annotation.uid}
                className="virtual-row"
                style={{ top: start }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                <button type="button" className="item insp-row" onClick={() => onFocus(annotation.uid)}>
                  {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
                  <span className="vh">{annotation.label}: </span>
                  <bdi className="quote trunc grow">{quoteOf(annotation)}</bdi>
                  <span className="muted num">{numberWords(annotation.spans[0]!.start)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
