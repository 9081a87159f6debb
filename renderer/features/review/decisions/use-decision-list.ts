import { useRef, useState } from 'react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { DecisionFilter, DecisionOnWork } from '#shared/domain/decision';
import { checkQueries, DECISIONS_IN_PAGE } from '../../../api/queries-check.ts';
import { drawWith } from '../../../ui/draw-with.ts';
import { keyOf } from './DecisionRow.tsx';

/** Height of a row, in pixels. */
export const ROW = 64;
const toPage = (at: number) => Math.floor(at / DECISIONS_IN_PAGE);

/** The decisions that a filter means; only what is in sight, and the one in focus, is in the page and asked for. */
export function useDecisionList(wish: DecisionFilter) {
  const first = useQuery({ ...checkQueries.decisions(wish, 0), placeholderData: keepPreviousData });
  const filter = first.data?.filter ?? wish;
  const total = first.data?.total ?? 0;
  const [chosen, setChosen] = useState<{ at: number; key: string | null }>({ at: 0, key: null });
  const wanted = Math.max(0, Math.min(chosen.at, total - 1));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    rangeExtractor: drawWith(wanted),
  });
  const inSight = virtual.getVirtualItems();
  const pages = [...new Set([wanted, ...inSight.map(({ index }) => index)].map(toPage))];
  const loaded = useQueries({ queries: pages.map((page) => checkQueries.decisions(filter, page)) });
  const findAt = (at: number): DecisionOnWork | undefined =>
    loaded[pages.indexOf(toPage(at))]?.data?.items[at % DECISIONS_IN_PAGE];

  /** Where what is chosen is now: a newer decision moves it down. What is there no more leaves its place to the next. */
  const findChosen = (): number => {
    const there = findAt(wanted);
    if (chosen.key === null || !there || keyOf(there) === chosen.key) return wanted;
    for (const [n, page] of pages.entries()) {
      const at = loaded[n]?.data?.items.findIndex((each) => keyOf(each) === chosen.key) ?? -1;
      if (at >= 0) return page * DECISIONS_IN_PAGE + at;
    }
    return wanted;
  };
  const at = findChosen();
  const goTo = (next: number) => {
    const target = Math.max(0, Math.min(next, total - 1));
    const there = findAt(target);
    setChosen({ at: target, key: there ? keyOf(there) : null });
    virtual.scrollToIndex(target);
  };
  return {
    data: first.data,
    error: first.error ?? loaded.find(({ error }) => error !== null)?.error ?? null,
    total,
    scroller,
    rows: inSight.map(({ index, start }) => ({ index, start, decision: findAt(index) })),
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    at,
    focused: findAt(at) ?? null,
    goTo,
  };
}
