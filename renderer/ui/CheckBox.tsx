import type { ReactNode } from 'react';
import { Check } from 'lucide-react';

type Props = { isOn: boolean; isOff?: boolean; takesFocus?: boolean; onToggle(): void; children: ReactNode };

/** Something that holds or not. */
export function CheckBox({ isOn, isOff = false, takesFocus = false, onToggle, children }: Props) {
  return (
    <label className={isOn ? 'check is-on' : 'check'}>
      <input
        type="checkbox"
        className="check-input"
        checked={isOn}
        disabled={isOff}
        autoFocus={takesFocus}
        onChange={onToggle}
      />
      <span className="box">
        <Check className="i" aria-hidden="true" />
      </span>
      <span>{children}</span>
    </label>
  );
}
