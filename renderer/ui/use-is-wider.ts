import { useEffect, useState, type RefObject } from 'react';

/** Whether what an element holds is wider than its place, so that it scrolls sideways. */
export function useIsWider(element: RefObject<HTMLElement | null>): boolean {
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const shown = element.current;
    if (!shown) return;
    const measure = () => setWider(shown.scrollWidth > shown.clientWidth);
    const watcher = new ResizeObserver(measure);
    watcher.observe(shown);
    for (const child of shown.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, [element]);
  return isWider;
}
