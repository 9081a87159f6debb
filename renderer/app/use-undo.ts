import { useState } from 'react';
import type { Step } from '#shared/domain/journal';
import { actWords, appMessages } from '#shared/messages/en/app';
import { CallError } from '../api/client.ts';
import { save } from '../api/save.ts';
import { announce } from '../ui/announcer.tsx';
import { sayError } from '../ui/toasts.tsx';

type Direction = 'undo' | 'redo';
/** Later steps stand on the one to be taken back; `acts` names them. */
export type UndoQuestion = { direction: Direction; acts: string[] };

const toWords = (taken: Step[]) => taken.map(({ act }) => actWords[act]);

/** Undo and redo, and the question that comes before taking back more than one step. */
export function useUndo() {
  const [question, setQuestion] = useState<UndoQuestion | null>(null);

  const run = async (direction: Direction, together = false) => {
    setQuestion(null);
    try {
      const { taken } = await save(`history:${direction}`, { together });
      announce(direction === 'undo' ? appMessages.undone(toWords(taken)) : appMessages.redone(toWords(taken)));
    } catch (error) {
      const failure = error instanceof CallError ? error.failure : undefined;
      if (failure?.code === 'undo-takes-others') setQuestion({ direction, acts: failure.values.acts.split('; ') });
      else if (failure?.code === 'nothing-to-undo' || failure?.code === 'nothing-to-redo')
        announce((error as CallError).message);
      else sayError(error);
    }
  };

  return {
    run: (direction: Direction, together?: boolean) => void run(direction, together),
    question,
    leave: () => setQuestion(null),
  };
}
