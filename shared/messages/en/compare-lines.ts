import type { SideName } from '../../domain/comparison.ts';
import { numberWords } from './ui.ts';

const count = (n: number, one: string, many: string) => `${numberWords(n)} ${n === 1 ? one : many}`;

/** Words of the lines that stand behind a row of a list. */
export const behindWords = {
  list: (side: SideName) => `Lines of ${side.toUpperCase()}`,
  found: (total: number, articles: number, shown: number) =>
    `${count(total, 'line', 'lines')} in ${count(articles, 'article', 'articles')}${shown < total ? `, the newest ${numberWords(shown)} here` : ''}`,
  none: 'none',
  looking: 'Looking…',
  noDate: 'no date',
  noOutlet: 'outlet unknown',
  open: 'Open in text',
} as const;
