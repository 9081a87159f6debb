import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';

/** What went wrong, said where the person is; `children` are what they can do about it. */
export function Trouble({ error, children }: { error: unknown; children?: ReactNode }) {
  return (
    <div className="say say-bad" role="alert">
      <TriangleAlert className="i" aria-hidden="true" />
      <div className="stack">
        <p>{error instanceof Error ? error.message : String(error)}</p>
        {children}
      </div>
    </div>
  );
}
