import type { ReactNode } from 'react';
import { Check } from 'lucide-react';

/** Something that holds or not. */
export function CheckBox({ isOn, onToggle, children }: { isOn: boolean; onToggle(): void; children: ReactNode }) {
  return (
    <label className={`check ${isOn ? 'is-on' : ''}`}>
      <input type="checkbox" className="check-input" checked={isOn} onChange={onToggle} />
      <span className="box">
        <Check className="i" aria-hidden="true" />
      </span>
      <span>{children}</span>
    </label>
  );
}
