import type { Article } from '#shared/domain/article';
import { dateWords } from '#shared/messages/en/ui';

/** A passage with where it is from: quote, then outlet, title and date as far as they are known. */
export function toCitation({ outlet, title, date }: Article, passage: string): string {
  const from = [outlet, title, date === null ? null : dateWords(date)].filter((part) => part !== null);
  return `“${passage}”\n${from.join(', ')}`;
}
