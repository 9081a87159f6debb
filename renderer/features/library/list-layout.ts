import type { OutletGroup } from '#shared/domain/article';

/** A line of the library: the head of an outlet's articles, or one of them. `place` counts articles from 0. */
type Line = { kind: 'outlet'; key: string; group: OutletGroup } | { kind: 'article'; key: string; place: number };

/** Which line of a list holds what, found without the articles themselves. */
export type ListLayout = {
  /** Articles and heads. */
  lines: number;
  articles: number;
  lineAt(line: number): Line;
  /** The line of the article at a place. */
  lineOf(place: number): number;
};

/** A head before each outlet's articles. Unit: lines and places count from 0. */
export function toLayout(groups: readonly OutletGroup[]): ListLayout {
  const heads: { line: number; place: number; group: OutletGroup }[] = [];
  let articles = 0;
  for (const [n, group] of groups.entries()) {
    heads.push({ line: articles + n, place: articles, group });
    articles += group.articles;
  }
  const headOf = (by: 'line' | 'place', at: number) => heads.findLast((head) => head[by] <= at)!;
  return {
    lines: articles + groups.length,
    articles,
    lineAt(line) {
      const head = headOf('line', line);
      if (line === head.line) return { kind: 'outlet', key: `outlet ${heads.indexOf(head)}`, group: head.group };
      const place = head.place + line - head.line - 1;
      return { kind: 'article', key: `article ${place}`, place };
    },
    lineOf(place) {
      const head = headOf('place', place);
      return head.line + 1 + place - head.place;
    },
  };
}
