import { uiMessages } from '#shared/messages/en/ui';
import { Button } from './Button.tsx';

type Props = {
  /** What is being done. */
  label: string;
  /** How far it is; nothing is known of that yet when it is null. */
  progress: { done: number; total: number; what: string } | null;
  onCancel?: () => void;
  /** It takes the place of the button that began it, which had the focus. */
  takesFocus?: boolean;
};

/** A long piece of work: what it is at, how far, and a way to stop it where there is one. */
export function JobProgress({ label, progress, onCancel, takesFocus = false }: Props) {
  const isKnown = progress !== null && progress.total > 0;
  return (
    <div className="job row">
      <div className="stack grow">
        <span className="trunc">
          {label}
          {progress !== null && <bdi className="hint"> {progress.what}</bdi>}
        </span>
        <div
          className="progress"
          role="progressbar"
          aria-label={label}
          {...(isKnown && { 'aria-valuemin': 0, 'aria-valuemax': progress.total, 'aria-valuenow': progress.done })}
        >
          <i style={{ width: isKnown ? `${(progress.done / progress.total) * 100}%` : '0%' }} />
        </div>
      </div>
      {onCancel && (
        <Button autoFocus={takesFocus} onClick={onCancel}>
          {uiMessages.cancel}
        </Button>
      )}
    </div>
  );
}
