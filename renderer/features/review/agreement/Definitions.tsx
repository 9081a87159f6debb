import { useState } from 'react';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

/** What each figure says, a click away. */
export function Definitions() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.definitions}
      </Button>
      {isOpen && (
        <Dialog title={words.definitions} onClose={() => setOpen(false)}>
          <dl className="ra-definitions">
            {Object.entries(words.defined).map(([name, meaning]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{words.definedNote}</p>
        </Dialog>
      )}
    </>
  );
}
