import { useState } from 'react';
import type { ListedStep } from '#shared/domain/journal';
import { historyDialogMessages as words } from '#shared/messages/en/history';
import { outsideMessages } from '#shared/messages/en/outside';
import { useStatus } from '../../api/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { StepDetails } from './StepDetails.tsx';
import { StepFilters } from './StepFilters.tsx';
import { StepList } from './StepList.tsx';
import { useSteps, type StepChoice } from './use-steps.ts';
import '../../styles/history.css';

type Props = {
  /** Where only one article's history is asked for. */
  article: { uid: string; title: string } | null;
  onClose(): void;
};

/** All that was done, step by step: who, when, what, before and after; and the ways back. */
export function HistoryDialog({ article, onClose }: Props) {
  const [choice, setChoice] = useState<StepChoice>({ annotator: '', day: '' });
  const { steps, people, error, isMore, loadMore } = useSteps(choice, article?.uid ?? null);
  const [chosen, setChosen] = useState<ListedStep['uid'] | null>(null);
  const step = steps.find(({ uid }) => uid === chosen) ?? steps[0];
  const isPackage = useStatus()?.package != null;
  const isFiltered = choice.annotator !== '' || choice.day !== '';

  return (
    <Dialog title={article ? words.ofArticle(article.title) : words.title} size="large" onClose={onClose}>
      <div className="history">
        <section className="history-steps" aria-label={words.steps}>
          <StepFilters choice={choice} people={people} onChoose={setChoice} />
          {error && (
            <p className="say say-bad" role="alert">
              {error.message}
            </p>
          )}
          {steps.length === 0 ? (
            <p className="hint history-none">{isFiltered ? words.noneFound : words.none}</p>
          ) : (
            <StepList
              steps={steps}
              chosen={step?.uid ?? null}
              onChoose={setChosen}
              {...(isMore && { onOlder: loadMore })}
            />
          )}
          {isPackage && !isMore && <p className="hint history-none">{outsideMessages.history}</p>}
        </section>
        {step ? (
          <StepDetails key={step.uid} step={step} article={article?.uid ?? null} onShown={onClose} />
        ) : (
          <Empty title={words.choose} />
        )}
      </div>
    </Dialog>
  );
}
