import { useState } from 'react';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { PlanDialog } from '../../ui/PlanDialog.tsx';
import { PlanDone } from '../../ui/PlanDone.tsx';
import { PlanFoot } from '../../ui/PlanFoot.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { usePlanKeys } from '../../ui/use-plan-keys.ts';
import { countAll, countKinds, countTaken, undecided, type Decisions } from './decisions.ts';
import { PlanTabs } from './PlanTabs.tsx';
import { ReadingSummary } from './ReadingSummary.tsx';
import { readAsItLooks, type ChosenFile } from './reading-choice.ts';
import { TakenReport } from './TakenReport.tsx';
import { usePlan } from './use-plan.ts';
import { useTake } from './use-take.ts';
import '../../styles/read-back.css';

type Props = {
  files: readonly ChosenFile[];
  onClose(): void;
  /** The person says that they are articles. */
  onArticles(files: readonly ChosenFile[]): void;
  /** Takes back the last step. */
  onUndo(): void;
};

/** What annotations of files differ from those that are here; what is taken of them is one step. */
export function ReadBackDialog({ files, onClose, onArticles, onUndo }: Props) {
  const [reading, setReading] = useState(() => readAsItLooks(files));
  const { plan, error, isReading, progress, readAgain } = usePlan(reading);
  const [decided, setDecided] = useState<{ plan: string | undefined; decisions: Decisions }>();
  // keys are those of one plan
  const decisions = decided?.plan === plan?.plan ? (decided?.decisions ?? undecided) : undecided;
  const canWrite = useStatus()?.mode === 'write';
  const taking = useTake();
  const { run } = taking;

  const counts = plan ? countKinds(plan) : undefined;
  const taken = counts ? countTaken(decisions, counts) : 0;
  const newArticles = plan?.documents.new ?? 0;
  const isAnything = counts !== undefined && (taken > 0 || (countAll(counts) === 0 && newArticles > 0));
  const canTake = canWrite && isAnything && !isReading && !run.isPending;
  const take = () => {
    if (plan && canTake) run.mutate({ reading, plan, decisions });
  };

  const undo = () => {
    onClose();
    onUndo();
  };
  usePlanKeys({ isDone: run.data !== undefined, onRun: take, onUndo: undo });
  const close = () => {
    taking.cancel();
    onClose();
  };

  if (run.data)
    return (
      <PlanDone title={words.title} size="medium" undo={words.undo} onUndo={undo} onClose={onClose}>
        <TakenReport report={run.data} />
      </PlanDone>
    );

  const failure = run.error ?? error;
  return (
    <PlanDialog
      title={words.title}
      aside={
        <>
          <bdi>{words.file(reading.files[0]?.name ?? '', reading.files.length - 1)}</bdi> · {words.nothingYet}
        </>
      }
      summary={
        <ReadingSummary
          reading={reading}
          plan={plan}
          onRead={(changes) => setReading({ ...reading, ...changes })}
          onArticles={() => onArticles(reading.files)}
        />
      }
      name={words.tabs}
      looking={isReading ? { label: words.reading, progress, ...(!plan && { onCancel: close }) } : null}
      running={run.isPending ? { label: words.taking, progress: taking.progress, onCancel: taking.cancel } : null}
      foot={
        <PlanFoot
          said={plan && isAnything ? words.comes(taken, newArticles) : ''}
          hint={plan && isAnything ? words.oneStep : ''}
          name={plan ? words.take(taken, newArticles) : null}
          canRun={canTake}
          onCancel={close}
          onRun={take}
        />
      }
      onClose={close}
    >
      {failure && !hasCode(failure, 'cancelled') && (
        <Trouble error={failure}>
          <Button
            onClick={() => {
              run.reset();
              readAgain();
            }}
          >
            {words.again}
          </Button>
        </Trouble>
      )}
      {plan && (
        <PlanTabs
          plan={plan}
          decisions={decisions}
          mapping={reading.mapping}
          onDecide={(next) => setDecided({ plan: plan.plan, decisions: next })}
          onMap={(mapping) => setReading({ ...reading, mapping })}
          onGone={readAgain}
        />
      )}
    </PlanDialog>
  );
}
