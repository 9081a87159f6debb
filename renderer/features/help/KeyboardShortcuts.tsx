import { useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { helpMessages, shortcutGroups, shortcutNames } from '#shared/messages/en/help';
import { call } from '../../api/client.ts';
import { queries, useStatus } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { KeyRow, type ShownKey } from './KeyRow.tsx';

type Props = {
  /** With the keys that the person has. */
  shortcuts: readonly ShownKey[];
  /** The keys that are held, as shortcuts write them; undefined while only Shift and the like are. */
  readKeys(event: KeyboardEvent): string | undefined;
  onAbout(): void;
  onClose(): void;
};

/** All keys, those of the codebook's labels first; found by what they do or by the key, and changed here. */
export function KeyboardShortcuts({ shortcuts, readKeys, onAbout, onClose }: Props) {
  const isOpen = useStatus() !== null;
  const labels = useQuery({ ...queries.codebook(), enabled: isOpen }).data?.labels ?? [];
  const changed = useQuery(queries.settings()).data?.keys ?? {};
  const [search, setSearch] = useState('');
  const finder = useRef<HTMLInputElement>(null);
  const tags = labels.flatMap(({ name, key, retired }): ShownKey[] =>
    key === null || retired ? [] : [{ group: 'tag', name: shortcutNames.tag(name), keys: [key], command: null }],
  );
  const all = [...tags, ...shortcuts];
  const wanted = search.trim().toLowerCase();
  const found = all.filter(
    ({ name, keys }) => name.toLowerCase().includes(wanted) || keys.some((key) => key.toLowerCase().includes(wanted)),
  );

  const set = async (keys: typeof changed) => {
    try {
      await call('settings:set', { keys });
      announce(helpMessages.changed);
    } catch (error) {
      sayError(error);
    }
  };
  const reset = (command: string) =>
    void set(Object.fromEntries(Object.entries(changed).filter(([name]) => name !== command)));
  /** Says who has the key where somebody has, and changes nothing then. */
  const change = (command: string, keys: string): string | undefined => {
    const likewise = keys.replace(/ [←→↑↓]$/, ' arrows'); // as keys that are only told of are written
    const holder = all.find(
      (each) => (each.keys.includes(keys) || each.keys.includes(likewise)) && each.command !== command,
    );
    if (holder) return helpMessages.taken(keys, holder.name);
    void set({ ...changed, [command]: [keys] });
    return undefined;
  };

  return (
    <Dialog
      title={helpMessages.shortcuts}
      size="large"
      initialFocus={finder}
      onClose={onClose}
      footer={
        <>
          <span className="hint grow">{helpMessages.note}</span>
          {Object.keys(changed).length > 0 && (
            <Button
              onClick={() => {
                finder.current?.focus(); // this one goes
                void set({});
              }}
            >
              {helpMessages.resetAll}
            </Button>
          )}
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
        {(Object.keys(shortcutGroups) as ShownKey['group'][]).map((group) => {
          const shown = found.filter((each) => each.group === group);
          if (shown.length === 0) return null;
          return (
            <section key={group}>
              <h3 className="sec-h">{shortcutGroups[group]}</h3>
              <dl className="help-keys">
                {shown.map((each) => (
                  <KeyRow
                    key={each.name}
                    shown={each}
                    isChanged={each.command !== null && each.command in changed}
                    readKeys={readKeys}
                    onChange={change}
                    onReset={reset}
                  />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
