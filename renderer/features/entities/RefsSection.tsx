import { useState } from 'react';
import { X } from 'lucide-react';
import type { EntityChanges } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { Button } from '../../ui/Button.tsx';
import type { EntityProps } from './entity-props.ts';

type Props = EntityProps & { onSet(changes: EntityChanges): Promise<boolean> };

/** Ids that others gave to the entity. */
export function RefsSection({ entity, isOff, onSet }: Props) {
  const { refs } = entity.details;
  const [scheme, setScheme] = useState('');
  const [value, setValue] = useState('');
  const add = async () => {
    if (scheme.trim() === '' || value.trim() === '') return;
    if (!(await onSet({ refs: [...refs, { scheme: scheme.trim(), value: value.trim() }] }))) return;
    setScheme('');
    setValue('');
  };
  return (
    <section className="sec">
      <h3 className="sec-h">{words.refs}</h3>
      {refs.length === 0 && <p className="muted">{words.noRefs}</p>}
      <ul className="ent-refs">
        {refs.map((ref, n) => (
          <li key={n} className="row">
            <span className="hint">{ref.scheme}</span>
            <bdi className="code trunc grow">{ref.value}</bdi>
            <Button
              size="small"
              variant="quiet"
              disabled={isOff}
              aria-label={words.removeRef(ref.scheme, ref.value)}
              icon={<X className="i i-12" aria-hidden="true" />}
              onClick={() => void onSet({ refs: refs.filter((_, at) => at !== n) })}
            />
          </li>
        ))}
      </ul>
      {!isOff && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <span className="field">
            <input
              aria-label={words.refScheme}
              placeholder="wikidata"
              maxLength={60}
              value={scheme}
              onChange={({ target }) => setScheme(target.value)}
            />
          </span>
          <span className="field">
            <input
              aria-label={words.refValue}
              maxLength={500}
              value={value}
              onChange={({ target }) => setValue(target.value)}
            />
          </span>
          <Button size="small" type="submit" disabled={scheme.trim() === '' || value.trim() === ''}>
            {words.addRef}
          </Button>
        </form>
      )}
    </section>
  );
}
