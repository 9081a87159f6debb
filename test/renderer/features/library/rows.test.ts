import { expect, it } from 'vitest';
import type { ArticleSummary } from '#shared/domain/article';
import { toRows } from '../../../../renderer/features/library/rows.ts';

const article = (uid: string, outlet: string | null) => ({ uid, outlet }) as ArticleSummary;

it('each outlet has a head with its count, articles without one stand under a head of their own', () => {
  const rows = toRows([article('a', 'FNA'), article('b', 'FNA'), article('c', null)]);
  expect(
    rows.map((row) => (row.kind === 'outlet' ? `${row.outlet ?? 'unknown'} ${row.count}` : `${row.place} ${row.key}`)),
  ).toEqual(['FNA 2', '1 a', '2 b', 'unknown 1', '3 c']);
});

it('no articles make no rows', () => {
  expect(toRows([])).toEqual([]);
});
