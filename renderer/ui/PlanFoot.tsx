import { uiMessages } from '#shared/messages/en/ui';
import { Button } from './Button.tsx';

type Props = {
  /** What stands in the way, or what would come. */
  said: string;
  /** Said where there is room. */
  hint: string;
  /** Of the button that does it; null while there is nothing to do. */
  name: string | null;
  canRun: boolean;
  onCancel(): void;
  onRun(): void;
};

/** What is to be said of a plan in the end, and the way to let it be done. */
export function PlanFoot({ said, hint, name, canRun, onCancel, onRun }: Props) {
  return (
    <>
      <span className="soft tnum" role="status">
        {said}
      </span>
      <span className="grow" />
      {hint !== '' && <span className="hint plan-hint">{hint}</span>}
      <Button onClick={onCancel}>{uiMessages.cancel}</Button>
      {name !== null && (
        <Button variant="primary" keys="Ctrl Enter" disabled={!canRun} onClick={onRun}>
          {name}
        </Button>
      )}
    </>
  );
}
