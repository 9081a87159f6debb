import { useRef, type ReactNode } from 'react';
import { tableMessages as words } from '#shared/messages/en/data-table';
import { useIsWider } from './use-is-wider.ts';

type Props = { name: string; className: string; children: ReactNode };

/** A table that scrolls sideways by itself where its place is too narrow: then a key reaches it, and it says what it is. */
export function WideTable({ name, className, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const isWider = useIsWider(scroller);
  return (
    <div ref={scroller} className={className} {...(isWider && toScrolled(name))}>
      {children}
    </div>
  );
}

/** What whoever scrolls by key has to know of a table. */
export const toScrolled = (name: string) => ({ role: 'group', tabIndex: 0, 'aria-label': words.scrolls(name) });
