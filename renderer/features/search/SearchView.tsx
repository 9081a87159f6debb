import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Copy, Search } from 'lucide-react';
import { MOST_HITS, type SearchHit } from '#shared/domain/search';
import { searchMessages as words } from '#shared/messages/en/search';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { say, sayError } from '../../ui/toasts.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { Concordance } from './Concordance.tsx';
import { AnnotationConditions } from './AnnotationConditions.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import type { SearchState } from './search-state.ts';
import { toTable } from './to-table.ts';
import { useChosen } from './use-chosen.ts';
import { useHits } from './use-hits.ts';
import { useTagHits } from './use-tag-hits.ts';

/** What keys and menus do here. */
export type SearchHandle = { tag(label: string): void; focusQuery(): void };

type Props = {
  search: SearchState;
  onSearch(change: (before: SearchState) => SearchState): void;
  /** Opens the article of a hit, at the hit. */
  onOpen(hit: SearchHit): void;
  ref?: Ref<SearchHandle>;
};

const modes = ['words', 'regex', 'annotations'] as const;

/** Words in all texts, with what stands around them; hits can be opened, chosen, tagged and copied. */
export function SearchView({ search, onSearch, onOpen, ref }: Props) {
  const labels = (useQuery(queries.codebook()).data?.labels ?? []).filter(({ retired }) => !retired);
  const { hits, found, error, isSearching, progress, more, all } = useHits(search);
  const { mode } = search;
  const list = JSON.stringify({ ...search, typed: '' });
  const chosen = useChosen(list);
  const tagging = useTagHits(search.asked);
  const [isHelping, setHelping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const change = (changes: Partial<SearchState>) => onSearch((before) => ({ ...before, ...changes }));

  const focusQuery = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(focusQuery, []);

  const takeChosen = () => [...chosen.rows].sort((a, b) => a - b).flatMap((row) => hits[row] ?? []);
  const tag = (label: string) => {
    if (tagging.isRunning) return;
    const some = takeChosen();
    if (some.length === 0) say({ text: words.chooseFirst });
    else void tagging.run(some, label).then((isDone) => isDone && chosen.clear());
  };
  useImperativeHandle(ref, () => ({ tag, focusQuery }));

  const chooseAll = () => void all().then((count) => chosen.choose(count), sayError);
  const copy = () =>
    void navigator.clipboard
      .writeText(toTable(chosen.rows.size > 0 ? takeChosen() : hits))
      .then(() => say({ text: words.copied(chosen.rows.size > 0 ? chosen.rows.size : hits.length) }), sayError);

  return (
    <section className="pane pane-paper search" aria-label={words.title} data-region>
      <h1 className="vh">{words.title}</h1>
      <form
        className="search-bar"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch((before) => ({ ...before, asked: before.typed }));
        }}
      >
        <label className="field grow">
          <Search className="i" aria-hidden="true" />
          <input
            ref={field}
            type="search"
            dir="auto"
            aria-label={words.query}
            placeholder={words.placeholders[mode]}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            value={search.typed}
            onChange={({ target }) => change({ typed: target.value })}
          />
        </label>
        <Choice
          label={words.mode}
          value={mode}
          options={modes.map((value) => ({ value, name: words.modes[value] }))}
          onChoose={(next) => change({ mode: next, ...(search.sort === 'relevance' && { sort: 'newest' }) })}
        />
        <Button type="submit" variant="primary" keys="Enter">
          {words.run}
        </Button>
        <Button variant="quiet" aria-expanded={isHelping} onClick={() => setHelping(!isHelping)}>
          {words.help}
        </Button>
      </form>
      {isHelping && <SearchHelp mode={mode} />}
      {mode === 'annotations' && <AnnotationConditions search={search} onChange={change} />}
      <SearchFilters search={search} onChange={change} />
      <div className="search-tools" role="toolbar" aria-label={words.tools}>
        <span className="tnum" role="status">
          {isSearching ? words.searching : found ? words.found(found) : ''}
          {chosen.rows.size > 0 && ` · ${words.chosen(chosen.rows.size)}`}
        </span>
        {found && !found.isIndexed && <span className="hint">{words.notIndexed}</span>}
        <span className="grow" />
        {hits.length > 0 && (
          <>
            <Button size="small" keys="Ctrl A" onClick={chooseAll}>
              {words.chooseAll(MOST_HITS)}
            </Button>
            <span className="search-tag" role="group" aria-label={words.tagAs}>
              {labels.map((label) => (
                <Button
                  key={label.uid}
                  size="small"
                  disabled={chosen.rows.size === 0 || tagging.isRunning}
                  icon={<Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
                  onClick={() => tag(label.name)}
                >
                  {label.name}
                </Button>
              ))}
            </span>
            <Button size="small" icon={<Copy className="i i-12" aria-hidden="true" />} onClick={copy}>
              {words.copy}
            </Button>
          </>
        )}
      </div>
      {progress && <JobProgress label={words.searching} progress={{ ...progress, what: '' }} />}
      {tagging.progress && (
        <JobProgress label={words.tagging} progress={{ ...tagging.progress, what: '' }} onCancel={tagging.cancel} />
      )}
      {error ? (
        <div className="search-say">
          <Trouble error={error} />
        </div>
      ) : hits.length > 0 ? (
        <Concordance hits={hits} chosen={chosen} onOpen={onOpen} onMore={more} onChooseAll={chooseAll} />
      ) : found && !isSearching ? (
        <Empty title={words.nothing}>{words.nothingHint}</Empty>
      ) : (
        !isSearching && <Empty title={words.emptyTitles[mode]}>{words.empty[mode]}</Empty>
      )}
    </section>
  );
}
