import { useState } from 'react';
import { BookOpen } from 'lucide-react';
import type { KeynessTable } from '#shared/domain/keyness';
import { definitions } from '#shared/messages/en/compare-report';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** What the figures rest on, in a line, and what each of them means behind a button. */
export function WordsFoot({ keyness }: { keyness: KeynessTable | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="pane-foot words-foot">
      <span className="hint grow">{keyness && keyness.tested > 0 && words.foot(keyness)}</span>
      <Button variant="quiet" icon={<BookOpen className="i" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.definitions}
      </Button>
      {isOpen && (
        <Dialog title={words.definitions} size="medium" onClose={() => setOpen(false)}>
          <div className="words-definitions">
            {keyness && <p>{words.table.note(keyness)}</p>}
            <dl>
              {definitions.map(([name, said]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
            </dl>
          </div>
        </Dialog>
      )}
    </div>
  );
}
