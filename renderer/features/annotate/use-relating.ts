import { useEffect, useEffectEvent, useState } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import { relationMessages } from '#shared/messages/en/relations';
import { announce } from '../../ui/announcer.tsx';
import { quoteOf } from './use-annotations.ts';

/** The end that a relation was started from; it is held while other articles are opened. */
export type HeldEnd = Pick<Annotation, 'uid' | 'article' | 'label'> & { quote: string };
export type Holding = { held: HeldEnd | null; hold(end: HeldEnd | null): void };

const toEnd = (annotation: Annotation): HeldEnd => {
  const { uid, article, label } = annotation;
  return { uid, article, label, quote: quoteOf(annotation) };
};

/** Whether something lies over the page that has its own keys. */
const isCovered = () => document.querySelector(':is(.dialog, [role="menu"]):not([data-closed])') !== null;
const isInText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-region="text"] [role="document"]') !== null;

/** What is typed there has an Escape of its own: Find, for one, with which the other end is looked for. */
const isField = (target: EventTarget | null) => target instanceof Element && target.matches('input, select, textarea');

/**
 * A relation that is being made: started from the annotation in focus, it waits for its other end to be gone to and for
 * Enter there; Escape leaves it. Of two texts only the active one hears keys.
 */
export function useRelating({ held, hold }: Holding, focused: Annotation | null, isActive: boolean) {
  const [ends, setEnds] = useState<{ from: HeldEnd; to: HeldEnd } | null>(null);

  const finish = () => {
    if (!held || !focused || focused.uid === held.uid) announce(relationMessages.otherEnd);
    else setEnds({ from: held, to: toEnd(focused) });
  };
  const start = () => {
    if (held) return finish();
    if (!focused) return announce(relationMessages.nothingInFocus);
    hold(toEnd(focused));
    announce(relationMessages.started(quoteOf(focused)));
  };
  const leave = () => {
    hold(null);
    announce(relationMessages.left);
  };
  const close = (isMade: boolean) => {
    setEnds(null);
    if (isMade) hold(null);
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!held || !isActive || isCovered() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'Escape' && !isField(event.target)) leave();
    else if (event.key === 'Enter' && isInText(event.target)) finish();
    else return;
    event.preventDefault();
    event.stopPropagation(); // the text would be left, or the line of the list opened
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  return { ends, start, finish, leave, close };
}
