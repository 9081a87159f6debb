import type { ComparisonCounts } from '../domain/comparison.ts';
import { countsWords as words } from '../messages/en/compare-report.ts';
import type { Table } from './table.ts';

/** What was counted of either side. */
export function toCountsTable({ a, b, onBoth }: ComparisonCounts): Table {
  const measures = ['articles', 'tokens', 'boilerplate', 'annotations', 'unchecked', 'mentions', 'claims'] as const;
  return {
    name: 'counts',
    title: words.title,
    note: words.onBoth(onBoth),
    columns: [
      { title: words.what, kind: 'text' },
      { title: 'A', kind: 'count' },
      { title: 'B', kind: 'count' },
    ],
    rows: measures.map((measure) => [words.measures[measure], a[measure], b[measure]]),
  };
}
