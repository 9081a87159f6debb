import { useEffect, useEffectEvent, type RefObject } from 'react';
import { letterOfKey } from '../../../ui/letter-of-key.ts';

export type CheckKey =
  | 'accept'
  | 'reject'
  | 'correct'
  | 'unsure'
  | 'missing'
  | 'rule'
  | 'comment'
  | 'next'
  | 'previous'
  | 'give-up'
  | 'start-earlier'
  | 'start-later'
  | 'end-earlier'
  | 'end-later'
  | { number: number };

const lettered: Readonly<Record<string, CheckKey>> = {
  Y: 'accept',
  N: 'reject',
  E: 'correct',
  U: 'unsure',
  M: 'missing',
  R: 'rule',
  C: 'comment',
  J: 'next',
  K: 'previous',
};
const signs: Readonly<Record<string, CheckKey>> = {
  Escape: 'give-up',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  '+': 'end-later',
  '=': 'end-later',
  '-': 'end-earlier',
  '<': 'start-earlier',
  ',': 'start-earlier',
  '>': 'start-later',
  '.': 'start-later',
};

/** What is typed in has all keys but Esc; what is chosen from has the arrows. */
const typedIn = 'input, select, textarea';
const chosenFrom = '[role="radiogroup"] *, [role="menu"] *';

/** Keys that check, wherever the focus is in the tab, or nowhere. `press`: false where the key means nothing now. */
export function useCheckKeys(root: RefObject<HTMLElement | null>, press: (key: CheckKey) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof Element)) return;
    if (target.matches(typedIn) && event.key !== 'Escape') return;
    if (target !== document.body && !root.current?.contains(target)) return;
    const key = /^[1-9]$/u.test(event.key)
      ? { number: Number(event.key) }
      : (signs[event.key] ?? lettered[letterOfKey(event) ?? '']);
    if (key === undefined || (event.key.startsWith('Arrow') && (event.shiftKey || target.matches(chosenFrom)))) return;
    const mayRepeat = key === 'next' || key === 'previous';
    if ((!event.repeat || mayRepeat) && !press(key)) return;
    event.preventDefault(); // a decision whose key is held is made once
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
