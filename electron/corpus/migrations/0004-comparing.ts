import type { Migration } from './migration.ts';

/**
 * What two outlets are compared by: filters that are kept by name, and derived from each article the words and mentions that count
 * (docs/decisions/0019-comparing.md). No row of an earlier schema is moved.
 */
export const comparing: Migration = (db) => {
  db.exec(`
    -- which articles are meant: JSON, as a caller gives it
    CREATE TABLE saved_filter (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      filter TEXT NOT NULL
    ) STRICT;
    CREATE INDEX saved_filter_by_annotator ON saved_filter (annotator_id);

    -- Derived: words and mentions that count, an article; revision: who has read a table up to one reads what is later
    CREATE TABLE revision (
      name TEXT PRIMARY KEY,
      latest INTEGER NOT NULL,
      emptied INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO revision (name, latest, emptied) VALUES ('article_words', 0, 0), ('article_mentions', 0, 0);

    CREATE TABLE term (id INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE) STRICT;
    -- counts: terms with how often they stand there; left_out: tokens in boilerplate and repeats
    CREATE TABLE article_words (
      article_id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL,
      tokens INTEGER NOT NULL,
      left_out INTEGER NOT NULL,
      counts BLOB NOT NULL
    ) STRICT;
    CREATE INDEX article_words_by_revision ON article_words (revision);
    CREATE TABLE stale_words (article_id INTEGER PRIMARY KEY) STRICT;

    -- words of mentions, as written
    CREATE TABLE form (id INTEGER PRIMARY KEY, written TEXT NOT NULL UNIQUE) STRICT;
    -- annotator: whose annotations the article's result is made from; none: people settled it
    CREATE TABLE article_mentions (
      article_id INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL,
      annotator_id INTEGER,
      mentions BLOB NOT NULL
    ) STRICT;
    CREATE INDEX article_mentions_by_revision ON article_mentions (revision);
  `);
};
