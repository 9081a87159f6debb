import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { useStatus } from '../../api/queries.ts';
import { drawWith } from '../../ui/draw-with.ts';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { Empty } from '../../ui/Empty.tsx';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { BulkBar } from './BulkBar.tsx';
import { InUseDialog } from './InUseDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { ListRow } from './ListRow.tsx';
import { ListTools } from './ListTools.tsx';
import { RemoveManyDialog } from './RemoveManyDialog.tsx';
import { useBulk } from './use-bulk.ts';
import { useChoosing } from './use-choosing.ts';
import { useListed, type ListingState } from './use-listed.ts';
import '../../styles/annotation-list.css';

type Props = {
  annotations: Annotation[];
  labels: Label[];
  isOpen: boolean;
  /** Index of the one that is in sight first. */
  startAt: number;
  listing: ListingState;
  onFocus(uid: string): void;
};

const ROW = 28;
const FIRST_ROWS = 24;
const idOf = (row: number) => `listed-${row}`;

/** All annotations of the article: sorted, filtered, chosen in numbers; Enter or a click brings one into focus. */
export function AnnotationList({ annotations, labels, isOpen, startAt, listing, onFocus }: Props) {
  const status = useStatus();
  const { entity: entityKey } = useCommandKeys();
  const rows = useListed(annotations, listing.listing, status?.annotator ?? null);
  const [first] = useState(() => Math.max(0, rows.indexOf(annotations[startAt]!)));
  const choosing = useChoosing(rows, first);
  const { active } = choosing;
  const [isLinking, setLinking] = useState(false);
  const bulk = useBulk(choosing.clear);
  const byName = useMemo(() => new Map(labels.map((label) => [label.name, label])), [labels]);
  const chosen = useMemo(() => rows.filter(({ uid }) => choosing.chosen.has(uid)), [rows, choosing.chosen]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    rangeExtractor: drawWith(active),
    initialOffset: Math.max(0, (first - FIRST_ROWS / 2) * ROW),
    initialRect: { width: 0, height: FIRST_ROWS * ROW }, // rows are there at once
  });

  const end = rows.length - 1;
  const goTo = (row: number, isExtending: boolean) => {
    const target = Math.min(end, Math.max(0, row));
    choosing.goTo(target, isExtending);
    virtual.scrollToIndex(target);
  };
  const chooseAll = () => choosing.choose(chosen.length === rows.length ? [] : rows);
  const remove = () => bulk.remove(chosen.length > 0 ? chosen : rows.slice(active, active + 1));
  const canWrite = status?.mode === 'write' && bulk.running === 0;

  /** What is done to the chosen by a letter; whether there is such a thing. */
  const doByLetter = (letter: string | undefined): boolean => {
    if (chosen.length === 0 || letter === undefined || !canWrite) return false;
    const label = labels.find(({ key, retired }) => key === letter && !retired);
    if (label) bulk.relabel(chosen, label.name);
    else if (letter === entityKey) setLinking(true);
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const isWithCtrl = event.ctrlKey || event.metaKey;
    const target = findRowForKey(event.key, {
      active,
      count: rows.length,
      rowHeight: ROW,
      viewHeight: scroller.current?.clientHeight ?? ROW,
    });
    const letter = letterOfKey(event);
    if (target !== undefined) goTo(target, event.shiftKey);
    else if (event.key === ' ') choosing.toggle(active);
    else if (event.key === 'Enter') onFocus(rows[active]!.uid);
    else if (event.key === 'Escape' && chosen.length > 0) choosing.clear();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && canWrite) remove();
    else if (isWithCtrl && letter === 'A') chooseAll();
    else if (isWithCtrl || !doByLetter(letter)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (place: number, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    if (shiftKey) choosing.goTo(place, true);
    else if (ctrlKey || metaKey) choosing.toggle(place);
    else onFocus(rows[place]!.uid);
  };

  if (!isOpen) return null;
  if (annotations.length === 0) {
    const keys = labels.flatMap(({ key }) => key ?? []).join(', ');
    return <Empty title={inspectorMessages.emptyTitle}>{inspectorMessages.empty(keys)}</Empty>;
  }
  return (
    <>
      <ListTools annotations={annotations} labels={labels} shown={rows.length} {...listing} />
      {chosen.length > 0 && (
        <BulkBar
          chosen={chosen}
          rows={rows}
          labels={labels}
          bulk={bulk}
          isOff={!canWrite}
          onChoose={choosing.choose}
          onClear={choosing.clear}
          onLink={() => setLinking(true)}
        />
      )}
      {rows.length === 0 ? (
        <p className="hint insp-none">{words.nothingFound}</p>
      ) : (
        <div
          ref={scroller}
          className="pane-scroll listed"
          role="listbox"
          aria-label={inspectorMessages.all}
          aria-multiselectable="true"
          aria-activedescendant={idOf(active)}
          title={words.keys}
          tabIndex={0}
          data-annotation-list
          onKeyDown={press}
        >
          <div className="virtual" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => (
              <ListRow
                key={rows[index]!.uid}
                id={idOf(index)}
                annotation={rows[index]!}
                label={byName.get(rows[index]!.label)}
                sort={listing.listing.sort}
                top={start}
                place={index}
                count={rows.length}
                isActive={index === active}
                isChosen={choosing.chosen.has(rows[index]!.uid)}
                onPress={(event) => click(index, event)}
                onToggle={() => choosing.toggle(index)}
              />
            ))}
          </div>
        </div>
      )}
      {isLinking && (
        <LinkDialog
          annotations={chosen}
          onClose={() => setLinking(false)}
          onLink={(entity) => {
            setLinking(false);
            bulk.link(chosen, entity);
          }}
        />
      )}
      {bulk.question?.why === null && <RemoveManyDialog count={bulk.question.own.length} onAnswer={bulk.answer} />}
      {bulk.question && bulk.question.why !== null && <InUseDialog why={bulk.question.why} onAnswer={bulk.answer} />}
    </>
  );
}
