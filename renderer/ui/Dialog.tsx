import { useState, type ReactNode, type RefObject } from 'react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { uiMessages } from '#shared/messages/en/ui';

type Props = {
  title: string;
  /** Said beside the title, in a quieter tone. */
  aside?: ReactNode;
  onClose(): void;
  /** Width as a class of dialogs.css. */
  size?: 'small' | 'medium' | 'large';
  footer?: ReactNode;
  /** What has the focus first; else the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** A window over the page: named, closed by Escape, with the focus kept inside and given back after. */
export function Dialog({ title, aside, onClose, size = 'medium', footer, initialFocus, children }: Props) {
  // a field within that takes the focus by itself does so before it is asked who had it
  const [before] = useState(() => document.activeElement);
  const giveBack = () =>
    before instanceof HTMLElement && before.isConnected && before !== document.body ? before : true;
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={`dialog dialog-${size}`} finalFocus={giveBack} {...(initialFocus && { initialFocus })}>
          <div className="dialog-head">
            <Base.Title>{title}</Base.Title>
            {aside !== undefined && <span className="hint">{aside}</span>}
            <span className="grow" />
            <Base.Close className="btn btn-quiet btn-icon" aria-label={uiMessages.close}>
              <X className="i" aria-hidden="true" />
            </Base.Close>
          </div>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <div className="dialog-foot">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
