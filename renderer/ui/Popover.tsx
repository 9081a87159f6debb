import type { ReactElement, ReactNode } from 'react';
import { Popover as Base } from '@base-ui/react/popover';

type Props = { trigger: ReactElement; label: string; children: ReactNode };

/** A button with a small window beside it, which Escape or a click elsewhere puts away. */
export function Popover({ trigger, label, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="menu-at" align="end" sideOffset={4}>
          <Base.Popup className="pop popover" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
