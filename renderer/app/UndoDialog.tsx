import { undoDialogMessages } from '#shared/messages/en/app';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { UndoQuestion } from './use-undo.ts';

type Props = { question: UndoQuestion; onTogether(): void; onLeave(): void };

/** Asks whether later work that stands on a step may be taken back with it. */
export function UndoDialog({ question, onTogether, onLeave }: Props) {
  return (
    <Dialog
      title={undoDialogMessages.title}
      size="small"
      onClose={onLeave}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onLeave}>{undoDialogMessages.leave}</Button>
          <Button variant="primary" onClick={onTogether}>
            {undoDialogMessages.together}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{undoDialogMessages.text}</p>
        <ul className="plain-list">
          {question.acts.map((act, n) => (
            <li key={n}>{act}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
