import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { compareMessages } from '#shared/messages/en/compare';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { FindList } from '../../ui/FindList.tsx';

const { dialog: words } = compareMessages;

/** The entities that an article of a side has to name, each found by any of its names. */
export function SideEntities({ chosen, onChoose }: { chosen: readonly string[]; onChoose(chosen: string[]): void }) {
  const [query, setQuery] = useState<string | null>(null);
  const found = useQuery({ ...queries.suggestedEntities(query ?? ''), enabled: query !== null });
  return (
    <div className="stack" role="group" aria-label={words.entities}>
      <div className="sec-h" aria-hidden="true">
        {words.entities}
      </div>
      {chosen.length > 0 && (
        <ul className="side-chosen">
          {chosen.map((name) => (
            <li key={name} className="chip">
              <bdi className="trunc">{name}</bdi>
              <button
                type="button"
                aria-label={words.remove(name)}
                onClick={() => onChoose(chosen.filter((each) => each !== name))}
              >
                <X className="i" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {query === null ? (
        <span>
          <Button size="small" icon={<Plus className="i i-12" aria-hidden="true" />} onClick={() => setQuery('')}>
            {words.addEntity}
          </Button>
        </span>
      ) : (
        <FindList
          label={words.addEntity}
          hint={words.entityHint}
          query={query}
          items={(found.data ?? []).map(({ uid, name }) => ({ id: uid, name }))}
          isOld={found.isFetching}
          onQuery={setQuery}
          onChoose={(uid) => {
            const name = found.data?.find((each) => each.uid === uid)?.name;
            if (name !== undefined && !chosen.includes(name)) onChoose([...chosen, name]);
            setQuery(null);
          }}
        />
      )}
    </div>
  );
}
