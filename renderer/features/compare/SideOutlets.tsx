import { useState, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { compareMessages } from '#shared/messages/en/compare';
import { queries } from '../../api/queries.ts';
import { CheckList } from './CheckList.tsx';

const { dialog: words } = compareMessages;

type Props = {
  chosen: readonly string[];
  /** The field that finds an outlet. */
  finder: RefObject<HTMLInputElement | null>;
  onChoose(chosen: string[]): void;
};

/** The outlets of a side, by name or alias; those that are chosen stay in sight. */
export function SideOutlets({ chosen, finder, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const outlets = useQuery(queries.outlets()).data ?? [];
  const wanted = typed.trim().toLowerCase();
  const isFound = (name: string, aliases: readonly string[]) =>
    wanted === '' || [name, ...aliases].some((each) => each.toLowerCase().includes(wanted));
  const known = new Set(outlets.map(({ name }) => name));
  const options = [
    ...chosen.filter((name) => !known.has(name)).map((name) => ({ value: name, count: 0 })),
    ...outlets
      .filter(({ name, aliases }) => chosen.includes(name) || isFound(name, aliases))
      .map(({ name, articles }) => ({ value: name, count: articles })),
  ];
  return (
    <CheckList legend={words.outlets} options={options} chosen={chosen} onChoose={onChoose}>
      <label className="field">
        <Search className="i" aria-hidden="true" />
        <input
          ref={finder}
          type="search"
          dir="auto"
          aria-label={words.findOutlet}
          placeholder={words.findOutlet}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            const [first] = outlets.filter(({ name, aliases }) => isFound(name, aliases));
            if (event.key !== 'Enter' || !first || wanted === '') return;
            event.preventDefault();
            if (!chosen.includes(first.name)) onChoose([...chosen, first.name]);
            setTyped('');
          }}
        />
      </label>
      <p className="hint">
        {options.length === 0 && wanted !== '' ? words.noOutlet : chosen.length === 0 ? words.anyOutlet : ''}
      </p>
    </CheckList>
  );
}
