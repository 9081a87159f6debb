import { useEffect, useRef, useState } from 'react';
import type { Correction } from '#shared/api/review-calls';
import type { Annotation } from '#shared/domain/annotation';
import type { Decision } from '#shared/domain/review';
import { annotateMessages } from '#shared/messages/en/annotate';
import { reviewMessages as words } from '#shared/messages/en/reviews';
import { shortQuote } from '#shared/messages/en/ui';
import { useStatus } from '../../api/queries.ts';
import { inTurn, save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { describeAnnotation, quoteOf } from './use-annotations.ts';

/** A decision that still needs its reason. */
export type Draft = { annotation: string; decision: Exclude<Decision, 'accepted'> };

type Options = {
  annotations: readonly Annotation[];
  focused: Annotation | null;
  /** Brings an annotation into focus, and the text to it. */
  onShow(annotation: string): void;
  /** Gives the focus to the text. */
  onLeave(): void;
};

/** Deciding on another's annotation, after which the next one of another's is in focus. */
export function useReviewing({ annotations, focused, onShow, onLeave }: Options) {
  const person = useStatus()?.annotator ?? null;
  const [kept, setDraft] = useState<Draft | null>(null);
  const draft = kept?.annotation === focused?.uid ? kept : null;
  const isAnothers = focused !== null && focused.annotator !== person;

  /** What was decided on here and is not listed so yet: keys can be quicker than the disk. */
  const decided = useRef(new Set<string>());
  useEffect(() => {
    for (const { uid, state } of annotations) if (state !== 'unchecked') decided.current.delete(uid);
  }, [annotations]);

  /** The next of another's that nobody has decided on, round the article; else none. */
  const findNext = (from: Annotation): Annotation | undefined => {
    const at = annotations.findIndex(({ uid }) => uid === from.uid);
    const inTurn = [...annotations.slice(at + 1), ...annotations.slice(0, Math.max(0, at))];
    return inTurn.find(
      ({ uid, annotator, state }) => annotator !== person && state === 'unchecked' && !decided.current.has(uid),
    );
  };

  const send = (decision: Decision, reason = '', correction?: Correction) => {
    if (!focused) return;
    const { uid: annotation, label } = focused;
    const next = findNext(focused);
    decided.current.add(annotation);
    // without a reason that could be lost, the next key is for the next one at once
    const isAtOnce = decision === 'accepted' && next !== undefined;
    const goOn = () => {
      if (next) onShow(next.uid);
      onLeave();
    };
    if (isAtOnce) goOn();
    inTurn(async () => {
      await save('reviews:create', {
        annotation,
        decision,
        reason,
        ...(correction && { correction }),
      });
      setDraft((now) => (now?.annotation === annotation ? null : now));
      const done = words.done(words.decisions[decision], label, shortQuote(quoteOf(focused)));
      announce(next ? `${done}. ${describeAnnotation(next)}` : `${done}.`);
      if (!isAtOnce) goOn();
    }).catch((error: unknown) => {
      decided.current.delete(annotation);
      if (isAtOnce) onShow(annotation);
      sayError(error);
    });
  };
  const begin = (decision: Draft['decision']) => focused && setDraft({ annotation: focused.uid, decision });

  return {
    draft,
    isAnothers,
    begin,
    send,
    giveUp() {
      setDraft(null);
      onLeave();
    },
    /** By key, of what is in focus. */
    accept: () => (isAnothers ? send('accepted') : announce(focused ? words.own : annotateMessages.nothingInFocus)),
    reject: () => (isAnothers ? begin('rejected') : announce(focused ? words.own : annotateMessages.nothingInFocus)),
  };
}
export type Reviewing = ReturnType<typeof useReviewing>;
