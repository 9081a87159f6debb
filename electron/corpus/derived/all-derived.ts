import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { aliasForms } from './alias-forms.ts';
import { articleMentions } from './article-mentions.ts';
import { articleWords } from './article-words.ts';
import type { Derived, RebuildProgress, RowChange } from './derived.ts';
import { entityTally } from './entity-tally.ts';
import { knownForms } from './known-forms.ts';
import { listedArticles } from './listed-articles.ts';
import { searchIndex } from './search-index.ts';
import { staleReviews } from './stale-reviews.ts';

/** Every derived table, in the order that they are made in. */
export const allDerived: readonly Derived[] = [
  staleReviews, // states of annotations and articles come from it
  listedArticles,
  entityTally,
  searchIndex,
  aliasForms,
  knownForms,
  articleWords,
  articleMentions,
];

export function followChanges(db: WriteDb, changes: readonly RowChange[]): void {
  for (const derived of allDerived) derived.follow(db, changes);
}

/** Whether a derived table is there as this Galley makes it. */
export const isCurrent = (db: ReadDb, { name, version }: Derived): boolean =>
  statement<[string], { version: number }>(db, 'SELECT version FROM derived WHERE name = ?').get(name)?.version ===
  version;

export const listOutdated = (db: ReadDb): Derived[] => allDerived.filter((derived) => !isCurrent(db, derived));

const markCurrent = (db: WriteDb, { name, version }: Derived): void => {
  statement(db, 'INSERT OR REPLACE INTO derived (name, version) VALUES (?, ?)').run(name, version);
};

/** Says that a table has to be made anew, so that a rebuild which is cut off is begun again. */
const markOutdated = (db: WriteDb, { name }: Derived): void => {
  statement(db, 'DELETE FROM derived WHERE name = ?').run(name);
};

/** Makes one table anew, slice by slice; each slice is a transaction, so that work goes on meanwhile. */
export function* rebuildTable(db: WriteDb, derived: Derived): Generator<RebuildProgress> {
  db.transaction(() => markOutdated(db, derived)).immediate();
  const slices = derived.rebuild(db);
  for (;;) {
    const slice = db.transaction(() => slices.next()).immediate() as IteratorResult<RebuildProgress, void>;
    if (slice.done) break;
    yield slice.value;
  }
  db.transaction(() => markCurrent(db, derived)).immediate();
}

/** Makes all that is out of date anew, however long it takes. */
export function rebuildOutdated(db: WriteDb): void {
  for (const derived of listOutdated(db)) Array.from(rebuildTable(db, derived));
}

/** Makes what is quick and out of date anew, and gives what is left. */
export function rebuildQuick(db: WriteDb): Derived[] {
  const outdated = listOutdated(db);
  for (const derived of outdated) if (derived.isQuick) Array.from(rebuildTable(db, derived));
  return outdated.filter(({ isQuick }) => !isQuick);
}
