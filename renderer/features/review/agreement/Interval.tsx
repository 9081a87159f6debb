import type { CSSProperties } from 'react';
import type { Coefficient } from '#shared/domain/agreement';

const within = (value: number) => Math.min(1, Math.max(0, value));

/** A figure and its interval on an axis from 0 to 1; what lies below 0 is drawn at 0. The numbers stand beside it. */
export function Interval({ figure: { value, low, high } }: { figure: Coefficient }) {
  if (value === null) return null;
  const style = { '--at': within(value), '--lo': within(low ?? value), '--hi': within(high ?? value) };
  return (
    <span className="ra-bar" aria-hidden="true" style={style as CSSProperties}>
      <i />
      <b />
    </span>
  );
}
