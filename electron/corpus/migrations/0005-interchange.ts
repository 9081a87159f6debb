import type { Migration } from './migration.ts';

/**
 * What travels with a corpus between tools: choices of datasets that are kept by name, and what names of other tools stand for
 * here. No row of an earlier schema is moved.
 */
export const interchange: Migration = (db) => {
  db.exec(`
    -- choice: JSON, as a caller gives it
    CREATE TABLE dataset (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      choice TEXT NOT NULL
    ) STRICT;
    CREATE INDEX dataset_by_annotator ON dataset (annotator_id);

    -- theirs: a name in files of that format; ours: the name here that was chosen for it, null where it is left out
    CREATE TABLE import_mapping (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      format TEXT NOT NULL,
      sort TEXT NOT NULL CHECK (sort IN ('label', 'relation', 'attribute', 'annotator')),
      theirs TEXT NOT NULL,
      ours TEXT
    ) STRICT;
    CREATE INDEX import_mapping_by_format ON import_mapping (format);
  `);
};
