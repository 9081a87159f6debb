import { useId } from 'react';
import { historyDialogMessages as words } from '#shared/messages/en/history';
import type { StepChoice } from './use-steps.ts';

type Props = { choice: StepChoice; people: string[]; onChoose(choice: StepChoice): void };

/** Whose steps, and of which day. */
export function StepFilters({ choice, people, onChoose }: Props) {
  const id = useId();
  return (
    <div className="history-filters">
      <div className="stack field-stack">
        <label className="label" htmlFor={`${id}-person`}>
          {words.person}
        </label>
        <span className="field">
          <select
            id={`${id}-person`}
            value={choice.annotator}
            onChange={({ target }) => onChoose({ ...choice, annotator: target.value })}
          >
            <option value="">{words.everybody}</option>
            {people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </span>
      </div>
      <div className="stack field-stack">
        <label className="label" htmlFor={`${id}-day`}>
          {words.day}
        </label>
        <span className="field">
          <input
            id={`${id}-day`}
            type="date"
            value={choice.day}
            onChange={({ target }) => onChoose({ ...choice, day: target.value })}
          />
        </span>
      </div>
    </div>
  );
}
