import { ArticleFilter } from '#shared/domain/filter';
import { SavedFilterId } from '#shared/domain/ids';
import type { SavedFilter } from '#shared/domain/saved-filter';
import { statement, type ReadDb } from '../connection.ts';

type Row = { uid: string; name: string; filter: string; annotator: string };

/** In order of name. */
export const listSavedFilters = (db: ReadDb): SavedFilter[] =>
  statement<[], Row>(
    db,
    `SELECT f.uid, f.name, f.filter, p.name AS annotator FROM saved_filter f JOIN annotator p ON p.id = f.annotator_id
     ORDER BY f.name COLLATE NOCASE, f.uid`,
  )
    .all()
    .map(({ uid, filter, ...row }) => ({
      ...row,
      uid: SavedFilterId.parse(uid),
      filter: ArticleFilter.parse(JSON.parse(filter)),
    }));
