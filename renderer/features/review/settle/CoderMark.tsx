import { initialsOf } from '#shared/messages/en/ui';
import type { Side } from './differences.ts';

/** One of the two by their first letters: the left solid, the right outlined. */
export const CoderMark = ({ name, side }: { name: string; side: Side }) => (
  <span className={side === 'left' ? 'who' : 'who who-2'} aria-hidden="true">
    {initialsOf(name)}
  </span>
);
