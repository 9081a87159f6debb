import { useState } from 'react';
import type { FoundName, NameMapping } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';

type Props = { name: FoundName; known: readonly string[]; top: number; onChoose(name: NameMapping): void };

/** Of the choice: no name can be these, since each other value has a letter before it. */
const LEFT = '';
const NEW = '+';
const toValue = (name: string) => `=${name}`;

/** A name of the files, how often it stands there, and what it is taken for: one that is here, a new one, or none. */
export function NameRow({ name: found, known, top, onChoose }: Props) {
  const { sort, theirs, count, ours, by, isNew } = found;
  const choose = (next: string | null) => next !== ours && onChoose({ sort, theirs, ours: next });
  const value = ours === null ? LEFT : isNew ? NEW : toValue(ours);
  const isKnown = ours === null || isNew || known.includes(ours);
  return (
    <div
      className={`virtual-row read-name ${ours === null && sort !== 'annotator' ? 'is-left' : ''}`}
      role="group"
      aria-label={theirs}
      style={{ top }}
    >
      <span className="theirs trunc" title={theirs}>
        <bdi>{theirs}</bdi>
      </span>
      <span className="hint num">{words.times(count)}</span>
      <span className="row">
        <span className="field">
          <select
            aria-label={words.standsFor(theirs)}
            value={value}
            onChange={({ target }) =>
              choose(target.value === LEFT ? null : target.value === NEW ? theirs : target.value.slice(1))
            }
          >
            {!isKnown && <option value={value}>{ours}</option>}
            {known.map((each) => (
              <option key={each} value={toValue(each)}>
                {each}
              </option>
            ))}
            {(isNew || !known.includes(theirs)) && <option value={NEW}>{words.aNewOne}</option>}
            <option value={LEFT}>{words.leftOut(sort)}</option>
          </select>
        </span>
        {isNew && ours !== null && <NewName theirs={theirs} ours={ours} onWrite={choose} />}
      </span>
      <span className={by === 'common-word' ? 'hint read-name-guessed' : 'hint'}>{words.foundBy[by]}</span>
    </div>
  );
}

/** What a new one is to be called; taken when the field is left or Enter is pressed. */
function NewName({ theirs, ours, onWrite }: { theirs: string; ours: string; onWrite(name: string): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const write = () => {
    if (typed !== null && typed.trim() !== '') onWrite(typed.trim());
    setTyped(null);
  };
  return (
    <span className="field grow">
      <input
        aria-label={words.newName(theirs)}
        dir="auto"
        autoComplete="off"
        maxLength={200}
        value={typed ?? ours}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={write}
        onKeyDown={({ key, ctrlKey, metaKey }) => key === 'Enter' && !ctrlKey && !metaKey && write()}
      />
    </span>
  );
}
