import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { helpMessages, shortcutGroups, shortcutNames } from '#shared/messages/en/help';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

type Group = keyof typeof shortcutGroups;
type Shown = { group: Group; name: string; keys: readonly string[] };
type Props = { shortcuts: readonly Shown[]; onAbout(): void; onClose(): void };

/** All keys, those of the codebook's labels first; found by what they do or by the key. */
export function KeyboardShortcuts({ shortcuts, onAbout, onClose }: Props) {
  const isOpen = useStatus() !== null;
  const labels = useQuery({ ...queries.codebook(), enabled: isOpen }).data?.labels ?? [];
  const [search, setSearch] = useState('');
  const finder = useRef<HTMLInputElement>(null);
  const tags = labels.flatMap(({ name, key, retired }): Shown[] =>
    key === null || retired ? [] : [{ group: 'tag', name: shortcutNames.tag(name), keys: [key] }],
  );
  const wanted = search.trim().toLowerCase();
  const found = [...tags, ...shortcuts].filter(
    ({ name, keys }) => name.includes(wanted) || keys.some((key) => key.toLowerCase().includes(wanted)),
  );
  return (
    <Dialog
      title={helpMessages.shortcuts}
      initialFocus={finder}
      onClose={onClose}
      footer={
        <>
          <span className="hint grow">{helpMessages.note}</span>
          <Button onClick={onAbout}>{helpMessages.aboutButton}</Button>
        </>
      }
    >
      <label className="field">
        <Search className="i" aria-hidden="true" />
        <input
          ref={finder}
          type="search"
          aria-label={helpMessages.find}
          placeholder={helpMessages.find}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      {found.length === 0 && <p className="hint help-none">{helpMessages.nothingFound}</p>}
      <div className="help-groups">
        {(Object.keys(shortcutGroups) as Group[]).map((group) => (
          <KeyGroup key={group} name={shortcutGroups[group]} shown={found.filter((each) => each.group === group)} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ name, shown }: { name: string; shown: Shown[] }) {
  if (shown.length === 0) return null;
  return (
    <section>
      <h3 className="sec-h">{name}</h3>
      <dl className="help-keys">
        {shown.map((each) => [
          <dt key={`${each.name}-name`}>{each.name}</dt>,
          <dd key={each.name}>
            {each.keys.map((keys, n) => (
              <span key={keys}>
                {n > 0 && <span className="hint">{helpMessages.or} </span>}
                <span className="vh">{keys}</span>
                <Kbd keys={keys} />
              </span>
            ))}
          </dd>,
        ])}
      </dl>
    </section>
  );
}
