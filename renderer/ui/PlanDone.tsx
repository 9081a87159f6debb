import type { ReactNode } from 'react';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type Props = {
  title: string;
  size: 'medium' | 'large';
  undo: string;
  /** Undefined where nothing was done. */
  onUndo: (() => void) | undefined;
  onClose(): void;
  children: ReactNode;
};

/** What came of a plan, and the way to take it back. */
export function PlanDone({ title, size, undo, onUndo, onClose, children }: Props) {
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          {onUndo && (
            <Button keys="Ctrl Z" onClick={onUndo}>
              {undo}
            </Button>
          )}
          <Button variant="primary" autoFocus onClick={onClose}>
            {uiMessages.close}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
