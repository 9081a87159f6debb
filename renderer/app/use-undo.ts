import { useState } from 'react';
import type { Act, Step } from '#shared/domain/journal';
import { actWords, appMessages } from '#shared/messages/en/app';
import { call, CallError } from '../api/client.ts';
import { inTurn, save } from '../api/save.ts';
import { announce } from '../ui/announcer.tsx';
import { sayError } from '../ui/toasts.tsx';
import { findTouchedTag, nameAct, type TouchedTag } from './describe-step.ts';

type Direction = 'undo' | 'redo';
/** Later steps stand on the one to be taken back; `acts` names them. */
export type UndoQuestion = { direction: Direction; acts: string[] };

/** Rows of one step that are looked at; an import has more, and none of them is a tag. */
const ROWS = 50;

/** What a step did, and the annotation that it touched, if it was one. */
async function readStep(step: string): Promise<{ act: Act | undefined; tag: TouchedTag | undefined }> {
  const newest = await call('history:list', { limit: ROWS });
  const rows = newest.filter((row) => row.step === step);
  const [tag, another] = rows.filter(({ kind }) => kind === 'annotation');
  const past = tag && !another ? await call('history:list', { annotation: tag.target }) : [];
  return { act: nameAct(rows), tag: findTouchedTag(rows, past) };
}

const toWords = (taken: Step[]) => taken.map(({ act }) => actWords[act]);

/** Undo and redo, the question that comes before taking back more than one step, and where the change is to be seen. */
export function useUndo(onTouched: (tag: TouchedTag) => void) {
  const [question, setQuestion] = useState<UndoQuestion | null>(null);

  const takeBack = async (direction: Direction, together: boolean) => {
    const { taken, step } = await save(`history:${direction}`, { together });
    const { act, tag } = await readStep(step);
    const acts = direction === 'redo' && act ? [actWords[act]] : toWords(taken);
    announce(appMessages[direction === 'undo' ? 'undone' : 'redone'](acts, tag?.quote ?? null));
    if (tag) onTouched(tag);
  };

  const run = async (direction: Direction, together = false) => {
    setQuestion(null);
    try {
      await inTurn(() => takeBack(direction, together));
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
