import { useSyncExternalStore } from 'react';

const SHOWN_MS = 10_000;

let said = { text: '', count: 0 };
let fading: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says something in passing: seen in the status bar and read out, without taking the focus. */
export function announce(text: string): void {
  show(text);
  clearTimeout(fading);
  fading = setTimeout(() => show(''), SHOWN_MS);
}

function show(text: string): void {
  said = { text, count: said.count + 1 };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where what is said in passing appears; once in the page. */
export function Announcer() {
  const { text, count } = useSyncExternalStore(subscribe, () => said);
  return (
    <span role="status" className="announcer">
      <span key={count} className="trunc" title={text}>
        {text}
      </span>
    </span>
  );
}
