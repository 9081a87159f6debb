import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import type { ArticleFilter } from '#shared/domain/filter';
import type { SavedFilter } from '#shared/domain/saved-filter';
import { compareMessages } from '#shared/messages/en/compare';
import { printFilter } from '#shared/text/filter-text';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';

const { dialog: words } = compareMessages;
const none: readonly SavedFilter[] = [];

/** Filters that are kept by name, for all who use the corpus: to choose from, to add to, to rename and to remove. */
export function SavedFilters({ draft, onUse }: { draft: ArticleFilter; onUse(filter: ArticleFilter): void }) {
  const kept = useQuery(queries.filters()).data ?? none;
  /** Removed here, and still listed until the answer comes: no focus may be left on them. */
  const [gone, setGone] = useState<readonly string[]>([]);
  const filters = kept.filter(({ uid }) => !gone.includes(uid));
  const bringBack = (uid: string) => setGone((before) => before.filter((each) => each !== uid));
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const owed = useRef<string | null>(null);
  useEffect(() => {
    // a new name makes another row of it, which may come later
    const button = list.current?.querySelector<HTMLElement>(`[data-filter="${owed.current}"]`);
    if (!button) return;
    owed.current = null;
    button.focus();
  }, [kept, renamed]);
  const isKnown = filters.some((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  const keep = (field: HTMLInputElement | null) => {
    if (name.trim() === '') return;
    void save('filters:save', { name, filter: draft }).then(({ uid }) => {
      bringBack(uid);
      field?.focus(); // from a button that is off as long as there is no name
      setName('');
    }, sayError);
  };
  return (
    <section className="stack form saved-filters" aria-label={words.saved}>
      <h3 className="sec-h">{words.saved}</h3>
      {filters.length === 0 && <p className="hint">{words.noSaved}</p>}
      <ul ref={list} className="plain-list">
        {filters.map((each) => (
          <li key={each.uid} className="row">
            {each.uid === renamed ? (
              <Rename
                filter={each}
                onDone={(uid) => {
                  bringBack(uid);
                  owed.current = uid;
                  setRenamed(null);
                }}
              />
            ) : (
              <button
                type="button"
                className="item grow trunc"
                aria-label={words.use(each.name)}
                title={printFilter(each.filter)}
                onClick={() => onUse(each.filter)}
              >
                <bdi className="trunc">{each.name}</bdi>
              </button>
            )}
            <Button
              size="small"
              variant="quiet"
              icon={<Pencil className="i i-12" aria-hidden="true" />}
              aria-label={words.renameOf(each.name)}
              aria-expanded={each.uid === renamed}
              data-filter={each.uid}
              onClick={() => setRenamed(each.uid === renamed ? null : each.uid)}
            />
            <Button
              size="small"
              variant="quiet"
              icon={<Trash2 className="i i-12" aria-hidden="true" />}
              aria-label={words.removeOf(each.name)}
              onClick={({ currentTarget }) => {
                focusBeside(currentTarget); // a button that goes takes the focus with it
                setGone([...gone, each.uid]);
                void save('filters:remove', { filter: each.uid }).catch((error: unknown) => {
                  bringBack(each.uid);
                  sayError(error);
                });
              }}
            />
          </li>
        ))}
      </ul>
      <form
        className="row name-row"
        onSubmit={(event) => {
          event.preventDefault();
          keep(event.currentTarget.querySelector('input'));
        }}
      >
        <TextField
          label={words.saveAs}
          dir="auto"
          maxLength={100}
          autoComplete="off"
          value={name}
          {...(isKnown && { hint: words.replaces(name.trim()) })}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {words.save}
        </Button>
      </form>
    </section>
  );
}

/** Brings the filter after a button's into focus, else that before, else the field for a new name. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li');
  const beside = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>('input, button');
  (beside ?? button.closest('section')?.querySelector<HTMLElement>('.name-row input'))?.focus();
}

/** `onDone` is told which filter it is now: another name is another filter. */
function Rename({ filter, onDone }: { filter: SavedFilter; onDone(uid: string): void }) {
  const [name, setName] = useState(filter.name);
  return (
    <form
      className="row name-row grow"
      onSubmit={(event) => {
        event.preventDefault();
        void save('filters:rename', { filter: filter.uid, name }).then(({ uid }) => onDone(uid), sayError);
      }}
    >
      <TextField
        label={words.newName}
        dir="auto"
        autoFocus
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation(); // the dialog stays
          onDone(filter.uid);
        }}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {words.rename}
      </Button>
    </form>
  );
}
