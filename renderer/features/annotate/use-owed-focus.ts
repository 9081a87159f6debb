import { useLayoutEffect, type RefObject } from 'react';

/** Whether the next text that comes gets the focus: it was asked for, or the one before had it and went away with it. */
export type OwedFocus = 'asked' | 'lost' | null;

/** Gives a text that has come what is owed, and notes when it goes whether it, or the Inspector beside it, had the focus. */
export function useOwedFocus(
  owedRef: RefObject<OwedFocus>,
  textRef: RefObject<HTMLElement | null>,
  take: () => void,
): void {
  useLayoutEffect(() => {
    const owed = owedRef.current;
    owedRef.current = null;
    if (owed === 'asked' || (owed === 'lost' && document.activeElement === document.body)) take();
    const section = textRef.current?.closest('section');
    return () => {
      const parts = [section, section?.nextElementSibling];
      if (parts.some((part) => part?.contains(document.activeElement))) owedRef.current = 'lost';
    };
  }, [owedRef, textRef, take]);
}
