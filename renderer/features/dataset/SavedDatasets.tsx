import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Trash2 } from 'lucide-react';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { fromAsked, toAsked, type DatasetChoice } from './dataset-choice.ts';

type Props = { choice: DatasetChoice; onChoose(choice: DatasetChoice): void };

/** Choices that are kept by name in the corpus: to take up again, to add to, to remove. */
export function SavedDatasets({ choice, onChoose }: Props) {
  const [name, setName] = useState('');
  const datasets = useQuery(queries.datasets()).data ?? [];
  const asked = JSON.stringify(toAsked(choice));
  const current = datasets.find((each) => JSON.stringify(toAsked(fromAsked(each.choice))) === asked);
  const keep = () =>
    void save('dataset:save', { name: name.trim(), choice: toAsked(choice) }).then(() => setName(''), sayError);
  return (
    <Popover
      label={words.saved}
      trigger={
        <Button variant="quiet" title={words.saved}>
          <bdi className="trunc">{current?.name ?? words.notSaved}</bdi>
          <ChevronDown className="i i-12" aria-hidden="true" />
        </Button>
      }
    >
      <section className="stack form saved-datasets" aria-label={words.saved}>
        {datasets.length === 0 && <p className="hint">{words.noSaved}</p>}
        <ul className="plain-list">
          {datasets.map(({ uid, name: kept, choice: its }) => (
            <li key={uid} className="row">
              <button
                type="button"
                className="item grow trunc"
                aria-label={words.useSaved(kept)}
                onClick={() => onChoose(fromAsked(its))}
              >
                <bdi className="trunc">{kept}</bdi>
              </button>
              <Button
                size="small"
                variant="quiet"
                icon={<Trash2 className="i i-12" aria-hidden="true" />}
                aria-label={words.removeSaved(kept)}
                onClick={() => void save('dataset:remove', { name: kept }).catch(sayError)}
              />
            </li>
          ))}
        </ul>
        <form
          className="row name-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep();
          }}
        >
          <TextField
            label={words.saveAs}
            dir="auto"
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {words.keep}
          </Button>
        </form>
      </section>
    </Popover>
  );
}
