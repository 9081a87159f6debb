import { expect, it } from 'vitest';
import type { Article } from '#shared/domain/article';
import { toCitation } from '../../../../renderer/features/annotate/to-citation.ts';

const article = { outlet: 'Harbour Post', title: 'Jetty blast', date: '2024-03' } as Article;

it('a copied passage brings outlet, title and date along', () => {
  expect(toCitation(article, 'nine sailors')).toBe('“nine sailors”\nHarbour Post, Jetty blast, Mar 2024');
});

it('what is not known of an article is left out of its citation', () => {
  expect(toCitation({ ...article, outlet: null, date: null }, 'nine')).toBe('“nine”\nJetty blast');
});
