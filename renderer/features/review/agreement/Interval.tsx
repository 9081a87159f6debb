import type { CSSProperties } from 'react';
import type { Coefficient } from '#shared/domain/agreement';

const within = (value: number) => Math.min(1, Math.max(0, value));

/** A figure and its interval between 0 and 1; what lies below 0 is drawn at 0. The numbers stand beside it. */
export function Interval({ figure: { value, low, high } }: { figure: Coefficient }) {
  if (value === null) return null;
  const style = { '--at': within(value), '--lo': within(low ?? value), '--hi': within(high ?? value) } as CSSProperties;
  return (
    <span className="ra-bar" aria-hidden="true" ref={(element) => setStyle(element, style)}>
      <i />
      <b />
    </span>
  );
}

/** Through the element: the policy of the page lets no style attribute in. */
function setStyle(element: HTMLElement | null, style: CSSProperties): void {
  for (const [name, value] of Object.entries(style)) element?.style.setProperty(name, String(value));
}
