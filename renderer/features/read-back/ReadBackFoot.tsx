import { readBackMessages as words } from '#shared/messages/en/read-back';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';

type Props = {
  /** What comes in, in numbers. */
  said: string;
  /** Of the button that takes; null while nothing is known yet. */
  name: string | null;
  canTake: boolean;
  onCancel(): void;
  onTake(): void;
};

/** What would be taken, and the way to let it. */
export function ReadBackFoot({ said, name, canTake, onCancel, onTake }: Props) {
  return (
    <>
      <span className="soft tnum" role="status">
        {said}
      </span>
      <span className="grow" />
      {said !== '' && <span className="hint read-back-step">{words.oneStep}</span>}
      <Button onClick={onCancel}>{uiMessages.cancel}</Button>
      {name !== null && (
        <Button variant="primary" keys="Ctrl Enter" disabled={!canTake} onClick={onTake}>
          {name}
        </Button>
      )}
    </>
  );
}
