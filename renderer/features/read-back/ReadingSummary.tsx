import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FormatName, OffsetUnit } from '#shared/domain/dataset';
import type { InterchangePlan } from '#shared/domain/interchange';
import { datasetMessages } from '#shared/messages/en/dataset-view';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { call, offer } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { ReadingFacts } from './ReadingFacts.tsx';
import type { ChosenFile, Reading } from './reading-choice.ts';
import { useDrop } from './use-drop.ts';

type Props = {
  reading: Reading;
  /** Undefined while nothing is known yet, or the files cannot be read in this way. */
  plan: InterchangePlan | undefined;
  onRead(changes: Partial<Reading>): void;
  onArticles(): void;
};

const chooseFiles = async () => (await call('door:choose-files', {})).files;

/** Those that are written for people or for the web are not read. */
const readable = FormatName.options.filter((name) => name !== 'claimreview' && name !== 'xlsx');

/** What files were taken for, which can be said otherwise, and what is in them. */
export function ReadingSummary({ reading, plan, onRead, onArticles }: Props) {
  const found = plan && reading.format === 'auto' ? datasetMessages.formats[plan.format].name : '';
  const unit = plan && reading.unit === 'auto' ? words.units[plan.unit] : '';
  const add = async (files: Promise<readonly ChosenFile[]>) => {
    try {
      const more = await files;
      if (more.length > 0) onRead({ files: [...reading.files, ...more] });
    } catch (error) {
      sayError(error);
    }
  };
  useDrop((files) => void add(Promise.all(files.map(offer)) as Promise<ChosenFile[]>));
  return (
    <section className="pane plan-summary" aria-label={words.summary}>
      <div className="pane-scroll">
        <div className="sec read-back-fields">
          <Pick
            label={words.format}
            value={reading.format}
            options={[
              ['auto', words.found(found)],
              ...readable.map((name): [FormatName, string] => [name, datasetMessages.formats[name].name]),
            ]}
            onPick={(format) => onRead({ format: format as Reading['format'] })}
          />
          <Pick
            label={words.unit}
            value={reading.unit}
            options={[
              ['auto', words.found(unit)],
              ...OffsetUnit.options.map((name): [OffsetUnit, string] => [name, words.units[name]]),
            ]}
            onPick={(chosen) => onRead({ unit: chosen as Reading['unit'] })}
          />
          <WhoseField annotator={reading.annotator} onWrite={(annotator) => onRead({ annotator })} />
        </div>
        {plan && <ReadingFacts plan={plan} />}
      </div>
      <div className="stack plan-others">
        <Button onClick={() => void add(chooseFiles())}>{words.addFiles}</Button>
        <Button variant="quiet" onClick={onArticles}>
          {words.asArticles}
        </Button>
      </div>
    </section>
  );
}

type PickProps = { label: string; value: string; options: [string, string][]; onPick(value: string): void };

function Pick({ label, value, options, onPick }: PickProps) {
  const id = useId();
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className="field">
        <select id={id} value={value} onChange={({ target }) => onPick(target.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** Read anew when the field is left or Enter is pressed, not at each letter. */
function WhoseField({ annotator, onWrite }: { annotator: string; onWrite(annotator: string): void }) {
  const id = useId();
  const people = useQuery(queries.people()).data ?? [];
  const [typed, setTyped] = useState(annotator);
  const write = () => typed.trim() !== annotator && onWrite(typed.trim());
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {words.by}
      </label>
      <span className="field">
        <input
          id={id}
          dir="auto"
          autoComplete="off"
          maxLength={200}
          list={`${id}-people`}
          placeholder={words.you}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={write}
          onKeyDown={({ key, ctrlKey, metaKey }) => key === 'Enter' && !ctrlKey && !metaKey && write()}
        />
      </span>
      <datalist id={`${id}-people`}>
        {people.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <span id={`${id}-hint`} className="hint">
        {words.byHint}
      </span>
    </div>
  );
}
