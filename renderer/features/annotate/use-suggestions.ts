import { useMemo, useState, type RefObject } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import { MOST_AT_ONCE, type Suggestion, type SuggestionId } from '#shared/domain/suggestion';
import { suggestionMessages as words } from '#shared/messages/en/suggestions';
import { call } from '../../api/client.ts';
import { putAnnotations, type AnnotationList } from '../../api/annotation-list.ts';
import { queries } from '../../api/queries.ts';
import { inTurn, save } from '../../api/save.ts';
import { dropSuggestions } from '../../api/suggestion-list.ts';
import { useSuggestionList } from '../../api/use-suggestion-list.ts';
import { MappedList } from '../../editor/mapped-list.ts';
import type { ReaderHandle, ReaderSuggestion } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { toReaderLabel } from './use-annotations.ts';

/** Its words; parts of one with gaps stand apart. */
export const wordsOf = ({ spans }: Suggestion) => spans.map(({ quote }) => quote).join(' … ');

/** A suggestion in one line, as a screen reader says it. */
export const describeSuggestion = (suggestion: Suggestion) =>
  words.entered(suggestion.label, wordsOf(suggestion), suggestion.entity);

const isSameKind = (a: Suggestion, b: Suggestion) => a.label === b.label && a.rule === b.rule;

type Focus = { uid: string | null; set(uid: string | null): void };

/**
 * What is suggested for an article under these labels, which of it is in focus, and taking and dismissing, after which the next one
 * is in focus.
 */
export function useSuggestions(
  article: string,
  labels: Label[],
  { focus, reader }: { focus: Focus; reader: RefObject<ReaderHandle | null> },
) {
  const client = useQueryClient();
  const { all: listed, isShown, isLoading, error } = useSuggestionList(article);
  const { all, drawn } = useDrawn(listed, labels);
  const focused = useFocusedSuggestion(all, focus.uid);

  /** The next in reading order that stays; else the last that does. */
  const findHeir = (gone: ReadonlySet<string>): Suggestion | null => {
    const from = all.findIndex(({ id }) => id === focused?.id);
    const stays = ({ id }: Suggestion) => !gone.has(id);
    return all.slice(from + 1).find(stays) ?? all.findLast(stays) ?? null;
  };

  const goTo = (suggestion: Suggestion | null) => {
    focus.set(suggestion?.id ?? null);
    if (suggestion) reader.current?.goTo(suggestion.spans[0]!.start);
  };

  /** They are gone from the screen at once, the next one is in focus, and what was asked for is said when it is done. */
  const act = (chosen: readonly Suggestion[], run: () => Promise<string>) => {
    const ids = new Set<string>(chosen.map(({ id }) => id));
    const heir = focused && ids.has(focused.id) ? findHeir(ids) : focused;
    dropSuggestions(client, article, ids);
    if (heir !== focused) goTo(heir);
    inTurn(run)
      .then((said) => announce(heir ? `${said}. ${describeSuggestion(heir)}` : `${said}.`))
      .catch((error: unknown) => {
        void client.invalidateQueries({ queryKey: queries.suggestions(article).queryKey });
        sayError(error);
      });
  };

  const take = (chosen: readonly Suggestion[], as?: string) => {
    const some = chosen.slice(0, MOST_AT_ONCE);
    const [first] = some;
    if (!first) return announce(words.noFocus);
    act(some, async () => {
      const suggestions = some.map((suggestion) => toTaken(suggestion, as));
      const { annotations, unfit } = await save('suggestions:take', { article, suggestions });
      putTaken(client, article, annotations);
      if (some.length > 1) return words.takenMany(annotations.length, unfit.length);
      return annotations[0] ? words.taken(annotations[0].label, wordsOf(first)) : words.unfit(wordsOf(first));
    });
  };

  const dismiss = (chosen: readonly Suggestion[]) => {
    const some = chosen.slice(0, MOST_AT_ONCE);
    const [first] = some;
    if (!first) return announce(words.noFocus);
    act(some, async () => {
      const { dismissed } = await save('suggestions:dismiss', {
        article,
        suggestions: some.map(toNamed),
      });
      return some.length > 1 ? words.dismissedMany(dismissed) : words.dismissed(first.label, wordsOf(first));
    });
  };

  return {
    article,
    all,
    focused,
    drawn,
    isLoading,
    error,
    isShown,
    /** Proposes again what the person has dismissed here. */
    restore: (ids: readonly SuggestionId[]) =>
      void inTurn(() => save('suggestions:restore', { article, ids: ids.slice(0, MOST_AT_ONCE) }))
        .then(({ restored }) => announce(words.restored(restored)))
        .catch(sayError),
    /** Gives the focus to the text. */
    leave: () => reader.current?.focus(),
    toggle: () => void call('settings:set', { reading: { suggestions: isShown ? 'hidden' : 'shown' } }).catch(sayError),
    take,
    dismiss,
    goTo,
    takeFocused: (as?: string) => take(focused ? [focused] : [], as),
    dismissFocused: () => dismiss(focused ? [focused] : []),
    listSameKind: (one: Suggestion) => all.filter((each) => isSameKind(each, one)),
    listSameName: (one: Suggestion) => {
      const name = wordsOf(one).toLowerCase();
      return all.filter((each) => each.label === one.label && wordsOf(each).toLowerCase() === name);
    },
  };
}
export type Suggested = ReturnType<typeof useSuggestions>;

