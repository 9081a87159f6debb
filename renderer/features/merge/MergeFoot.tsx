import type { MergePlan } from '#shared/domain/merge';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { PlanFoot } from '../../ui/PlanFoot.tsx';
import { countLeft, type MergeChoice } from './merge-choice.ts';

type Props = {
  /** Undefined while nothing is known of the other copy. */
  plan: MergePlan | undefined;
  choice: MergeChoice;
  canWrite: boolean;
  canMerge: boolean;
  onCancel(): void;
  onMerge(): void;
};

/** What is left to be agreed to, and the way to merge. */
export function MergeFoot({ plan, choice, canWrite, canMerge, onCancel, onMerge }: Props) {
  const left = plan ? countLeft(plan, choice) : 0;
  const needsNames = plan !== undefined && plan.sameNames.length > 0 && !choice.sameNames;
  const said = !canWrite ? words.readOnly : needsNames ? words.tickNames : '';
  const isAnything = plan?.same === false;
  return (
    <PlanFoot
      said={isAnything ? said : ''}
      hint={isAnything && said === '' ? words.oneStep : ''}
      name={isAnything ? (left > 0 ? words.mergeLeft(left) : words.merge) : null}
      canRun={canMerge}
      onCancel={onCancel}
      onRun={onMerge}
    />
  );
}
