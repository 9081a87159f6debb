import type { ArticleFilter } from '#shared/domain/filter';
import { parseFilter, printFilter } from '#shared/text/filter-text';
import type { ArticlePair } from './compare-props.ts';

/** What a person set against what; a side is null while nobody has chosen it. */
export type CompareChoice = {
  a: ArticleFilter | null;
  b: ArticleFilter | null;
  isCheckedOnly: boolean;
  pair: ArticlePair | null;
  /** The event card that is open, by uid. */
  event: string | null;
};

/** The choice as the address keeps it: each side a filter in one string; nothing is chosen by what cannot be read. */
export function parseChoice(text: string): CompareChoice {
  const values = new URLSearchParams(text);
  const [a, b] = values.get('pair')?.split(',') ?? [];
  return {
    a: toSide(values.get('a')),
    b: toSide(values.get('b')),
    isCheckedOnly: values.has('checked'),
    pair: a && b ? { a, b } : null,
    event: values.get('event'),
  };
}

function toSide(text: string | null): ArticleFilter | null {
  if (text === null) return null;
  try {
    return parseFilter(text).filter;
  } catch {
    return null;
  }
}

export function printChoice({ a, b, isCheckedOnly, pair, event }: CompareChoice): string {
  const values = new URLSearchParams({
    ...(a && { a: printFilter(a) }),
    ...(b && { b: printFilter(b) }),
    ...(isCheckedOnly && { checked: '' }),
    ...(pair && { pair: `${pair.a},${pair.b}` }),
    ...(event !== null && { event }),
  });
  return values.toString();
}
