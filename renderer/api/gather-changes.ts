import type { GalleyEvent } from '#shared/api/contract';
import { whenSaved } from './save.ts';

type Changed = Extract<GalleyEvent, { type: 'changed' }>;

/** How long what a page shows may lag behind what was written while the machine is busy, in milliseconds. */
const MOST_LAG_MS = 30;

const merge = (a: Changed, b: Changed): Changed => ({
  type: 'changed',
  kinds: [...new Set([...a.kinds, ...b.kinds])],
  articles: [...new Set([...a.articles, ...b.articles])],
  annotations: a.annotations && b.annotations && [...new Set([...a.annotations, ...b.annotations])],
  fingerprint: b.fingerprint,
});

/**
 * Hands events on; changes come together and when the page has nothing better to do. What a person just did is answered
 * by its own call, and is drawn before the page asks again for all that hangs on it.
 */
export function gatherChanges(hear: (event: GalleyEvent) => void): (event: GalleyEvent) => void {
  let waiting: Changed | null = null;
  const flush = () => {
    const changed = waiting!;
    waiting = null;
    hear(changed);
  };
  return (event) => {
    if (event.type !== 'changed') return hear(event);
    if (waiting) waiting = merge(waiting, event);
    else {
      waiting = event;
      void whenSaved().then(() => requestIdleCallback(flush, { timeout: MOST_LAG_MS }));
    }
  };
}
