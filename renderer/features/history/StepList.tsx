import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { ListedStep } from '#shared/domain/journal';
import { actWords } from '#shared/messages/en/app';
import { historyDialogMessages as words, historyMessages } from '#shared/messages/en/history';
import { momentWords, shortQuote } from '#shared/messages/en/ui';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';

type Props = {
  steps: ListedStep[];
  chosen: string | null;
  onChoose(uid: ListedStep['uid']): void;
  onOlder?: () => void;
};

/** Steps, newest first; arrows move, and what the keys are at is shown beside. */
export function StepList({ steps, chosen, onChoose, onOlder }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    steps.findIndex(({ uid }) => uid === chosen),
  );
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const press = (event: KeyboardEvent) => {
    const last = steps.length - 1;
    const to = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      PageDown: Math.min(at + 10, last),
      PageUp: Math.max(at - 10, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(steps[to]!.uid);
  };

  return (
    <div className="history-list">
      <div
        ref={list}
        className="list"
        role="listbox"
        aria-label={words.steps}
        tabIndex={0}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={press}
      >
        {steps.map(({ uid, act, annotator, at: when, state, touched, example }, n) => (
          <div
            key={uid}
            id={`${id}-${n}`}
            role="option"
            className="history-step"
            aria-selected={n === at}
            data-state={state}
            onClick={() => onChoose(uid)}
          >
            <Avatar name={annotator} isSmall />
            <span className="stack">
              <span className="row">
                <span className="strong grow">{actWords[act]}</span>
                <time className="hint" dateTime={when}>
                  {momentWords(when)}
                </time>
              </span>
              <span className="hint">
                <span className="vh">{annotator}: </span>
                {[words.states[state], historyMessages.touched(touched)].filter(Boolean).join(' · ')}
              </span>
              {example !== null && <bdi className="theirs trunc">{shortQuote(example)}</bdi>}
            </span>
          </div>
        ))}
      </div>
      {onOlder && (
        <Button size="small" onClick={onOlder}>
          {words.older}
        </Button>
      )}
    </div>
  );
}
