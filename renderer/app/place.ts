import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReaderScroll } from '../editor/reader-types.ts';
import { compareTabs, type ComparePlace, type CompareTab } from '../features/compare/compare-props.ts';
import { reviewTabs, type ReviewTab } from '../features/review/review-props.ts';

export const views = ['annotate', 'review', 'compare', 'search', 'entities', 'dataset'] as const;
export type View = (typeof views)[number];

/** Where a person is. It stands in the fragment of the address, so that a reload goes on there. */
export type Place = {
  view: View;
  article: string | null;
  scroll: ReaderScroll | null;
  compare: ComparePlace;
  review: ReviewTab;
};

const noComparison: ComparePlace = { tab: 'articles', choice: '' };
const start: Place = { view: 'annotate', article: null, scroll: null, compare: noComparison, review: 'check' };

/** What a view remembers while another is shown. */
type Known = Pick<Place, 'compare' | 'review'>;

const pattern = new RegExp(
  `^#/(?<view>${views.join('|')})(?:/(?<tab>${[...compareTabs, ...reviewTabs].join('|')}))?(?:/(?<article>[0-9a-f-]{36}))?` +
    String.raw`(?:/(?<offset>\d{1,9})/(?<above>\d{1,9}))?(?:\?(?<choice>.*))?$`,
);

/**
 * `#/annotate/<article>/<offset>/<pixels above>`, `#/review/<tab>/<article>`, `#/compare/<tab>/<article>?<choice>`; the start for
 * anything else. What another view shows is `known` from before.
 */
export function parsePlace(fragment: string, known: Known = start): Place {
  const { view, tab, article, offset, above, choice } = pattern.exec(fragment)?.groups ?? {};
  const isComparing = view === 'compare';
  const isTab = (tabs: readonly string[]) => tab === undefined || tabs.includes(tab);
  const fits = isComparing ? isTab(compareTabs) : choice === undefined && isTab(view === 'review' ? reviewTabs : []);
  if (view === undefined || !fits) return { ...start, ...known };
  return {
    view: view as View,
    article: article ?? null,
    scroll: offset === undefined ? null : { offset: Number(offset), above: Number(above) },
    compare: isComparing
      ? { tab: (tab as CompareTab | undefined) ?? known.compare.tab, choice: choice ?? '' }
      : known.compare,
    review: view === 'review' ? ((tab as ReviewTab | undefined) ?? known.review) : known.review,
  };
}

export function toFragment({ view, article, scroll, compare, review }: Place): string {
  const parts = [
    view,
    ...(view === 'compare' ? [compare.tab] : view === 'review' ? [review] : []),
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
      latest.current = parsePlace(location.hash, latest.current);
      setTrail(readTrail);
      setPlace(latest.current);
    };
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);

  const go = useCallback((changes: Partial<Place>, how: 'push' | 'replace' = 'push') => {
    const before = latest.current;
    const next = { ...before, ...changes };
    const isSame =
      next.view === before.view &&
      next.article === before.article &&
      next.compare === before.compare &&
      next.review === before.review;
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
