import { useState } from 'react';

/** So many are listed at first, and so many more each time. */
const PAGE = 100;
/** As many as a call gives. */
const MOST = 1000;

/** How many of a list are asked for; `more` is undefined once that is all that can be. */
export function useLimit(): { limit: number; more: (() => void) | undefined } {
  const [limit, setLimit] = useState(PAGE);
  return { limit, more: limit < MOST ? () => setLimit(limit + PAGE) : undefined };
}
