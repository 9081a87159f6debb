import type { RefObject } from 'react';
import { AnnotationId } from '#shared/domain/ids';
import type { Span } from '#shared/domain/span';
import { annotateMessages, inspectorMessages } from '#shared/messages/en/annotate';
import { call } from '../../api/client.ts';
import { inTurn } from '../../api/save.ts';
import type { PartsChange, ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { useAnnotationActions } from './use-annotation-actions.ts';
import { quoteOf } from './use-annotations.ts';

type Actions = Pick<ReturnType<typeof useAnnotationActions>, 'list' | 'update'>;

/** Changing where one's own annotations stand, each change in turn and upon what the ones before it left. */
export function useParts({ list, update }: Actions, person: string | null, reader: RefObject<ReaderHandle | null>) {
  /** Whether an annotation is the person's own; where it is not, it is said whose. */
  const canChange = (uid: string): boolean => {
    const annotation = list().find((each) => each.uid === uid);
    if (annotation?.annotator === person) return true;
    announce(annotation ? inspectorMessages.another(annotation.annotator) : annotateMessages.onlySuggested);
    return false;
  };

  const changeParts = (uid: string, how: PartsChange, change: (parts: readonly Span[]) => Span[]) => {
    inTurn(async () => {
      // what is on screen may be a moment behind an undo
      const [annotation] = await call('annotations:get', { annotations: [AnnotationId.parse(uid)], asSeen: true });
      if (!annotation) return;
      const before = annotation.spans.map(({ start, end }) => ({ start, end }));
      const spans = change(before);
      if (spans.length === 0) return announce(annotateMessages.nothingLeft);
      if (isSame(before, spans)) return announce(annotateMessages.partsStay(annotation.label, quoteOf(annotation)));
      const changed = await update(uid, { spans });
      const say = { moved: annotateMessages.moved, added: annotateMessages.added, cut: annotateMessages.cut }[how];
      announce(say(changed.label, quoteOf(changed)));
    }).catch(sayError);
  };

  /** Sets an annotation to the words that are selected. */
  const moveTo = (uid: string) => {
    const target = reader.current?.hasSelection() ? reader.current.getTarget() : null;
    if (!target) return announce(annotateMessages.nothingSelected);
    if (!canChange(uid)) return;
    reader.current?.collapse();
    changeParts(uid, 'moved', () => [target]);
  };

  return { canChange, changeParts, moveTo };
}

const isSame = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, n) => start === b[n]!.start && end === b[n]!.end);
