import type { ReactNode } from 'react';

type Props = { isOn: boolean; isOff?: boolean; onToggle(): void; children: ReactNode };

/** A filter that is on or off. `isOff`: it cannot be used now. */
export const ToggleChip = ({ isOn, isOff = false, onToggle, children }: Props) => (
  <button
    type="button"
    className={isOn ? 'chip chip-on' : 'chip'}
    aria-pressed={isOn}
    disabled={isOff}
    onClick={onToggle}
  >
    {children}
  </button>
);
