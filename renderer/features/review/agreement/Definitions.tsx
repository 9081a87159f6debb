import { useState } from 'react';
import { BookOpen } from 'lucide-react';
import { definitionMessages as words } from '#shared/messages/en/agreement-definitions';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

/**
 * What each figure is, how it is made, where it comes from, and what it says at the edges: a click away. `of`: of that one alone.
 * `isBrief`: there is room for a sign only.
 */
export function Definitions({ of, isBrief = false }: { of?: string; isBrief?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const title = of === undefined ? words.title : words.whatIs(of);
  const figures = of === undefined ? words.figures : words.figures.filter(({ name }) => name === of);
  return (
    <>
      <Button
        size="small"
        icon={<BookOpen className="i i-12" aria-hidden="true" />}
        onClick={() => setOpen(true)}
        {...(isBrief && { variant: 'quiet' as const, 'aria-label': title, title })}
      >
        {!isBrief && title}
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <div className="ra-definitions" tabIndex={0} role="group" aria-label={title}>
            {of === undefined && <p>{words.before}</p>}
            {figures.map((figure) => (
              <Definition key={figure.name} {...figure} hasName={of === undefined} />
            ))}
            <p>{of === undefined ? words.after : words.before}</p>
          </div>
        </Dialog>
      )}
    </>
  );
}

type DefinitionProps = (typeof words.figures)[number] & { hasName: boolean };

const Definition = ({ name, what, formula, edges, source, hasName }: DefinitionProps) => (
  <section>
    {hasName && <h3>{name}</h3>}
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
);
