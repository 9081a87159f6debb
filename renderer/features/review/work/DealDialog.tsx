import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Person } from '#shared/domain/person';
import type { DealChoice } from '#shared/domain/work';
import { uiMessages } from '#shared/messages/en/ui';
import { workMessages } from '#shared/messages/en/work';
import { workQueries } from '../../../api/queries-work.ts';
import { save } from '../../../api/save.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { say } from '../../../ui/toasts.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { DealArticles } from './DealArticles.tsx';
import { DealHow } from './DealHow.tsx';
import { DealPreview } from './DealPreview.tsx';

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
  const [failure, setFailure] = useState<unknown>(null);
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

  const give = async () => {
    try {
      const { articles } = await save('assignments:deal', deal);
      say({ text: words.done(articles) });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <Dialog
      title={words.title}
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button
            variant="primary"
            disabled={!isSettled || !report || report.changed === 0}
            onClick={() => void give()}
          >
            {words.give(report?.articles ?? 0)}
          </Button>
        </>
      }
    >
      <div className="rw-deal">
        <div className="rw-deal-choices">
          <DealArticles deal={deal} onChange={change} />
          <DealHow deal={deal} people={people} onChange={change} />
        </div>
        <section className="rw-deal-preview" aria-label={words.preview} aria-busy={!isSettled}>
          <h2>{words.preview}</h2>
          {failure !== null && <Trouble error={failure} />}
          {preview.error && <Trouble error={preview.error} />}
          {!report && !preview.error && (
            <p className="hint">{deal.mode === 'double' ? words.chooseTwo : words.choosePeople}</p>
          )}
          {report && !preview.error && <DealPreview report={report} />}
        </section>
      </div>
    </Dialog>
  );
}
