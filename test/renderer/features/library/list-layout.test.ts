import { expect, it } from 'vitest';
import { toLayout } from '../../../../renderer/features/library/list-layout.ts';

const layout = toLayout([
  { outlet: 'FNA', articles: 2 },
  { outlet: null, articles: 1 },
]);

it('each outlet has a head before its articles, articles without one stand under a head of their own', () => {
  const lines = Array.from({ length: layout.lines }, (_, n) => {
    const line = layout.lineAt(n);
    return line.kind === 'outlet' ? `${line.group.outlet ?? 'unknown'} ${line.group.articles}` : line.place;
  });
  expect(lines).toEqual(['FNA 2', 0, 1, 'unknown 1', 2]);
});

it('an article’s line is the one that holds it', () => {
  for (const place of [0, 1, 2]) expect(layout.lineAt(layout.lineOf(place))).toMatchObject({ kind: 'article', place });
});

it('no articles make no lines', () => {
  expect(toLayout([])).toMatchObject({ lines: 0, articles: 0 });
});
