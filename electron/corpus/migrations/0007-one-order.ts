import type { Migration } from './migration.ts';

/**
 * Articles of one outlet and day are listed in an order that is the same in every copy of a corpus: by the file that they came from and
 * their place in it, no more by when they came into this file. They are found by their titles however these are written. The table is
 * derived, and made anew at the next opening.
 */
export const oneOrder: Migration = (db) => {
  db.exec(`
    DROP TABLE listed_article;
    -- one row for each article that is seen; sort_key: its file, its place in that and its uid; title_key: the title as it is searched
    CREATE TABLE listed_article (
      article_id INTEGER PRIMARY KEY,
      outlet_id INTEGER,
      date INTEGER NOT NULL,
      sort_key TEXT NOT NULL,
      state TEXT NOT NULL,
      labels TEXT NOT NULL,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL
    ) STRICT;
    -- in the library's order, with all that filters look at; labels: ids of those on it, each between commas
    CREATE INDEX listed_article_in_order ON listed_article (outlet_id, date DESC, sort_key, state, labels, title_key);
    CREATE INDEX listed_article_by_date ON listed_article (date DESC, sort_key);
  `);
};
