import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks once whether many annotations are to be removed. */
export function RemoveManyDialog({ count, onAnswer }: { count: number; onAnswer(isYes: boolean): void }) {
  return (
    <Dialog
      title={words.removeTitle(count)}
      size="small"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <span className="grow" />
          <Button onClick={() => onAnswer(false)}>{words.leave}</Button>
          <Button variant="danger" onClick={() => onAnswer(true)}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p>{words.removeWords}</p>
    </Dialog>
  );
}
