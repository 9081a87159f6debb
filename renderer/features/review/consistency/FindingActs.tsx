import type { Finding } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { Button } from '../../../ui/Button.tsx';

type Props = {
  finding: Finding;
  canWrite: boolean;
  onMend(): void;
  onExempt(): void;
  /** `isCopy`: the other article of two. */
  onOpen(isCopy: boolean): void;
};

/** What can be done about one finding, each by a key. */
export function FindingActs({ finding: { fix, isExempt, copy }, canWrite, onMend, onExempt, onOpen }: Props) {
  return (
    <div className="pane-foot rc-acts" role="group" aria-label={words.acts}>
      {fix && (
        <Button size="small" variant="primary" keys="Enter" disabled={!canWrite} onClick={onMend}>
          <bdi className="trunc">{words.fix(fix)}</bdi>
        </Button>
      )}
      <Button size="small" keys="X" disabled={!canWrite} onClick={onExempt}>
        {isExempt ? words.takeBack : words.exempt}
      </Button>
      <Button size="small" keys="O" onClick={() => onOpen(false)}>
        {words.open}
      </Button>
      {copy && (
        <Button size="small" keys="Shift O" onClick={() => onOpen(true)}>
          {words.openCopy}
        </Button>
      )}
    </div>
  );
}
