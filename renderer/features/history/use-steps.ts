import { useState } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ArticleRef } from '#shared/domain/ids';
import { call } from '../../api/client.ts';

/** Empty where all are meant. `day` is a day of this computer's calendar, as yyyy-mm-dd. */
export type StepChoice = { annotator: string; day: string };

const STEPS_A_PAGE = 100;

/** A day's moments, from its first to the next day's. */
function toMoments(day: string) {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { from: new Date(year, month - 1, date).toISOString(), to: new Date(year, month - 1, date + 1).toISOString() };
}

/** The steps that are meant, newest first, and who has done any. */
export function useSteps({ annotator, day }: StepChoice, article: string | null) {
  const query = useInfiniteQuery({
    queryKey: ['history', 'steps', annotator, day, article],
    queryFn: ({ pageParam }) =>
      call('history:steps', {
        ...(annotator !== '' && { annotator }),
        ...(day !== '' && toMoments(day)),
        ...(article !== null && { article: ArticleRef.parse(article) }),
        ...(pageParam !== null && { before: pageParam }),
        limit: STEPS_A_PAGE,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < STEPS_A_PAGE ? undefined : page.at(-1)!.seq),
    placeholderData: keepPreviousData,
  });
  const steps = query.data?.pages.flat() ?? [];
  const [known, setKnown] = useState<readonly string[]>([]);
  const people = [...new Set([...known, ...steps.map((step) => step.annotator)])].sort();
  if (people.length > known.length) setKnown(people);
  return { steps, people, error: query.error, isMore: query.hasNextPage, loadMore: () => void query.fetchNextPage() };
}
