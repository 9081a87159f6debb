import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Person } from '#shared/domain/person';
import type { DealChoice } from '#shared/domain/work';
import { uiMessages } from '#shared/messages/en/ui';
import { workMessages } from '#shared/messages/en/work';
import { hasCode } from '../../../api/client.ts';
import { workQueries } from '../../../api/queries-work.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { say } from '../../../ui/toasts.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { DealArticles } from './DealArticles.tsx';
import { DealHow } from './DealHow.tsx';
import { DealPreview } from './DealPreview.tsx';
import { useDeal } from './use-deal.ts';

const words = workMessages.deal;

const start: DealChoice = {
  filter: {},
  people: [],
  mode: 'double',
  share: 0.2,
  seed: 1,
  unassignedOnly: true,
  blind: true,
};

/** So long after the last change what it would come to is asked for. */
const SETTLED_MS = 200;

/** Chooses articles and people, shows what giving them out comes to, and gives them out as one step. */
export function DealDialog({ people, onClose }: { people: readonly Person[]; onClose(): void }) {
  const [deal, setDeal] = useState(start);
  const asked = useDebounced(deal, SETTLED_MS);
  const isLacking = (each: DealChoice) => each.people.length < (each.mode === 'double' ? 2 : 1);
  const preview = useQuery({
    ...workQueries.deal(asked),
    enabled: !isLacking(asked),
    placeholderData: keepPreviousData,
  });
  const report = isLacking(deal) ? undefined : preview.data;
  const isSettled = asked === deal && !preview.isFetching && preview.error === null;
  const change = (changes: Partial<DealChoice>) => setDeal((before) => ({ ...before, ...changes }));

  const { give, progress, cancel } = useDeal(({ articles }) => {
    say({ text: words.done(articles) });
    onClose();
  });

  const isStopped = hasCode(give.error, 'cancelled');

  return (
    <Dialog
      title={words.title}
      size="large"
      onClose={onClose}
      footer={
        give.isPending ? (
          <JobProgress label={words.working} progress={progress} onCancel={cancel} takesFocus />
        ) : (
          <>
            <span className="grow" />
            <Button onClick={onClose}>{uiMessages.cancel}</Button>
            <Button
              variant="primary"
              autoFocus={give.isError}
              disabled={!isSettled || !report || report.changed === 0}
              onClick={() => give.mutate(deal)}
            >
              {report ? words.give(report.articles) : words.giveAny}
            </Button>
          </>
        )
      }
    >
      <div className="rw-deal">
        <div className="rw-deal-choices" inert={give.isPending}>
          <DealArticles deal={deal} onChange={change} />
          <DealHow deal={deal} people={people} onChange={change} />
        </div>
        <section className="rw-deal-preview" aria-label={words.preview} aria-busy={!isSettled}>
          <h2>{words.preview}</h2>
          {isStopped && (
            <p className="hint" role="status">
              {words.stopped}
            </p>
          )}
          {give.error && !isStopped && <Trouble error={give.error} />}
          {preview.error && <Trouble error={preview.error} />}
          {isLacking(deal) && !preview.error && (
            <p className="hint">{deal.mode === 'double' ? words.chooseTwo : words.choosePeople}</p>
          )}
          {report && !preview.error && <DealPreview report={report} />}
        </section>
      </div>
    </Dialog>
  );
}
