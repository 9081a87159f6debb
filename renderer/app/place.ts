import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReaderScroll } from '../editor/reader-types.ts';
import { compareTabs, type ComparePlace, type CompareTab } from '../features/compare/compare-props.ts';

export const views = ['annotate', 'compare', 'search', 'entities', 'dataset'] as const;
export type View = (typeof views)[number];

/** Where a person is. It stands in the fragment of the address, so that a reload goes on there. */
export type Place = { view: View; article: string | null; scroll: ReaderScroll | null; compare: ComparePlace };

const noComparison: ComparePlace = { tab: 'articles', choice: '' };
const start: Place = { view: 'annotate', article: null, scroll: null, compare: noComparison };

const pattern = new RegExp(
  `^#/(?<view>${views.join('|')})(?:/(?<tab>${compareTabs.join('|')}))?(?:/(?<article>[0-9a-f-]{36}))?` +
    String.raw`(?:/(?<offset>\d{1,9})/(?<above>\d{1,9}))?(?:\?(?<choice>.*))?$`,
);

/**
 * `#/annotate/<article>/<offset>/<pixels above>`, `#/compare/<tab>/<article>?<choice>`; the start for anything else. What is set
 * against what is `known` from before where the view is not Compare.
 */
export function parsePlace(fragment: string, known = noComparison): Place {
  const { view, tab, article, offset, above, choice } = pattern.exec(fragment)?.groups ?? {};
  const isComparing = view === 'compare';
  if (view === undefined || (!isComparing && (tab ?? choice) !== undefined)) return { ...start, compare: known };
  return {
    view: view as View,
    article: article ?? null,
    scroll: offset === undefined ? null : { offset: Number(offset), above: Number(above) },
    compare: isComparing ? { tab: (tab as CompareTab | undefined) ?? known.tab, choice: choice ?? '' } : known,
  };
}

export function toFragment({ view, article, scroll, compare }: Place): string {
  const parts = [
    view,
    ...(view === 'compare' ? [compare.tab] : []),
    ...(article === null ? [] : [article, ...(scroll ? [scroll.offset, Math.max(0, Math.round(scroll.above))] : [])]),
  ];
  const asked = view === 'compare' && compare.choice !== '' ? `?${compare.choice}` : '';
  return `#/${parts.join('/')}${asked}`;
}

/** Whether there is a place to go back to, and one to go forward to. */
export type Trail = { back: boolean; forward: boolean };

const readAt = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'at' in state && typeof state.at === 'number' ? state.at : 0;

/** The browser knows what is ahead after a reload too; what is behind may be another page's. */
const readTrail = () => ({ at: readAt(history.state), isLast: 'navigation' in window && !navigation.canGoForward });

/** The place, kept in the address; Back and Forward, the browser's own or ours, go between articles and views. */
export function usePlace() {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  const [{ at, isLast }, setTrail] = useState(readTrail);
  const latest = useRef(place);

  useEffect(() => {
    const read = () => {
      latest.current = parsePlace(location.hash, latest.current.compare);
      setTrail(readTrail);
      setPlace(latest.current);
    };
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);

  const go = useCallback((changes: Partial<Place>, how: 'push' | 'replace' = 'push') => {
    const before = latest.current;
    const next = { ...before, ...changes };
    const isSame = next.view === before.view && next.article === before.article && next.compare === before.compare;
    if (how === 'push' && isSame) return; // Back would seem to do nothing
    latest.current = next;
    const now = readAt(history.state) + (how === 'push' ? 1 : 0);
    history[how === 'push' ? 'pushState' : 'replaceState']({ at: now }, '', toFragment(latest.current));
    if (how === 'push') setTrail({ at: now, isLast: true });
    setPlace(latest.current);
  }, []);

  /** The address follows the scrolling; nothing is drawn anew for it. */
  const keepScroll = useCallback((scroll: ReaderScroll) => {
    latest.current = { ...latest.current, scroll };
    history.replaceState(history.state, '', toFragment(latest.current));
  }, []);

  const trail = useMemo<Trail>(() => ({ back: at > 0, forward: !isLast }), [at, isLast]);
  return { place, trail, go, keepScroll };
}
