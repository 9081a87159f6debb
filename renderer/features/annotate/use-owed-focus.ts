import { useLayoutEffect, type RefObject } from 'react';

/** What has to have the focus still for the next text that comes to get it; null where that is to leave it alone. */
export type OwedFocus = Element | null;

/**
 * Gives a text that has come what is owed, unless the person has gone on to something else meanwhile, whose keys it would
 * take; and notes when it goes whether it, or the Inspector beside it, had the focus.
 */
export function useOwedFocus(
  owedRef: RefObject<OwedFocus>,
  textRef: RefObject<HTMLElement | null>,
  take: () => void,
): void {
  useLayoutEffect(() => {
    const owed = owedRef.current;
    owedRef.current = null;
    if (owed !== null && (document.activeElement === owed || document.activeElement === document.body)) take();
    const section = textRef.current?.closest('section');
    return () => {
      const parts = [section, section?.nextElementSibling];
      if (parts.some((part) => part?.contains(document.activeElement))) owedRef.current = document.body;
    };
  }, [owedRef, textRef, take]);
}
