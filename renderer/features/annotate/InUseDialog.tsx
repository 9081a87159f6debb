import { inUseMessages } from '#shared/messages/en/reviews';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks whether an annotation is to be removed with what other people did to it. */
export function InUseDialog({ why, onAnswer }: { why: string; onAnswer(together: boolean): void }) {
  return (
    <Dialog
      title={inUseMessages.title}
      size="small"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <span className="grow" />
          <Button onClick={() => onAnswer(false)}>{inUseMessages.leave}</Button>
          <Button variant="danger" onClick={() => onAnswer(true)}>
            {inUseMessages.together}
          </Button>
        </>
      }
    >
      <p>{why}</p>
    </Dialog>
  );
}
