import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderScroll } from '../editor/reader-types.ts';

export type View = 'annotate' | 'search' | 'entities' | 'dataset';

/** Where a person is. It stands in the fragment of the address, so that a reload goes on there. */
export type Place = { view: View; article: string | null; scroll: ReaderScroll | null };

const start: Place = { view: 'annotate', article: null, scroll: null };

/** `#/annotate/<article>/<offset>/<pixels above>`; the start for anything else. */
export function parsePlace(fragment: string): Place {
  const [, view, article, offset, above] =
    /^#\/(annotate|search|entities|dataset)(?:\/([0-9a-f-]{36}))?(?:\/(\d{1,9})\/(\d{1,9}))?$/.exec(fragment) ?? [];
  if (view === undefined) return start;
  return {
    view: view as View,
    article: article ?? null,
    scroll: offset === undefined ? null : { offset: Number(offset), above: Number(above) },
  };
}

export function toFragment({ view, article, scroll }: Place): string {
  const parts = [
    view,
    ...(article === null ? [] : [article, ...(scroll ? [scroll.offset, Math.max(0, Math.round(scroll.above))] : [])]),
  ];
  return `#/${parts.join('/')}`;
}

/** The place, kept in the address; the browser's own Back and Forward go between articles. */
export function usePlace() {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  const latest = useRef(place);

  useEffect(() => {
    const read = () => {
      latest.current = parsePlace(location.hash);
      setPlace(latest.current);
    };
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);

  const go = useCallback((changes: Partial<Place>, how: 'push' | 'replace' = 'push') => {
    latest.current = { ...latest.current, ...changes };
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', toFragment(latest.current));
    setPlace(latest.current);
  }, []);

  /** The address follows the scrolling; nothing is drawn anew for it. */
  const keepScroll = useCallback((scroll: ReaderScroll) => {
    latest.current = { ...latest.current, scroll };
    history.replaceState(null, '', toFragment(latest.current));
  }, []);

  return { place, go, keepScroll };
}
