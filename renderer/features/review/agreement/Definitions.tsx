import { useState } from 'react';
import { BookOpen } from 'lucide-react';
import { definitionMessages as words } from '#shared/messages/en/agreement-definitions';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

/** What each figure is, how it is made, where it comes from, and what it says at the edges: a click away. */
export function Definitions() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<BookOpen className="i i-12" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.title}
      </Button>
      {isOpen && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <div className="ra-definitions" tabIndex={0} role="group" aria-label={words.title}>
            <p>{words.before}</p>
            {words.figures.map(({ name, what, formula, edges, source }) => (
              <section key={name}>
                <h3>{name}</h3>
                <p>{what}</p>
                <dl>
                  {(
                    [
                      [words.formula, formula],
                      [words.edges, edges],
                      [words.source, source],
                    ] as const
                  ).map(([term, said]) => (
                    <div key={term}>
                      <dt>{term}</dt>
                      <dd>{said}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
            <p>{words.after}</p>
          </div>
        </Dialog>
      )}
    </>
  );
}