const isSamePlace = (a: Suggestion, b: Suggestion) =>
  a.label === b.label &&
  a.spans.length === b.spans.length &&
  a.spans.every(({ start, end }, n) => start === b.spans[n]!.start && end === b.spans[n]!.end);

/** The one in focus, also where another rule finds it by now, as the next mention of a name that was taken: its id is another then. */
function useFocusedSuggestion(all: readonly Suggestion[], uid: string | null): Suggestion | null {
  const [last, setLast] = useState<Suggestion | null>(null);
  const known = useMemo(() => (uid === null ? undefined : all.find(({ id }) => id === uid)), [all, uid]);
  if (known && known !== last) setLast(known);
  if (known || last?.id !== uid) return known ?? null;
  return all.find((each) => isSamePlace(each, last)) ?? null;
}

/** What is suggested under these labels, and what is drawn of it. There may be tens of thousands: what stays is not gone through. */
function useDrawn(
  listed: readonly Suggestion[],
  labels: readonly Label[],
): { all: readonly Suggestion[]; drawn: readonly ReaderSuggestion[] } {
  const mapped = useMemo(() => {
    const byName = new Map(labels.map((label) => [label.name, toReaderLabel(label)]));
    return new MappedList(({ id, label: name, spans }: Suggestion): ReaderSuggestion | null => {
      const label = byName.get(name);
      return label ? { id, label, spans } : null;
    });
  }, [labels]);
  return useMemo(() => {
    const drawn = mapped.map(listed);
    if (!drawn.includes(null)) return { all: listed, drawn: drawn as readonly ReaderSuggestion[] };
    return { all: listed.filter((_, n) => drawn[n] !== null), drawn: drawn.filter((one) => one !== null) };
  }, [mapped, listed]);
}

const toNamed = ({ id, label, rule, spans }: Suggestion) => ({
  id,
  label,
  rule,
  spans: spans.map(({ start, end }) => ({ start, end })),
});

/** Under another label neither entity nor attributes would fit. */
const toTaken = (suggestion: Suggestion, as: string | undefined) =>
  as === undefined || as === suggestion.label
    ? {
        ...toNamed(suggestion),
        attributes: suggestion.attributes,
        ...(suggestion.entityUid !== null && { entity: suggestion.entityUid }),
      }
    : { ...toNamed(suggestion), as };

const putTaken = (client: QueryClient, article: string, annotations: AnnotationList['annotations']) =>
  client.setQueryData<AnnotationList>(
    queries.annotations(article).queryKey,
    (list) =>
      list &&
      putAnnotations(
        list,
        annotations.map(({ uid }) => uid),
        annotations,
      ),
  );
