import { useEffect, useEffectEvent, type RefObject } from 'react';
import { letterOfKey } from '../../../ui/letter-of-key.ts';

export type SettleKey = 'left' | 'right' | 'both' | 'neither' | 'new' | 'unsure' | 'next' | 'previous';

const named: Readonly<Record<string, SettleKey>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  '0': 'neither',
  Enter: 'new',
};
const lettered: Readonly<Record<string, SettleKey>> = { B: 'both', U: 'unsure', J: 'next', K: 'previous' };

/** What has keys of its own: what is typed in has all, what is pressed has Enter, what is chosen from has the arrows too. */
const typedIn = 'input, select, textarea';
const pressed = 'button, a';
const chosenFrom = '[role="radiogroup"] *';

/** Keys that decide, wherever the focus is in the tab, or nowhere. `press`: false where the key means nothing now. */
export function useSettleKeys(root: RefObject<HTMLElement | null>, press: (key: SettleKey) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof Element) || target.matches(typedIn)) return;
    if (target !== document.body && !root.current?.contains(target)) return;
    const key = named[event.key] ?? lettered[letterOfKey(event) ?? ''];
    if (key === undefined || (key === 'new' && target.matches(pressed))) return;
    if ((key === 'left' || key === 'right') && target.matches(chosenFrom)) return;
    if (!event.repeat && !press(key)) return;
    event.preventDefault(); // a key that is held does it once
  });
  useEffect(() => {
    // before the keys of the whole window, after those of what has the focus
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
