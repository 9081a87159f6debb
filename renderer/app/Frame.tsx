import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { PropagationScope } from '#shared/domain/propagation';
import { queries, useStatus } from '../api/queries.ts';
import type { ReaderSelection } from '../editor/reader-types.ts';
import type { AnnotateHandle, Shown } from '../features/annotate/annotate-props.ts';
import { AnnotateView } from '../features/annotate/AnnotateView.tsx';
import type { ComparePlace } from '../features/compare/compare-props.ts';
import { DatasetView, type DatasetHandle } from '../features/dataset/DatasetView.tsx';
import { EntitiesView } from '../features/entities/EntitiesView.tsx';
import { Library, type LibraryHandle } from '../features/library/Library.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { toPhrase, toSearchFilter } from '../features/search/search-state.ts';
import type { PropagationSource } from '../features/propagate/PropagateDialog.tsx';
import { SearchView, type SearchHandle } from '../features/search/SearchView.tsx';
import type { Damaged } from '../features/corpora/OpenTrouble.tsx';
import { Welcome } from '../features/corpora/Welcome.tsx';
import { CompareLater } from './CompareLater.tsx';
import { ReviewLater } from './ReviewLater.tsx';
import { Dialogs, type OpenDialog } from './Dialogs.tsx';
import { toKeyMap, withChanges, type Command } from './keys.ts';
import { ModeNote } from './ModeNote.tsx';
import { FocusChip, listCommands, type OpenPalette } from './palette-commands.tsx';
import { usePlace } from './place.ts';
import { enterView, goToRegion, useFocusKept } from './regions.ts';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { toDialog } from './to-dialog.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useEvents } from './use-events.ts';
import { useGoing } from './use-going.ts';
import { useKeys } from './use-keys.ts';
import { useSearchTexts } from './use-search-texts.ts';
import { useSideReaders } from './use-side-readers.tsx';
import { useTitle } from './use-title.ts';
import { useUndo } from './use-undo.ts';
import { save } from '../api/save.ts';
import { sayError } from '../ui/toasts.tsx';
import { call } from '../api/client.ts';

