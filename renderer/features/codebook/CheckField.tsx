import type { ReactNode } from 'react';

type Props = { isOn: boolean; isOff?: boolean; onTurn(isOn: boolean): void; children: ReactNode };

/** Something that holds or does not. */
export function CheckField({ isOn, isOff = false, onTurn, children }: Props) {
  return (
    <label className="attr-option">
      <input type="checkbox" checked={isOn} disabled={isOff} onChange={({ target }) => onTurn(target.checked)} />
      {children}
    </label>
  );
}
