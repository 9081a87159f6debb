import type { Output, Input } from '#shared/api/contract';
import type { Suggestion } from '#shared/domain/suggestion';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { listSuggestions } from './list-suggestions.ts';

/** What was last listed page by page over a connection, and for whom and of which state of the corpus it holds. */
const lastListed = new WeakMap<ReadDb, { of: string; suggestions: Suggestion[] }>();

/**
 * Some of what is proposed for an article. A long text takes seconds: what follows the first page comes from the same list, as long as
 * nothing in the corpus has changed.
 *
 * Errors: those of `listSuggestions`.
 */
export function listSuggestionPage(
  db: ReadDb,
  { article, offset = 0, limit = Infinity }: Input<'suggestions:list'>,
  person: string | null,
): Output<'suggestions:list'> {
  const of = JSON.stringify([article, person, readState(db)]);
  const last = lastListed.get(db);
  const suggestions = last?.of === of ? last.suggestions : listSuggestions(db, article, person);
  const end = offset + limit;
  if (end < suggestions.length) lastListed.set(db, { of, suggestions });
  else lastListed.delete(db);
  return { total: suggestions.length, suggestions: suggestions.slice(offset, end) };
}

/** Another one after each commit, by this connection or another. */
const readState = (db: ReadDb) => [
  db.pragma('data_version', { simple: true }),
  statement<[], number>(db, 'SELECT total_changes()').pluck().get(),
];
