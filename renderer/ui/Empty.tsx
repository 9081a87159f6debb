import type { ReactNode } from 'react';

/** What a place says while there is nothing in it, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty empty-pane">
      <h2>{title}</h2>
      {children !== undefined && <div className="stack empty-words">{children}</div>}
    </div>
  );
}
