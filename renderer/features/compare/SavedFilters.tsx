import { useState } from 'react';
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

/** Filters that are kept by name, for all who use the corpus: to choose from, to add to, to rename and to remove. */
export function SavedFilters({ draft, onUse }: { draft: ArticleFilter; onUse(filter: ArticleFilter): void }) {
  const filters = useQuery(queries.filters()).data ?? [];
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<string | null>(null);
  const isKnown = filters.some((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  const keep = () => {
    if (name.trim() === '') return;
    void save('filters:save', { name, filter: draft }).then(() => setName(''), sayError);
  };
  return (
    <section className="stack form saved-filters" aria-label={words.saved}>
      <h3 className="sec-h">{words.saved}</h3>
      {filters.length === 0 && <p className="hint">{words.noSaved}</p>}
      <ul className="plain-list">
        {filters.map((each) =>
          each.uid === renamed ? (
            <li key={each.uid}>
              <Rename filter={each} onDone={() => setRenamed(null)} />
            </li>
          ) : (
            <li key={each.uid} className="row">
              <button
                type="button"
                className="item grow trunc"
                aria-label={words.use(each.name)}
                title={printFilter(each.filter)}
                onClick={() => onUse(each.filter)}
              >
                <bdi className="trunc">{each.name}</bdi>
              </button>
              <Button
                size="small"
                variant="quiet"
                icon={<Pencil className="i i-12" aria-hidden="true" />}
                aria-label={words.renameOf(each.name)}
                onClick={() => setRenamed(each.uid)}
              />
              <Button
                size="small"
                variant="quiet"
                icon={<Trash2 className="i i-12" aria-hidden="true" />}
                aria-label={words.removeOf(each.name)}
                onClick={() => void save('filters:remove', { filter: each.uid }).catch(sayError)}
              />
            </li>
          ),
        )}
      </ul>
      <form
        className="row name-row"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
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

function Rename({ filter, onDone }: { filter: SavedFilter; onDone(): void }) {
  const [name, setName] = useState(filter.name);
  return (
    <form
      className="row name-row"
      onSubmit={(event) => {
        event.preventDefault();
        void save('filters:rename', { filter: filter.uid, name }).then(onDone, sayError);
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
          onDone();
        }}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {words.rename}
      </Button>
    </form>
  );
}
