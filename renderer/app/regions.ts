import { useEffect, useEffectEvent, useRef } from 'react';

const TABBABLE = '[tabindex="0"], button:not([disabled], [tabindex="-1"]), input, select, textarea';

/**
 * Moves the focus to the next region of the window, or the previous. A region says where it begins with
 * `data-region-start`; else its first control is taken.
 */
export function goToRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const at = regions.findLastIndex((region) => region.contains(document.activeElement)); // the innermost of nested ones
  const from = at === -1 && by === -1 ? 0 : at;
  const next = regions[(from + by + regions.length) % regions.length];
  if (!next) return;
  enter(next);
}

function enter(region: HTMLElement): void {
  const entry =
    region.querySelector<HTMLElement>('[data-region-start], [role="document"]') ??
    region.querySelector<HTMLElement>(TABBABLE);
  if (!entry) region.tabIndex = -1; // a region in which nothing can be done yet is still read
  (entry ?? region).focus();
}

/**
 * Calls `enter` at the start, and after `place` has become another, or lies open again, where what had the focus went away with
 * what was there before. While something covers the place it is left alone.
 */
export function useFocusKept(place: string, isCovered: boolean, enter: () => void): void {
  const now = `${place} ${isCovered}`;
  const known = useRef('');
  const find = useEffectEvent(() => {
    if (!isCovered && document.activeElement === document.body) enter();
  });
  useEffect(() => {
    if (known.current === now) return;
    known.current = now;
    const frame = requestAnimationFrame(() => find()); // a dialog that closes gives the focus back before
    return () => cancelAnimationFrame(frame);
  }, [now]);
}

/** Gives the focus to the first region of the view. */
export function enterView(): void {
  const region = document.querySelector<HTMLElement>('main[data-region], main > [data-region]');
  if (region) enter(region);
}
