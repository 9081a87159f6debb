import type { ReactNode } from 'react';

type Props = { label: string; hint: string; htmlFor?: string; end?: ReactNode; children: ReactNode };

/** A control behind its name. */
export function ValueRow({ label, hint, htmlFor, end, children }: Props) {
  return (
    <div className="attr-row" title={hint}>
      <label className="label" htmlFor={htmlFor}>
        {label}
      </label>
      <div className="attr-control">{children}</div>
      {end}
    </div>
  );
}
