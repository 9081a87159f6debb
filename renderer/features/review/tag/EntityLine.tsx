import { useId, useState } from 'react';
import type { EntityToMake } from '#shared/domain/entity';
import { reviewTagMessages as words } from '#shared/messages/en/review-tag';
import { useOfferedEntities } from '../../../api/use-offered-entities.ts';
import { closedFind, FindField } from '../../../ui/FindField.tsx';

type Props = {
  label: string;
  entity: string;
  /** The words that are tagged: what is looked for while nobody types. */
  quote: string;
  /** By name, or by uid where it was chosen; '' is none. `toMake`: it is none yet. */
  onEntity(name: string, toMake?: EntityToMake): void;
  /** Whether a new one may be made. */
  mayMake?: boolean;
};

/** The longest that is looked for. Unit: UTF-16. */
const LONGEST = 300;

/** The entity that a tag is to mean: what is typed finds one, or is a new one's name. */
export function EntityLine({ label, entity, quote, onEntity, mayMake = false }: Props) {
  const id = useId();
  const [find, setFind] = useState(closedFind);
  const query = (find.typed ?? (entity === '' ? quote : entity)).trim().slice(0, LONGEST);
  const offered = useOfferedEntities({ query, label, isOn: find.isOpen, mayMake });
  const choose = (item: string) => {
    const chosen = offered.find(item);
    if (!chosen) return;
    if ('make' in chosen) onEntity(chosen.make.name, chosen.make);
    else onEntity(chosen.entity.name);
    setFind(closedFind);
  };
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {words.entity}
      </label>
      <FindField
        id={id}
        name={words.entity}
        value={entity}
        placeholder={words.noEntity}
        find={find}
        items={find.typed === '' ? [] : offered.items}
        isOld={find.typed !== '' && offered.isOld}
        onFind={setFind}
        onChoose={choose}
        onBlur={(typed) => typed !== null && onEntity(typed.trim())}
      />
    </div>
  );
}
