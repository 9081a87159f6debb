import type { ArticleState } from '#shared/domain/article';
import type { FormatName, LinkChoice } from '#shared/domain/dataset';
import type { AnnotationFilter } from '#shared/domain/filter';
import { PartialDate } from '#shared/domain/partial-date';

/** What a person chose to write out; null means all there are. Dates are as they were typed. */
export type DatasetChoice = {
  format: FormatName;
  outlets: string[] | null;
  from: string;
  to: string;
  states: string[] | null;
  labels: string[] | null;
  annotators: string[] | null;
  links: LinkChoice;
};

export const EVERYTHING: DatasetChoice = {
  format: 'jsonl',
  outlets: null,
  from: '',
  to: '',
  states: null,
  labels: null,
  annotators: null,
  links: 'all',
};

export const isDateGood = (typed: string) => typed.trim() === '' || PartialDate.safeParse(typed.trim()).success;

/** The filter that a choice comes to; a date that cannot be read yet counts as none. */
export function toFilter({ outlets, from, to, states, labels, annotators }: DatasetChoice): AnnotationFilter {
  const date = (typed: string) => (typed.trim() !== '' && isDateGood(typed) ? typed.trim() : undefined);
  const [first, last] = [date(from), date(to)];
  return {
    ...(outlets && { outlets }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
    ...(states && { states: states as ArticleState[] }),
    ...(labels && { labels }),
    ...(annotators && { annotators }),
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
