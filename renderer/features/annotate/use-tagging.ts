import type { RefObject } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import { annotateMessages } from '#shared/messages/en/annotate';
import { useStatus } from '../../api/queries.ts';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { useAnnotationActions } from './use-annotation-actions.ts';
import { quoteOf } from './use-annotations.ts';

/** Tagging and removing, with what is said of them. */
export function useTagging(
  article: string,
  annotations: Annotation[],
  focused: Annotation | null,
  setFocused: (uid: string | null) => void,
  reader: RefObject<ReaderHandle | null>,
) {
  const actions = useAnnotationActions(article);
  const person = useStatus()?.annotator ?? null;

  const tag = async (label: string) => {
    const target = reader.current?.getTarget() ?? null;
    if (target === null) {
      announce(annotateMessages.nothingToTag);
      return;
    }
    const same = annotations.find(
      ({ label: other, annotator, spans }) =>
        annotator === person &&
        other === label &&
        spans.length === 1 &&
        spans[0]!.start === target.start &&
        spans[0]!.end === target.end,
    );
    if (same) {
      setFocused(same.uid);
      announce(annotateMessages.alreadyTagged(label, quoteOf(same)));
      return;
    }
    try {
      const made = await actions.create(label, [target]);
      setFocused(made.uid);
      reader.current?.collapse();
      announce(annotateMessages.tagged(label, quoteOf(made)));
    } catch (error) {
      sayError(error);
    }
  };

  const remove = async () => {
    if (!focused) {
      announce(annotateMessages.nothingInFocus);
      return;
    }
    try {
      await actions.remove(focused.uid);
      setFocused(null);
      announce(annotateMessages.removed(focused.label, quoteOf(focused)));
    } catch (error) {
      sayError(error);
    }
  };

  return { actions: { ...actions, removeFocused: remove }, tag, remove };
}
export type TaggingActions = ReturnType<typeof useTagging>['actions'];