/** The window: title bar, the view, status bar, and what is done by keys and menus. */
export function Frame() {
  const status = useStatus();
  const labels = useQuery({ ...queries.codebook(), enabled: status !== null }).data?.labels ?? [];
  const settings = useQuery(queries.settings()).data;
  const { place, trail, go, keepScroll } = usePlace();
  const { view, article } = place;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [palette, setPalette] = useState<OpenPalette | null>(null);
  const [selection, setSelection] = useState<ReaderSelection | null>(null);
  const library = useRef<LibraryHandle>(null);
  const annotate = useRef<AnnotateHandle>(null);
  const searchView = useRef<SearchHandle>(null);
  const dataset = useRef<DatasetHandle>(null);
  const [entity, setEntity] = useState<string | null>(null);
  const { search, setSearch, searchTexts } = useSearchTexts(go);
  const isOpen = status !== null;

  const open = useCallback((uid: string) => go({ view: 'annotate', article: uid, scroll: null }), [go]);
  const openFirst = useCallback((uid: string) => go({ article: uid, scroll: null }, 'replace'), [go]);
  const [isLibraryOut, setLibraryOut] = useState(false);
  const putLibraryAway = useCallback(() => setLibraryOut(false), []);
  const { enterText, stepTo, goTo } = useGoing({ annotate, library, open });
  const forget = useCallback(() => go({ article: null, scroll: null }, 'replace'), [go]);
  const startImport = useCallback(
    (files: File[]) => setDialog(isOpen ? { kind: 'import', files } : { kind: 'new', thenImport: files }),
    [isOpen],
  );
  const choose = useCallback(() => startImport([]), [startImport]);

  const [toShow, setToShow] = useState<Shown | null>(null);
  const forgetShown = useCallback(() => setToShow(null), []);
  const show = useCallback(
    (shown: Shown) => {
      if (view !== 'annotate' || shown.article !== article) open(shown.article);
      setToShow(shown);
    },
    [view, article, open],
  );
  const comparePlace = useCallback((compare: ComparePlace, how: 'push' | 'replace') => go({ compare }, how), [go]);
  const showHistory = useCallback(
    ({ uid, title }: { uid: string; title: string }) => setDialog({ kind: 'history', article: { uid, title } }),
    [],
  );
  const recover = (damaged: Damaged) => setDialog({ kind: 'recover', damaged });
  const propagate = useCallback(
    (source: PropagationSource, scope: PropagationScope) => setDialog({ kind: 'propagate', source, scope }),
    [],
  );
  const openCard = useCallback((card: string) => setDialog({ kind: 'events', card }), []);
  const renderReader = useSideReaders(annotate, {
    onShow: show,
    onOpenCard: openCard,
    onPropagate: propagate,
    onHistory: showHistory,
  });
  const undo = useUndo(({ article: uid, annotation, start, stands }) => {
    if (view === 'annotate') show({ article: uid, annotation: stands ? annotation : null, start });
  });

  const keys = useMemo(() => withChanges(settings?.keys ?? {}), [settings?.keys]);

  const commands: Record<Command, () => void> = {
    new: () => setDialog({ kind: 'new' }),
    open: () => setDialog({ kind: 'open' }),
    import: choose,
    export: () => isOpen && (dataset.current ? dataset.current.write() : go({ view: 'dataset' })),
    undo: () => isOpen && undo.run('undo'),
    redo: () => isOpen && undo.run('redo'),
    shortcuts: () => setDialog({ kind: 'shortcuts' }),
    remove: () => annotate.current?.remove(),
    relate: () => annotate.current?.relate(),
    entity: () => annotate.current?.setEntity(),
    take: () => annotate.current?.take(),
    dismiss: () => annotate.current?.dismiss(),
    propagate: () => annotate.current?.propagate('article'),
    'propagate-corpus': () => annotate.current?.propagate('corpus'),
    search: () => {
      if (!isOpen) return;
      if (searchView.current) searchView.current.focusQuery();
      else go({ view: 'search' });
    },
    find: () => annotate.current?.find(),
    palette: () => openPalette(),
    'go-to-article': () => isOpen && setPalette({ mode: 'articles', focus: null, commands: [] }),
    back: () => trail.back && history.back(),
    forward: () => trail.forward && history.forward(),
    'next-article': () => stepTo(1),
    'previous-article': () => stepTo(-1),
    'next-region': () => goToRegion(1),
    'previous-region': () => goToRegion(-1),
  };
  const run = (command: Command) => commands[command]();
  const latestRun = useRef(run);
  useLayoutEffect(() => {
    latestRun.current = run;
  });
  /** The same function at every move of the caret, at which the view is not to be drawn anew. */
  const runLatest = useCallback((command: Command) => latestRun.current(command), []);
  const openPalette = () => {
    if (!settings) return;
    const focus = annotate.current?.getFocus() ?? null;
    const offered = listCommands({
      isOpen,
      article: view === 'annotate' ? article : null,
      labels,
      settings,
      shortcuts: keys,
      annotate: annotate.current,
      focus,
      trail,
      run,
      onView: (next) => go({ view: next }),
      onDialog: setDialog,
      onSet: (changes) => void call('settings:set', changes).catch(sayError),
      onMark: (state) => {
        if (article !== null) void save('articles:mark', { article, state }).catch(sayError);
      },
    });
    setPalette({ mode: 'all', focus, commands: offered });
  };
  useEvents(run);
  const labelKeys = labels.flatMap(({ key, retired }) => (retired ? [] : [key]));
  useKeys(toKeyMap(keys, labelKeys), run, (key) => {
    const label = labels.find((each) => each.key === key && !each.retired);
    if (label) (searchView.current ?? annotate.current)?.tag(label.name);
    else if (/^[1-9]$/.test(key)) annotate.current?.focusAttribute(Number(key));
  });
  const openEntity = (uid: string) => {
    setEntity(uid);
    go({ view: 'entities' });
  };
  useDroppedFiles({ isOpen, dialog, onDialog: setDialog, onImport: startImport });
  const isOpening = isOpen && view === 'annotate' && article === null && status.articles > 0; // the library opens one
  useFocusKept(`${isOpen} ${view} ${isOpening}`, dialog !== null || palette !== null, () => {
    if (annotate.current) annotate.current.focusText();
    else if (!isOpening) enterView();
  });
  useTitle(status?.title);

  return (
    <div className="win">
      <TitleBar
        onPalette={commands.palette}
        view={view}
        isLibraryOut={isLibraryOut}
        onLibrary={() => {
          setLibraryOut(!isLibraryOut);
          if (isLibraryOut) enterText();
        }}
        onView={(next) => go({ view: next })}
        onNew={commands.new}
        onOpen={commands.open}
        onDamaged={recover}
        onDialog={(kind) => setDialog(toDialog(kind))}
        onUndo={commands.undo}
        onRedo={commands.redo}
        onHelp={commands.shortcuts}
      />
      {status && <ModeNote status={status} />}
      {!isOpen ? (
        <main className="work work-1" data-region>
          <Welcome onImport={commands.import} onOpen={commands.open} onNew={commands.new} onDamaged={recover} />
        </main>
      ) : view === 'compare' ? (
        <main className="work work-1">
          <CompareLater
            place={place.compare}
            onPlace={comparePlace}
            onOpen={show}
            onOpenCard={openCard}
            onSearch={(words, filter) => searchTexts(toPhrase(words), toSearchFilter(filter))}
            renderReader={renderReader}
          />
        </main>
      ) : view === 'review' ? (
        <main className="work work-1" data-paper={settings?.reading.paper}>
          <ReviewLater
            tab={place.review}
            article={article}
            onPlace={(review, of, how) => go({ review, article: of, scroll: null }, how)}
            onOpen={show}
          />
        </main>
      ) : view === 'search' ? (
        <main className="work work-1">
          <SearchView
            ref={searchView}
            search={search}
            onSearch={setSearch}
            onOpen={({ article: uid, where, start }) =>
              show({ article: uid, annotation: null, start: where === 'text' ? start : 0 })
            }
          />
        </main>
      ) : view === 'entities' ? (
        <main className="work work-entities">
          <EntitiesView entity={entity} onEntity={setEntity} onSearch={(words) => searchTexts(toPhrase(words))} />
        </main>
      ) : view === 'dataset' ? (
        <main className="work work-1" data-region>
          <DatasetView ref={dataset} />
        </main>
      ) : (
        <main className="work work-3" data-paper={settings?.reading.paper}>
          <Library
            ref={library}
            open={article}
            onOpen={open}
            onFirst={openFirst}
            onImport={choose}
            onSearchTexts={searchTexts}
            isOut={isLibraryOut}
            onAway={putLibraryAway}
            onEnter={enterText}
          />
          <AnnotateView
            ref={annotate}
            article={article}
            startAt={place.scroll}
            toShow={toShow}
            onShown={forgetShown}
            onShow={show}
            onOpenCard={openCard}
            onPropagate={propagate}
            onHistory={showHistory}
            onScroll={keepScroll}
            onSelectionChange={setSelection}
            onMissing={forget}
            trail={trail}
            onCommand={runLatest}
          />
        </main>
      )}
      <StatusBar
        article={view === 'annotate' && isOpen ? article : null}
        selection={selection}
        onPerson={() => setDialog({ kind: 'person' })}
      />
      <Dialogs
        dialog={dialog}
        shortcuts={keys}
        onDialog={setDialog}
        onImported={(first) => first !== null && open(first)}
        onShow={show}
        onUndo={commands.undo}
      />
      {palette && (
        <Palette
          mode={palette.mode}
          commands={palette.commands}
          aside={<FocusChip focus={palette.focus} labels={labels} />}
          onOpenArticle={goTo}
          onOpenEntity={openEntity}
          onClose={() => setPalette(null)}
        />
      )}
      {undo.question && (
        <UndoDialog
          question={undo.question}
          onTogether={() => undo.run(undo.question!.direction, true)}
          onLeave={undo.leave}
        />
      )}
    </div>
  );
}
