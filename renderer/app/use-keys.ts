import { useEffect, useEffectEvent } from 'react';
import { findLabelKey, findShortcut, isForFields, toKeys, type Command, type KeyMap } from './keys.ts';

const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable="true"]';

/** Whether a person is typing there. */
export const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches(FIELDS);

/** Whether something lies over the page that has its own keys. */
const isCovered = () =>
  // beside the app, not in it: a large text would be gone through at each key
  Array.from(document.body.children).some(
    (part) =>
      part.id !== 'root' && part.querySelector(':is(.dialog, .popover, [role="menu"]):not([data-closed])') !== null,
  );

/** Keys of the whole window; none of them works in a dialog, few in a field. */
export function useKeys(keyMap: KeyMap, run: (command: Command) => void, tag: (key: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const shortcut = findShortcut(event, keyMap);
    if (isCovered()) {
      // the browser would open a file in the place of the page
      if (shortcut?.inFields && (event.ctrlKey || event.metaKey)) event.preventDefault();
      return;
    }
    if (isField(event.target) && !(shortcut?.inFields && isForFields(toKeys(event)))) return;
    const letter = shortcut ? undefined : findLabelKey(event);
    if (!shortcut && letter === undefined) return;
    event.preventDefault(); // the browser would lay out the page once more for its keypress
    if (shortcut) event.stopImmediatePropagation(); // the list of notices has F6 for itself otherwise
    if (event.repeat) return; // a key that is held does it once
    if (shortcut) run(shortcut.command);
    else if (letter !== undefined) tag(letter);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
