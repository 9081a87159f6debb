import { queryOptions } from '@tanstack/react-query';
import type { StepId } from '#shared/domain/ids';
import type { MergeChange, MergeChangeKind, MergeConflict } from '#shared/domain/merge';
import { call } from './client.ts';

/** Rows of a merge's lists that are asked for at once. */
export const ROWS_IN_PAGE = 100;

/** Some rows of a long list. `isWhole`: there is no more to list than `total` says. */
type RowPage<Row> = { total: number; isWhole: boolean; rows: readonly Row[] };
/** How a page of a long list is asked for. */
export type PageQuery<Row> = { queryKey: readonly unknown[]; queryFn(): Promise<RowPage<Row>>; gcTime: number };

const toPage = (page: number) => ({ offset: page * ROWS_IN_PAGE, limit: ROWS_IN_PAGE });
type Conflicts = { total: number; isWhole: boolean; conflicts: MergeConflict[] };
const toRows = ({ conflicts, ...page }: Conflicts) => ({ ...page, rows: conflicts });

/** What there is to know of merges: what one would do, by its plan, and what was done. Gone with whoever asked. */
export const mergeQueries = {
  conflicts: (plan: string, page: number): PageQuery<MergeConflict> => ({
    queryKey: ['merge', 'conflicts', plan, page],
    queryFn: async () => toRows(await call('merge:conflicts', { plan, ...toPage(page) })),
    gcTime: 0,
  }),
  changes: (
    plan: string,
    { kinds, changes }: { kinds: string[]; changes: MergeChangeKind[] },
    page: number,
  ): PageQuery<MergeChange> => ({
    queryKey: ['merge', 'changes', plan, kinds, changes, page],
    async queryFn() {
      const { changes: rows, ...found } = await call('merge:changes', { plan, kinds, changes, ...toPage(page) });
      return { ...found, rows };
    },
    gcTime: 0,
  }),
  past: () =>
    queryOptions({
      queryKey: ['merge', 'past'],
      queryFn: async () => (await call('merge:list', {})).merges,
      gcTime: 0,
    }),
  pastConflicts: (step: StepId, page: number): PageQuery<MergeConflict> => ({
    queryKey: ['merge', 'past', step, page],
    queryFn: async () => toRows(await call('merge:past-conflicts', { step, ...toPage(page) })),
    gcTime: 0,
  }),
};
