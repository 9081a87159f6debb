import type { MergePlan } from '#shared/domain/merge';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { countLeft, isReady, type MergeChoice } from './merge-choice.ts';

type Props = {
  /** Undefined while nothing is known of the other copy. */
  plan: MergePlan | undefined;
  choice: MergeChoice;
  canWrite: boolean;
  isLooking: boolean;
  onCancel(): void;
  onMerge(): void;
};

/** What is left to be agreed to, and the way to merge. */
export function MergeFoot({ plan, choice, canWrite, isLooking, onCancel, onMerge }: Props) {
  const left = plan ? countLeft(plan, choice) : 0;
  const needsNames = plan !== undefined && plan.sameNames.length > 0 && !choice.sameNames;
  const said = !canWrite ? words.readOnly : needsNames ? words.tickNames : '';
  return (
    <>
      <span className="soft" role="status">
        {plan && !plan.same ? said : ''}
      </span>
      <span className="grow" />
      {plan && !plan.same && said === '' && <span className="hint merge-step">{words.oneStep}</span>}
      <Button onClick={onCancel}>{uiMessages.cancel}</Button>
      {plan && !plan.same && (
        <Button
          variant="primary"
          keys="Ctrl Enter"
          disabled={!canWrite || isLooking || !isReady(plan, choice)}
          onClick={onMerge}
        >
          {left > 0 ? words.mergeLeft(left) : words.merge}
        </Button>
      )}
    </>
  );
}
