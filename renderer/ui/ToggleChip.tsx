import type { ReactNode } from 'react';

type Props = {
  isOn: boolean;
  isOff?: boolean;
  isHeld?: boolean;
  hint?: string;
  onToggle(): void;
  children: ReactNode;
};

/** A filter that is on or off. `isOff`: it cannot be used now; `isHeld`: it has to stay as it is, and `hint` says why. */
export const ToggleChip = ({ isOn, isOff = false, isHeld = false, hint, onToggle, children }: Props) => (
  <button
    type="button"
    className={isOn ? 'chip chip-on' : 'chip'}
    aria-pressed={isOn}
    aria-disabled={isHeld || undefined}
    title={hint}
    disabled={isOff}
    onClick={() => {
      if (!isHeld) onToggle();
    }}
  >
    {children}
  </button>
);
