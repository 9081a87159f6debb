import { ArticleField, DateOrder, type TableChoice } from '#shared/domain/import-table';
import { importCliMessages as words } from '#shared/messages/en/import-cli';
import { UsageError } from '../run.ts';

/**
 * `text=article_content,date=day:dmy,byline=` as a choice: columns by field, the order of the dates behind the last colon, and
 * nothing for a field that no column is to be. Throws UsageError.
 */
export function parseMapping(written: string | undefined): TableChoice {
  const choice: TableChoice = { map: {}, dateOrder: null };
  for (const part of splitParts(written ?? '')) {
    const at = part.indexOf('=');
    const field = ArticleField.safeParse(part.slice(0, at).trim());
    if (at === -1 || !field.success) throw new UsageError(words.badMapping(part, ArticleField.options.join(', ')));
    const column = part.slice(at + 1).trim();
    const order = DateOrder.safeParse(column.slice(column.lastIndexOf(':') + 1));
    if (field.data !== 'date' || !order.success) choice.map[field.data] = column || null;
    else {
      choice.dateOrder = order.data;
      const name = column.slice(0, Math.max(0, column.lastIndexOf(':')));
      if (name !== '') choice.map.date = name;
    }
  }
  return choice;
}

/** At commas, but not at those that the name of a column may hold: a part begins with a field and =. */
const splitParts = (written: string): string[] =>
  written === '' ? [] : written.split(new RegExp(`,(?=\\s*(?:${ArticleField.options.join('|')})\\s*=)`, 'u'));
