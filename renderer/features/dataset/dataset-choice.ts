import type { ArticleState } from '#shared/domain/article';
import type { DatasetChoice as Asked, FormatName, FormatOptions, LinkChoice } from '#shared/domain/dataset';
import type { AnnotationFilter } from '#shared/domain/filter';
import { PartialDate } from '#shared/domain/partial-date';

/** What a person chose to write out; null means all there are. Dates are as they were typed. */
export type DatasetChoice = {
  format: FormatName;
  options: FormatOptions;
  outlets: string[] | null;
  from: string;
  to: string;
  search: string;
  states: string[] | null;
  labels: string[] | null;
  annotators: string[] | null;
  layer: 'result' | 'settled' | 'own';
  checkedOnly: boolean;
  checkedBy: Asked['checkedBy'];
  links: LinkChoice;
  split: { train: number; dev: number; test: number; seed: number } | null;
  text: 'whole' | 'hash';
  names: Asked['names'];
};

export const EVERYTHING: DatasetChoice = {
  format: 'jsonl',
  options: { scheme: 'iob2', container: 'jsonl' },
  outlets: null,
  from: '',
  to: '',
  search: '',
  states: null,
  labels: null,
  annotators: null,
  layer: 'result',
  checkedOnly: false,
  checkedBy: 'one',
  links: 'all',
  split: null,
  text: 'whole',
  names: 'names',
};

/** A first guess at a split, in hundredths. */
export const USUAL_SPLIT = { train: 80, dev: 10, test: 10, seed: 1 } as const;

export const isDateGood = (typed: string) => typed.trim() === '' || PartialDate.safeParse(typed.trim()).success;

export const isSplitGood = ({ train, dev, test }: NonNullable<DatasetChoice['split']>) => train + dev + test === 100;

/** The filter that a choice comes to; a date that cannot be read yet counts as none. */
export function toFilter(choice: DatasetChoice): AnnotationFilter {
  const { outlets, from, to, search, states, labels, annotators, layer } = choice;
  const date = (typed: string) => (typed.trim() !== '' && isDateGood(typed) ? typed.trim() : undefined);
  const [first, last] = [date(from), date(to)];
  return {
    ...(outlets && { outlets }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(states && { states: states as ArticleState[] }),
    ...(labels && { labels }),
    ...(annotators && { annotators }),
    ...(layer !== 'result' && { layer }),
  };
}

/** As a call takes it; a split whose shares do not sum up yet counts as none. */
export function toAsked(choice: DatasetChoice): Asked {
  const { format, options, links, checkedBy, checkedOnly, split, text, names } = choice;
  return {
    format,
    options,
    filter: toFilter(choice),
    links,
    checkedBy,
    checkedOnly,
    split:
      split && isSplitGood(split)
        ? { shares: { train: split.train / 100, dev: split.dev / 100, test: split.test / 100 }, seed: split.seed }
        : null,
    text,
    names,
  };
}

/** A kept choice, to be shown and changed. */
export function fromAsked(asked: Asked): DatasetChoice {
  const { format, options, filter, links, checkedBy, checkedOnly, split, text, names } = asked;
  const share = (n: number) => Math.round(n * 100);
  return {
    format,
    options,
    outlets: filter.outlets ?? null,
    from: filter.from ?? '',
    to: filter.to ?? '',
    search: filter.search ?? '',
    states: filter.states ?? null,
    labels: filter.labels ?? null,
    annotators: filter.annotators ?? null,
    layer: filter.layer ?? 'result',
    checkedOnly: checkedOnly || filter.annotationStates !== undefined, // as it was asked before
    checkedBy,
    links,
    split: split && {
      train: share(split.shares.train),
      dev: share(split.shares.dev),
      test: share(split.shares.test),
      seed: split.seed,
    },
    text,
    names,
  };
}

/** The chosen ones after one was added or taken away; null once they are all of them again. */
export function toggle(all: readonly string[], chosen: string[] | null, value: string): string[] | null {
  const before = chosen ?? all;
  const after = before.includes(value)
    ? before.filter((each) => each !== value)
    : all.filter((each) => each === value || before.includes(each));
  return after.length === all.length ? null : after;
}
