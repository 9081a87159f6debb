import { Search } from 'lucide-react';
import { AnnotationState, type Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotationStateWords, inspectorMessages } from '#shared/messages/en/annotate';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { letterOf } from '#shared/text/label-letter';
import { Choice } from '../../ui/Choice.tsx';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { Sign } from '../../ui/Sign.tsx';
import type { ListingState, Sort } from './use-listed.ts';

type Props = ListingState & { annotations: Annotation[]; labels: Label[]; shown: number };

const sorts = Object.keys(words.sorts) as Sort[];

/** Which annotations are listed, and in what order. */
export function ListTools({ annotations, labels, shown, listing, change }: Props) {
  const present = labels.filter(({ name }) => annotations.some(({ label }) => label === name));
  const toggles = [
    ['isUnlinked', words.unlinked],
    ['isMine', words.mine],
  ] as const;
  return (
    <div className="insp-tools" role="group" aria-label={words.tools}>
      <label className="field grow list-find">
        <Search className="i i-12" aria-hidden="true" />
        <input
          type="search"
          dir="auto"
          aria-label={words.find}
          placeholder={words.find}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={listing.words}
          onChange={({ target }) => change({ words: target.value })}
        />
      </label>
      <ChoiceChip<Sort>
        any={words.sorts.place}
        toName={words.sortName}
        chosen={listing.sort === 'place' ? null : listing.sort}
        options={sorts.filter((value) => value !== 'place').map((value) => ({ value, word: words.sorts[value] }))}
        onChoose={(sort) => change({ sort: sort ?? 'place' })}
      />
      {present.length > 1 && (
        <Choice
          label={inspectorMessages.labelFilter}
          value={listing.label ?? ''}
          options={[
            { value: '', name: inspectorMessages.allLabels },
            ...present.map((label) => ({
              value: label.name,
              name: (
                <>
                  <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
                  <span className="vh">{label.name}</span>
                </>
              ),
            })),
          ]}
          onChoose={(name) => change({ label: name === '' ? null : name })}
        />
      )}
      <ChoiceChip<AnnotationState>
        any={words.anyState}
        toName={words.stateFilter}
        chosen={listing.state}
        options={AnnotationState.options.map((value) => ({ value, word: annotationStateWords[value] }))}
        onChoose={(state) => change({ state })}
      />
      {toggles.map(([name, word]) => (
        <button
          key={name}
          type="button"
          className={listing[name] ? 'chip chip-on' : 'chip'}
          aria-pressed={listing[name]}
          onClick={() => change({ [name]: !listing[name] })}
        >
          {word}
        </button>
      ))}
      <span role="status" className="hint tnum">
        {words.shown(shown, annotations.length)}
      </span>
    </div>
  );
}
