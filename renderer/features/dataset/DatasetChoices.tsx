import { useQuery } from '@tanstack/react-query';
import { CheckedBy, LinkChoice, type DatasetPreview } from '#shared/domain/dataset';
import { WorkState } from '#shared/domain/article';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { stateWords } from '#shared/messages/en/library';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { CheckSet } from './CheckSet.tsx';
import { isDateGood, type DatasetChoice } from './dataset-choice.ts';
import { FormatChoice } from './FormatChoice.tsx';
import { RadioSet } from './RadioSet.tsx';
import { SavedDatasets } from './SavedDatasets.tsx';
import { SplitChoice } from './SplitChoice.tsx';

/** An article is new until somebody marks or tags it. */
const states = ['new', ...WorkState.options] as const;

type Props = {
  choice: DatasetChoice;
  preview: DatasetPreview | undefined;
  /** How many the corpus has. */
  articles: number;
  onChoose(choice: DatasetChoice): void;
};

/** What goes out, and in which format. */
export function DatasetChoices({ choice, preview, articles, onChoose }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const used = outlets.filter((outlet) => outlet.articles > 0);
  const unknown = articles - used.reduce((sum, outlet) => sum + outlet.articles, 0);
  const annotators = new Set([...Object.keys(preview?.offered.annotators ?? {}), ...(choice.annotators ?? [])]);
  const set = (changes: Partial<DatasetChoice>) => onChoose({ ...choice, ...changes });

  return (
    <section className="pane" aria-label={words.choices}>
      <div className="pane-head">
        <h2>{words.choices}</h2>
        <span className="grow" />
        <SavedDatasets choice={choice} onChoose={onChoose} />
      </div>
      <div className="pane-scroll">
        {used.length > 0 && (
          <CheckSet
            legend={words.outlets}
            {...(preview && { aside: words.articlesOf(preview.articles, articles) })}
            options={used.map(({ name, articles: count }) => ({ value: name, count }))}
            chosen={choice.outlets}
            onChoose={(chosen) => set({ outlets: chosen })}
          >
            {choice.outlets !== null && unknown > 0 && <p className="hint">{words.withoutOutlet(unknown)}</p>}
          </CheckSet>
        )}
        <section className="sec dataset-dates">
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              label={words[end]}
              placeholder="2019-01"
              className="tnum"
              autoComplete="off"
              value={choice[end]}
              isBad={!isDateGood(choice[end])}
              {...(!isDateGood(choice[end]) && { hint: words.dateBad })}
              onChange={(event) => set({ [end]: event.target.value })}
            />
          ))}
          <TextField
            label={words.search}
            className="grow"
            dir="auto"
            autoComplete="off"
            value={choice.search}
            onChange={({ target }) => set({ search: target.value })}
          />
        </section>
        <CheckSet
          legend={words.states}
          options={states.map((state) => ({ value: state, name: stateWords[state] }))}
          chosen={choice.states}
          onChoose={(chosen) => set({ states: chosen })}
        />
        <CheckSet
          legend={words.labels}
          options={labels.map(({ name, key, colour, line }) => ({
            value: name,
            sign: <Sign letter={letterOf({ key, name })} colour={colour} line={line} />,
            count: preview?.offered.labels[name] ?? 0,
          }))}
          chosen={choice.labels}
          onChoose={(chosen) => set({ labels: chosen })}
        />
        <RadioSet
          legend={words.whose}
          value={choice.layer}
          options={(['result', 'settled', 'own'] as const).map((value) => ({ value, ...words.layers[value] }))}
          onChoose={(layer) => set({ layer })}
        />
        {annotators.size > 0 && (
          <CheckSet
            legend={words.annotators}
            options={[...annotators].sort().map((name) => ({ value: name, count: preview?.offered.annotators[name] }))}
            chosen={choice.annotators}
            onChoose={(chosen) => set({ annotators: chosen })}
          >
            {choice.layer === 'result' && <p className="hint">{words.oneResult}</p>}
          </CheckSet>
        )}
        <RadioSet
          legend={words.howChecked}
          value={choice.checkedOnly ? 'checked' : 'all'}
          options={(['all', 'checked'] as const).map((value) => ({ value, ...words.checkedChoices[value] }))}
          onChoose={(value) => set({ checkedOnly: value === 'checked' })}
        />
        <RadioSet
          legend={words.checkedBy}
          value={choice.checkedBy}
          options={CheckedBy.options.map((value) => ({ value, name: words.checkedByChoices[value], hint: '' }))}
          onChoose={(checkedBy) => set({ checkedBy })}
        />
        <FormatChoice choice={choice} preview={preview} onChoose={set} />
        <SplitChoice split={choice.split} preview={preview} onChoose={(split) => set({ split })} />
        <RadioSet
          legend={words.texts}
          value={choice.text}
          options={(['whole', 'hash'] as const).map((value) => ({
            value,
            ...words.textChoices[value],
            isOff: value === 'hash' && preview?.needsText === true,
          }))}
          onChoose={(text) => set({ text })}
        >
          {preview?.needsText && <p className="hint">{words.textNeeded}</p>}
        </RadioSet>
        <div className="sec check-set">
          <div className="sec-h" aria-hidden="true">
            {words.people}
          </div>
          <Choice
            label={words.people}
            value={choice.names}
            options={(['names', 'initials', 'numbers'] as const).map((value) => ({
              value,
              name: words.peopleChoices[value],
            }))}
            onChoose={(names) => set({ names })}
          />
        </div>
        <div className="sec check-set">
          <div className="sec-h" aria-hidden="true">
            {words.links}
          </div>
          <Choice
            label={words.links}
            value={choice.links}
            options={LinkChoice.options.map((value) => ({ value, name: words.linkChoices[value] }))}
            onChoose={(links) => set({ links })}
          />
          <p className="hint">{words.linksHint}</p>
        </div>
      </div>
    </section>
  );
}
