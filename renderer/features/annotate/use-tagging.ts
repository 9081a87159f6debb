import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { annotateMessages } from '#shared/messages/en/annotate';
import { afterFrame } from '../../api/after-frame.ts';
import { CallError, hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { inTurn } from '../../api/save.ts';
import type { Draft, ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { findExcluded, findSame, type Tagged } from './find-same.ts';
import { useAnnotationActions } from './use-annotation-actions.ts';
import { quoteOf, toReaderLabel, useAnnotations } from './use-annotations.ts';
import { useParts } from './use-parts.ts';

/**
 * The annotations of an article, which of them is in focus, and tagging and removing with what is said of them.
 *
 * What is asked for is done in turn, and each act looks at what the ones before it left: keys can be quicker than the disk.
 */
export function useTagging(
  article: string,
  labels: Label[],
  hidden: ReadonlySet<string>,
  reader: RefObject<ReaderHandle | null>,
) {
  const annotations = useAnnotations(article);
  const actions = useAnnotationActions(article);
  const person = useStatus()?.annotator ?? null;
  const { changeParts, moveTo, ...parts } = useParts(actions, person, reader);
  const [focusedUid, setFocusedUid] = useState<string | null>(null);
  /** Whose work stands on what was to be removed, in a sentence, while it is asked whether that is to go too. */
  const [inUse, setInUse] = useState<string | null>(null);
  const latestFocus = useRef<string | null>(null);
  const latestHidden = useRef(hidden);
  useLayoutEffect(() => {
    latestHidden.current = hidden;
  });

  /** How many tags are still being saved: until then not what was tagged is in focus but what was before. */
  const saving = useRef(0);
  /** Runs what is meant for the annotation in focus once the tags that were asked for before are there. */
  const afterTags = (run: () => void) => {
    if (saving.current === 0) run();
    else
      void inTurn(() => Promise.resolve())
        .then(afterFrame)
        .then(run);
  };
  const canChange = (uid: string): boolean => {
    if (saving.current === 0) return parts.canChange(uid);
    announce(annotateMessages.stillSaving);
    return false;
  };

  /** Counts how often the person chose what is in focus. */
  const choices = useRef(0);

  const focus = (uid: string | null) => {
    latestFocus.current = uid;
    setFocusedUid(uid);
  };
  const setFocused = (uid: string | null) => {
    choices.current += 1;
    focus(uid);
  };

  /** Gives what was made; null where it stands already. It comes into focus unless the person has gone on since `choice`. */
  const create = async (
    label: string,
    target: Span,
    isSelected: boolean,
    choice: number,
  ): Promise<Annotation | null> => {
    const enter = (uid: string) => choices.current === choice && focus(uid);
    const tagged: Tagged = { label, span: target, person, isSelected };
    const present = actions.list();
    const same = findSame(present, tagged);
    if (same) {
      enter(same.uid);
      announce(annotateMessages.alreadyTagged(label, quoteOf(same)));
      return null;
    }
    const made = await actions.create(label, [target]);
    enter(made.uid);
    // the next tag needs no mouse: the caret goes on behind the words, unless it has gone elsewhere meanwhile
    if (isEqual(reader.current?.getTarget() ?? null, target)) reader.current?.collapse(target.end);
    const excluded = findExcluded(present, tagged, labels);
    announce(
      excluded
        ? annotateMessages.taggedThough(label, quoteOf(made), excluded.label)
        : annotateMessages.tagged(label, quoteOf(made)),
    );
    return made;
  };

  const tag = (name: string) => {
    const target = reader.current?.getTarget() ?? null;
    if (target === null) return announce(annotateMessages.nothingToTag);
    const isSelected = reader.current?.hasSelection() ?? false;
    const label = labels.find((each) => each.name === name);
    let draft: Draft | undefined;
    const choice = choices.current;
    saving.current += 1;
    inTurn(() => create(name, target, isSelected, choice))
      .then((made) => {
        // one that was hidden meanwhile gives way to nothing
        if (made && !latestHidden.current.has(made.label)) draft?.giveWay(made.uid);
        else draft?.drop();
      })
      .catch((error: unknown) => {
        draft?.drop();
        sayError(error);
      })
      .finally(() => (saving.current -= 1));
    // once it is on its way to the disk: the disk is slower than the screen
    queueMicrotask(() => (draft = label && reader.current?.showDraft(toReaderLabel(label), target)));
  };

  /** Puts another label on an annotation; what does not fit it is kept. */
  const relabel = (uid: string, label: string) =>
    void actions
      .update(uid, { label })
      .then((changed) => announce(annotateMessages.relabelled(label, quoteOf(changed))))
      .catch(sayError);

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
    focus(null);
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
    focusedUid,
    setFocused,
    actions: { ...actions, relabel, moveTo, getSelected, removeFocused: remove },
    canChange,
    changeParts,
    afterTags,
    tag,
    remove,
    inUse,
    answerInUse,
  };
}
export type TaggingActions = ReturnType<typeof useTagging>['actions'];

const isEqual = (a: Span | null, b: Span) => a?.start === b.start && a.end === b.end;
