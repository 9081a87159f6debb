import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words } from '#shared/messages/en/compare-articles';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import type { ArticlePair, ShownWords, TabProps } from './compare-props.ts';
import { Gutter } from './Gutter.tsx';
import { listUndrawn, toJoinKey, type GutterItem, type PairMode } from './gutter-items.ts';
import { listCopyNotes } from './copy-notes.ts';
import { SideMark } from './SideMark.tsx';
import type { Pair } from './use-pair.ts';

type Props = {
  pair: ArticlePair;
  shown: Pair;
  mode: PairMode;
  items: readonly GutterItem[];
  isInspected: boolean;
  onInspect(): void;
  renderReader: TabProps['renderReader'];
};

const sides: readonly SideName[] = ['a', 'b'];
const otherOf = (side: SideName): SideName => (side === 'a' ? 'b' : 'a');

/** Two texts side by side, both live, with what joins them between. Keys go to the one that had the focus last. */
export function PairReaders({ pair, shown, mode, items, isInspected, onInspect, renderReader }: Props) {
  const [active, setActive] = useState<SideName>('a');
  const [toShow, setToShow] = useState<Record<SideName, ShownWords | null>>({ a: null, b: null });
  const box = useRef<HTMLDivElement>(null);
  const readers = { a: useRef<ReaderHandle>(null), b: useRef<ReaderHandle>(null) };
  const { compared, annotations, texts, labels, lit, join, focus, heeded } = shown;
  const undrawn = useMemo(() => listUndrawn(compared, mode), [compared, mode]);

  /** The other text goes to what belongs to what is in focus here, unless some of it is in sight. */
  const follow = useEffectEvent(() => {
    if (!focus) return;
    const other = otherOf(focus.side);
    const reader = readers[other].current;
    const view = box.current!.getBoundingClientRect();
    if (!reader) return;
    const here = annotations[focus.side].find(({ uid }) => uid === focus.annotation);
    const isJoined = join !== null && join[focus.side].claim === focus.annotation;
    const there = isJoined
      ? [join[other].start]
      : annotations[other].flatMap(({ entityUid, spans }) =>
          entityUid !== null && entityUid === here?.entityUid ? [spans[0]!.start] : [],
        );
    const isSeen = there.some((start) => {
      const { top, bottom } = reader.measure(start);
      return top >= view.top && bottom <= view.bottom;
    });
    if (there.length > 0 && !isSeen) reader.scrollTo(there[0]!);
  });
  useEffect(() => follow(), [heeded]);

  const light = useEffectEvent(() => {
    const colour = labels.find(({ name }) => name === lit?.label)?.colour ?? 'actor';
    for (const side of sides) {
      const means = annotations[side].filter(({ entityUid }) => lit !== null && entityUid === lit.entity);
      readers[side].current?.showLit(
        means.flatMap(({ spans }) => spans),
        colour,
      );
    }
  });
  useEffect(() => light(), [lit, annotations.a, annotations.b, texts.a, texts.b]);

  const note = useEffectEvent(() => {
    for (const side of sides) {
      const [here, there] = [texts[side], texts[otherOf(side)]];
      if (here && there) readers[side].current?.noteBlocks(listCopyNotes(compared?.copies ?? [], side, there));
    }
  });
  useEffect(() => note(), [compared, texts.a, texts.b]);

  const goToBoth = (item: GutterItem) => {
    const toWords = (side: SideName): ShownWords | null => {
      const end = item.ends[side];
      return end && { article: pair[side], annotation: end.annotation, start: end.start };
    };
    setToShow({ a: toWords('a'), b: toWords('b') });
    shown.chooseJoin(item.key);
  };

  return (
    <div ref={box} className="duo" data-inspected={isInspected}>
      {sides.map((side) => (
        <div key={side} className="duo-side" data-side={side} onFocusCapture={() => setActive(side)}>
          {renderReader({
            side,
            article: pair[side],
            name: words.text(side),
            mark: <SideMark side={side} />,
            isActive: active === side,
            isInspected,
            onInspect: () => flushSync(onInspect),
            onFocus: (annotation) => shown.comeTo(side, annotation),
            undrawn,
            toShow: toShow[side],
            onShown: () => setToShow((before) => ({ ...before, [side]: null })),
            reader: readers[side],
          })}
        </div>
      ))}
      <Gutter items={items} readers={readers} current={join && toJoinKey(join)} onGo={goToBoth} />
    </div>
  );
}
