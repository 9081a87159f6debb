import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Compared } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { queries } from '../../api/queries.ts';
import type { CompareChoice } from './compare-choice.ts';

/** What is compared: what the person chose, else the two outlets with most articles; undefined before these are known. */
export function useSides({ a, b, isCheckedOnly }: CompareChoice): Compared | undefined {
  const outlets = useQuery({ ...queries.outlets(), enabled: a === null || b === null }).data;
  return useMemo(() => {
    const largest = outlets?.toSorted(
      (one, other) => other.articles - one.articles || (one.name < other.name ? -1 : 1),
    );
    const toSide = (chosen: ArticleFilter | null, place: number): ArticleFilter | undefined =>
      chosen ?? (largest && (largest[place] ? { outlets: [largest[place].name] } : {}));
    const sides = { a: toSide(a, 0), b: toSide(b, 1) };
    return sides.a && sides.b && { a: sides.a, b: sides.b, checkedOnly: isCheckedOnly };
  }, [a, b, isCheckedOnly, outlets]);
}
