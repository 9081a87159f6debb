import { useDeferredValue, useMemo, useState } from 'react';
import type { Annotation, AnnotationState } from '#shared/domain/annotation';
import { annotationStateWords } from '#shared/messages/en/annotate';
import type { annotationListMessages } from '#shared/messages/en/annotation-list';
import { foldWord } from '#shared/text/fold';
import { quoteOf } from './use-annotations.ts';

export type Sort = keyof typeof annotationListMessages.sorts;

/** Which annotations of an article are listed, and in what order; null and empty ask for nothing. */
export type Listing = {
  sort: Sort;
  label: string | null;
  words: string;
  state: AnnotationState | null;
  isUnlinked: boolean;
  isMine: boolean;
};

const everything: Listing = { sort: 'place', label: null, words: '', state: null, isUnlinked: false, isMine: false };

/** What is listed, kept while an annotation is in focus in the place of the list. */
export function useListing() {
  const [listing, set] = useState(everything);
  return { listing, change: (changes: Partial<Listing>) => set((before) => ({ ...before, ...changes })) };
}
export type ListingState = ReturnType<typeof useListing>;

const text = new Intl.Collator();
const keys: Record<Exclude<Sort, 'place'>, (annotation: Annotation) => string> = {
  label: ({ label }) => label,
  text: quoteOf,
  entity: ({ entity }) => entity ?? '\uFFFF', // those without one come last
  state: ({ state }) => annotationStateWords[state],
  annotator: ({ annotator }) => annotator,
};

/** Words of an annotation and its entity as they are looked for. */
const folded = new WeakMap<Annotation, string>();
function toSought(annotation: Annotation): string {
  let known = folded.get(annotation);
  if (known === undefined) {
    known = foldWord(`${quoteOf(annotation)}\n${annotation.entity ?? ''}`);
    folded.set(annotation, known);
  }
  return known;
}

/** The annotations that are listed, in order; the list itself where nothing is asked for, since it is in reading order. */
export function useListed(annotations: Annotation[], listing: Listing, person: string | null): Annotation[] {
  const words = foldWord(useDeferredValue(listing.words).trim());
  const { sort, label, state, isUnlinked, isMine } = listing;
  return useMemo(() => {
    const isShown = (each: Annotation) =>
      (label === null || each.label === label) &&
      (state === null || each.state === state) &&
      (!isUnlinked || each.entity === null) &&
      (!isMine || each.annotator === person) &&
      (words === '' || toSought(each).includes(words));
    const isAll = label === null && state === null && !isUnlinked && !isMine && words === '';
    const shown = isAll ? annotations : annotations.filter(isShown);
    if (sort === 'place') return shown;
    const keyOf = keys[sort];
    return shown
      .map((annotation) => ({ annotation, key: keyOf(annotation) }))
      .sort((a, b) => (a.key === b.key ? 0 : text.compare(a.key, b.key)))
      .map(({ annotation }) => annotation);
  }, [annotations, words, sort, label, state, isUnlinked, isMine, person]);
}
