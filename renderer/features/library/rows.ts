import type { ArticleSummary } from '#shared/domain/article';

/** A line of the library: the head of an outlet's articles, or one of them. `place` counts articles from 1. */
export type Row =
  | { kind: 'outlet'; key: string; outlet: string | null; count: number }
  | { kind: 'article'; key: string; article: ArticleSummary; place: number };

/** Articles that come ordered by outlet, with a head before each outlet's. */
export function toRows(articles: readonly ArticleSummary[]): Row[] {
  const rows: Row[] = [];
  let head: (Row & { kind: 'outlet' }) | undefined;
  articles.forEach((article, index) => {
    if (head?.outlet !== article.outlet) {
      head = { kind: 'outlet', key: `outlet ${article.outlet ?? ''}`, outlet: article.outlet, count: 0 };
      rows.push(head);
    }
    head.count += 1;
    rows.push({ kind: 'article', key: article.uid, article, place: index + 1 });
  });
  return rows;
}
