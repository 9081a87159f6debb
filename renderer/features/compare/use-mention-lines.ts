import { useInfiniteQuery } from '@tanstack/react-query';
import type { Compared, SideName, Voice } from '#shared/domain/comparison';
import type { MentionLine } from '#shared/domain/mention-line';
import { runJob } from '../../api/client.ts';

/** Characters on each side: as many as the widest window shows. */
const CONTEXT = 140;
const PAGE = 200;

export type LineSort = 'newest' | 'left' | 'right';
type Asked = {
  compared: Compared;
  entity: string;
  form: string | null;
  side: SideName;
  voice: Voice;
  sort: LineSort;
};

export type MentionLines = {
  lines: MentionLine[];
  found: { total: number; articles: number } | null;
  error: Error | null;
  /** Asks for more, where there are more. */
  more(): void;
};

/** The lines behind a number, more of them as they come into sight. */
export function useMentionLines({ compared, entity, form, side, voice, sort }: Asked): MentionLines {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['compare', 'lines', compared, entity, form, side, voice, sort],
    initialPageParam: 0,
    queryFn: ({ pageParam: offset, signal }) =>
      runJob(
        'compare:lines',
        {
          ...compared,
          side,
          of: 'mentions',
          entity,
          voice,
          sort,
          offset,
          limit: PAGE,
          context: CONTEXT,
          ...(form !== null && { form }),
        },
        { signal },
      ),
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.lines.length, 0);
      return shown < total && pages.at(-1)!.lines.length > 0 ? shown : undefined;
    },
  });
  const pages = data?.pages ?? [];
  return {
    lines: pages.flatMap((page) => page.lines),
    found: pages[0] ?? null,
    error,
    more() {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}
