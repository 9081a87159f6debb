import { useEffect, useRef, useState } from 'react';
import type { Step } from '#shared/domain/journal';
import { AnnotationRef, StepRef } from '#shared/domain/ids';
import { actWords, appMessages } from '#shared/messages/en/app';
import { call, CallError, listen } from '../api/client.ts';
import { inTurn, save } from '../api/save.ts';
import { announce } from '../ui/announcer.tsx';
import { sayError } from '../ui/toasts.tsx';
import { findTouchedTag, type TouchedTag } from './describe-step.ts';

type Direction = 'undo' | 'redo';
/** Later steps stand on the one to be taken back; `acts` names them. */
export type UndoQuestion = { direction: Direction; acts: string[] };

/** Rows of one step that are looked at; an import has more, and none of them is a tag. */
const ROWS = 50;

/** The annotation that a step touched, if it was one. */
async function findTag(step: StepRef): Promise<TouchedTag | undefined> {
  const rows = await call('history:list', { step, limit: ROWS });
  const [tag, another] = rows.filter(({ kind }) => kind === 'annotation');
  const past = tag && !another ? await call('history:list', { annotation: AnnotationRef.parse(tag.target) }) : [];
  return findTouchedTag(rows, past);
}

const toWords = (taken: Step[]) => taken.map(({ act }) => actWords[act]);

/** Undo and redo, the question that comes before taking back more than one step, and where the change is to be seen. */
export function useUndo(onTouched: (tag: TouchedTag) => void) {
  const [question, setQuestion] = useState<UndoQuestion | null>(null);

  const isRunning = useRef(false);
  useEffect(
    () =>
      listen((event) => {
        // only large steps say how far they are
        if (event.type === 'progress' && isRunning.current)
          announce(appMessages.undoing(event.progress.done, event.progress.total));
      }),
    [],
  );

  const takeBack = async (direction: Direction, together: boolean) => {
    const { taken, step } = await save(`history:${direction}`, { together });
    const tag = step === null ? undefined : await findTag(StepRef.parse(step));
    announce(appMessages[direction === 'undo' ? 'undone' : 'redone'](toWords(taken), tag?.quote ?? null));
    if (tag) onTouched(tag);
  };

  const run = async (direction: Direction, together = false) => {
    setQuestion(null);
    isRunning.current = true;
    try {
      await inTurn(() => takeBack(direction, together));
    } catch (error) {
      const failure = error instanceof CallError ? error.failure : undefined;
      if (failure?.code === 'undo-takes-others') setQuestion({ direction, acts: failure.values.acts.split('; ') });
      else if (failure?.code === 'nothing-to-undo' || failure?.code === 'nothing-to-redo')
        announce((error as CallError).message);
      else sayError(error);
    } finally {
      isRunning.current = false;
    }
  };

  return {
    run: (direction: Direction, together?: boolean) => void run(direction, together),
    question,
    leave: () => setQuestion(null),
  };
}
