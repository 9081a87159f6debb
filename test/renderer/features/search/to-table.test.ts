import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { SearchHit } from '#shared/domain/search';
import { toTable } from '../../../../renderer/features/search/to-table.ts';

test('a copied table has a line for each hit, whatever white space its words have', () => {
  const hit: SearchHit = {
    article: ArticleId.parse('0198b7a0-0000-7000-8000-000000000001'),
    title: 'A\ttitle',
    outlet: null,
    date: '2019-01',
    where: 'text',
    start: 3,
    end: 8,
    left: 'of\n\n',
    match: 'ferry',
    right: ' to',
  };
  expect(toTable([hit]).split('\n')).toEqual([
    'outlet\tdate\ttitle\tleft\tmatch\tright\tarticle\tstart\tend',
    `\t2019-01\tA title\tof \tferry\t to\t${hit.article}\t3\t8`,
  ]);
});
