import { useState } from 'react';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { CallError, hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PlanDialog } from '../../ui/PlanDialog.tsx';
import { PlanDone } from '../../ui/PlanDone.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { usePlanKeys } from '../../ui/use-plan-keys.ts';
import { isReady, startChoice, toChoices, type ChangeChoice, type OtherCopy } from './merge-choice.ts';
import { MergeDone } from './MergeDone.tsx';
import { MergeFoot } from './MergeFoot.tsx';
import { MergeSummary } from './MergeSummary.tsx';
import { findFirstTab, MergeTabs, type MergeTab } from './MergeTabs.tsx';
import { useMergePlan } from './use-merge-plan.ts';
import { useMergeRun } from './use-merge-run.ts';

type Props = { other: OtherCopy; onChoose(): void; onUndo(): void; onClose(): void };

/** What a merge would do; once all that it needs is agreed to, it is done as one step. */
export function MergePlanView({ other, onChoose, onUndo, onClose }: Props) {
  const [choice, setChoice] = useState(startChoice);
  const [chosenTab, setTab] = useState<MergeTab | null>(null);
  const [shown, setShown] = useState<ChangeChoice>({ kind: null, change: null });
  const { otherCorpus, sameNames } = choice;
  const asked = { other: other.handle, otherCorpus, sameNames };
  const { plan, error, isLooking, progress, lookAgain } = useMergePlan(asked);
  const { run, progress: merging, cancel } = useMergeRun();
  const canWrite = useStatus()?.mode === 'write';
  const choose = (changes: Partial<typeof choice>) => setChoice((before) => ({ ...before, ...changes }));
  const canMerge = plan !== undefined && canWrite && !isLooking && !run.isPending && isReady(plan, choice);
  const merge = () => canMerge && run.mutate({ ...asked, choices: toChoices(choice.settled) });
  const undo = () => {
    onClose();
    onUndo();
  };
  usePlanKeys({ isDone: run.data !== undefined, onRun: merge, ...(run.data?.step && { onUndo: undo }) });

  if (run.data)
    return (
      <PlanDone
        title={words.title}
        size={run.data.conflictCount > 0 ? 'large' : 'medium'}
        undo={words.undo}
        onUndo={run.data.step === null ? undefined : undo}
        onClose={onClose}
      >
        <MergeDone report={run.data} />
      </PlanDone>
    );
  const file = plan?.other.file ?? other.name ?? '';
  const failure = run.error ?? error;
  const unrelated = error instanceof CallError && error.failure.code === 'merge-unrelated' && error.failure.values.file;
  return (
    <PlanDialog
      title={words.title}
      aside={
        <>
          <bdi>{file}</bdi> · {words.nothingYet}
        </>
      }
      summary={
        <MergeSummary
          plan={plan}
          onShow={(next) => {
            setShown(next);
            setTab('changes');
          }}
          onAnother={onChoose}
        />
      }
      name={words.tabs}
      looking={isLooking ? { label: words.looking, progress, ...(!plan && { onCancel: onClose }) } : null}
      running={run.isPending ? { label: words.merging, progress: merging, onCancel: cancel } : null}
      foot={
        <MergeFoot
          plan={plan}
          choice={choice}
          canWrite={canWrite}
          canMerge={canMerge}
          onCancel={onClose}
          onMerge={merge}
        />
      }
      onClose={onClose}
    >
      {unrelated !== false && !isLooking && (
        <Unrelated file={unrelated} onMeant={() => choose({ otherCorpus: true })} />
      )}
      {failure && unrelated === false && !hasCode(failure, 'cancelled') && (
        <Trouble error={failure}>
          <Button
            onClick={() => {
              run.reset();
              lookAgain();
            }}
          >
            {words.again}
          </Button>
        </Trouble>
      )}
      {plan?.same === true && (
        <Empty title={words.same}>
          <p>{words.sameText(file)}</p>
        </Empty>
      )}
      {plan?.same === false && (
        <MergeTabs
          plan={plan}
          choice={choice}
          tab={chosenTab ?? findFirstTab(plan)}
          shown={shown}
          isLooking={isLooking}
          takesFocus={chosenTab === null}
          onTab={setTab}
          onShow={setShown}
          onChoose={choose}
          onGone={lookAgain}
        />
      )}
    </PlanDialog>
  );
}

/** Another corpus comes in only where that is meant. */
function Unrelated({ file, onMeant }: { file: string; onMeant(): void }) {
  return (
    <div className="say say-warn" role="alert">
      <div className="stack">
        <p className="strong">{words.unrelated(file)}</p>
        <p>{words.unrelatedText}</p>
        <CheckBox isOn={false} onToggle={onMeant}>
          {words.unrelatedTick}
        </CheckBox>
      </div>
    </div>
  );
}
