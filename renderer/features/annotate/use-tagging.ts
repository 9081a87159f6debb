import { useRef, useState, type RefObject } from 'react';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { annotateMessages } from '#shared/messages/en/annotate';
import { CallError, hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { inTurn } from '../../api/save.ts';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { findExcluded, findSame, type Tagged } from './find-same.ts';
import { useAnnotationActions } from './use-annotation-actions.ts';
import { quoteOf, useAnnotations } from './use-annotations.ts';

/**
 * The annotations of an article, which of them is in focus, and tagging and removing with what is said of them.
 *
 * What is asked for is done in turn, and each act looks at what the ones before it left: keys can be quicker than the disk.
 */
export function useTagging(article: string, labels: Label[], reader: RefObject<ReaderHandle | null>) {
  const annotations = useAnnotations(article);
  const actions = useAnnotationActions(article);
  const person = useStatus()?.annotator ?? null;
  const [focusedUid, setFocusedUid] = useState<string | null>(null);
  /** Whose work stands on what was to be removed, in a sentence, while it is asked whether that is to go too. */
  const [inUse, setInUse] = useState<string | null>(null);
  const latestFocus = useRef<string | null>(null);

  const setFocused = (uid: string | null) => {
    latestFocus.current = uid;
    setFocusedUid(uid);
  };

  const create = async (label: string, target: Span, isSelected: boolean) => {
    const tagged: Tagged = { label, span: target, person, isSelected };
    const present = actions.list();
    const same = findSame(present, tagged);
    if (same) {
      setFocused(same.uid);
      announce(annotateMessages.alreadyTagged(label, quoteOf(same)));
      return;
    }
    const made = await actions.create(label, [target]);
    setFocused(made.uid);
    if (isEqual(reader.current?.getTarget() ?? null, target)) reader.current?.collapse();
    const excluded = findExcluded(present, tagged, labels);
    announce(
      excluded
        ? annotateMessages.taggedThough(label, quoteOf(made), excluded.label)
        : annotateMessages.tagged(label, quoteOf(made)),
    );
  };

  const tag = (label: string) => {
    const target = reader.current?.getTarget() ?? null;
    if (target === null) announce(annotateMessages.nothingToTag);
    else inTurn(() => create(label, target, reader.current?.hasSelection() ?? false)).catch(sayError);
  };

  /** Gives an annotation other words: those that are selected where it is not said which. */
  const moveTo = (annotation: string, chosen?: Span) => {
    const target = chosen ?? (reader.current?.hasSelection() ? reader.current.getTarget() : null);
    if (!target) return announce(annotateMessages.nothingSelected);
    inTurn(async () => {
      const moved = await actions.update(annotation, { spans: [target] });
      reader.current?.collapse();
      announce(annotateMessages.moved(moved.label, quoteOf(moved)));
    }).catch(sayError);
  };

  const getSelected = () => (reader.current?.hasSelection() ? reader.current.getTarget() : null);

  const removeFocused = async (together: boolean) => {
    const focused = actions.list().find(({ uid }) => uid === latestFocus.current);
    if (!focused) {
      announce(annotateMessages.nothingInFocus);
      return;
    }
    try {
      await actions.remove(focused.uid, together);
    } catch (error) {
      if (!(error instanceof CallError) || !hasCode(error, 'annotation-in-use')) throw error;
      return setInUse(error.message);
    }
    setFocused(null);
    announce(annotateMessages.removed(focused.label, quoteOf(focused)));
  };
  const remove = () => void inTurn(() => removeFocused(false)).catch(sayError);
  const answerInUse = (together: boolean) => {
    setInUse(null);
    if (together) inTurn(() => removeFocused(true)).catch(sayError);
  };

  const focused = annotations.find(({ uid }) => uid === focusedUid) ?? null;
  return {
    annotations,
    focused,
    setFocused,
    actions: { ...actions, moveTo, getSelected, removeFocused: remove },
    tag,
    remove,
    inUse,
    answerInUse,
  };
}
export type TaggingActions = ReturnType<typeof useTagging>['actions'];

const isEqual = (a: Span | null, b: Span) => a?.start === b.start && a.end === b.end;
