import { Spline } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import { relationMessages } from '#shared/messages/en/relations';
import { Button } from '../../ui/Button.tsx';
import { quoteOf } from './use-annotations.ts';
import type { HeldEnd } from './use-relating.ts';

type Props = { held: HeldEnd; focused: Annotation | null; onFinish(): void; onLeave(): void };

/** Says from where a relation was started, and what is to be done next. */
export function RelationBar({ held, focused, onFinish, onLeave }: Props) {
  const other = focused && focused.uid !== held.uid ? focused : null;
  return (
    <section className="rel-bar" aria-label={relationMessages.bar}>
      <Spline className="i" aria-hidden="true" />
      <p className="grow">
        {relationMessages.leads(held.label, held.quote)}{' '}
        {other ? relationMessages.toHere(other.label, quoteOf(other)) : relationMessages.goTo}
      </p>
      <Button size="small" keys="Enter" disabled={other === null} onClick={onFinish}>
        {relationMessages.finish}
      </Button>
      <Button size="small" variant="quiet" keys="Esc" onClick={onLeave}>
        {relationMessages.cancel}
      </Button>
    </section>
  );
}
