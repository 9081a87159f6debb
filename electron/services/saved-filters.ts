import type { ArticleFilter } from '#shared/domain/filter';
import type { SavedFilter } from '#shared/domain/saved-filter';
import { ExpectedError } from '#shared/errors';
import { parseFilter } from '#shared/text/filter-text';
import type { ReadDb } from '../corpus/connection.ts';
import { deriveUid } from '../corpus/derive-uid.ts';
import { toCanonicalJson } from '../corpus/journal/canonical-json.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { toListedCondition } from '../corpus/repositories/article-filter.ts';
import { findOutletUid } from '../corpus/repositories/outlet-repository.ts';
import { resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { listSavedFilters } from '../corpus/repositories/saved-filter-repository.ts';
import { writeStep } from './write-step.ts';

/** Two people who save under one name save one filter. */
const toUid = (name: string) => deriveUid('saved_filter', name.toLowerCase());

function getSaved(db: ReadDb, ref: string): SavedFilter {
  const found = listSavedFilters(db).find(({ uid }) => uid === ref || uid === toUid(ref));
  if (!found) throw new ExpectedError('filter-unknown', { filter: ref });
  return found;
}

/** Keeps a filter by name; one of that name is changed. Errors: those of a filter. */
export function saveFilter(
  corpus: Corpus,
  annotator: string,
  { name, filter }: { name: string; filter: ArticleFilter },
): SavedFilter {
  return writeStep(corpus, annotator, 'change filter', (step) => {
    toListedCondition(step.db, filter); // one that chooses nothing, because it cannot be read, is not kept
    const articles = filter.articles?.map((ref) => resolveArticle(step.db, ref));
    const uid = toUid(name);
    const row = { name, annotator, filter: toCanonicalJson({ ...filter, ...(articles && { articles }) }) };
    if (findRecord(step.db, 'saved_filter', uid)) step.update('saved_filter', uid, row);
    else step.insert('saved_filter', uid, row);
    return getSaved(step.db, uid);
  });
}

/** Errors: filter-unknown, filter-exists. */
export function renameFilter(
  corpus: Corpus,
  annotator: string,
  { filter: ref, name }: { filter: string; name: string },
): SavedFilter {
  return writeStep(corpus, annotator, 'change filter', (step) => {
    const { uid: before } = getSaved(step.db, ref);
    const uid = toUid(name);
    if (uid === before) step.update('saved_filter', uid, { name });
    else {
      if (findRecord(step.db, 'saved_filter', uid)) throw new ExpectedError('filter-exists', { name });
      const row = findRecord(step.db, 'saved_filter', before)!;
      step.remove('saved_filter', before);
      step.insert('saved_filter', uid, { ...row, name });
    }
    return getSaved(step.db, uid);
  });
}

/** Errors: filter-unknown. */
export const removeFilter = (corpus: Corpus, annotator: string, ref: string): void =>
  writeStep(corpus, annotator, 'change filter', (step) => step.remove('saved_filter', getSaved(step.db, ref).uid));

/**
 * The filter that is written in one string, what is said beside a saved one's name in the place of what that says.
 *
 * Errors: filter-unreadable, filter-unknown, outlet-unknown.
 */
export function readFilter(db: ReadDb, text: string): ArticleFilter {
  const { saved, filter } = parseFilter(text);
  for (const outlet of filter.outlets ?? [])
    // a name with a slip in it would quietly mean no article
    if (findOutletUid(db, outlet) === undefined) throw new ExpectedError('outlet-unknown', { outlet });
  return saved === null ? filter : { ...getSaved(db, saved).filter, ...filter };
}
