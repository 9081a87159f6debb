import { useEffect, useEffectEvent, useState } from 'react';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { hasCode } from '../../api/client.ts';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { Trouble } from '../../ui/Trouble.tsx';
import { countAll, countKinds, countTaken, undecided, type Decisions } from './decisions.ts';
import { PlanTabs } from './PlanTabs.tsx';
import { ReadBackFoot } from './ReadBackFoot.tsx';
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
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (run.data ? letterOfKey(event) !== 'Z' : event.key !== 'Enter') return;
    event.preventDefault();
    if (run.data) undo();
    else take();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const close = () => {
    taking.cancel();
    onClose();
  };

  if (run.data)
    return (
      <Dialog
        title={words.title}
        onClose={onClose}
        footer={
          <>
            <span className="grow" />
            <Button keys="Ctrl Z" onClick={undo}>
              {words.undo}
            </Button>
            <Button variant="primary" autoFocus onClick={onClose}>
              {words.close}
            </Button>
          </>
        }
      >
        <TakenReport report={run.data} />
      </Dialog>
    );

  const failure = run.error ?? error;
  return (
    <Dialog
      title={words.title}
      aside={
        <>
          <bdi>{words.file(reading.files[0]?.name ?? '', reading.files.length - 1)}</bdi> · {words.nothingYet}
        </>
      }
      size="large"
      onClose={close}
      footer={
        run.isPending ? (
          <JobProgress label={words.taking} progress={taking.progress} onCancel={taking.cancel} />
        ) : (
          <ReadBackFoot
            said={plan && isAnything ? words.comes(taken, newArticles) : ''}
            name={plan ? words.take(taken, newArticles) : null}
            canTake={canTake}
            onCancel={close}
            onTake={take}
          />
        )
      }
    >
      <div className="read-back" aria-busy={isReading}>
        <ReadingSummary
          reading={reading}
          plan={plan}
          onRead={(changes) => setReading({ ...reading, ...changes })}
          onArticles={() => onArticles(reading.files)}
        />
        <section className="pane read-back-main" aria-label={words.tabs}>
          {isReading && (
            <div className="read-back-job">
              <JobProgress label={words.reading} progress={progress} {...(!plan && { onCancel: close })} />
            </div>
          )}
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
        </section>
      </div>
    </Dialog>
  );
}
