import type { Migration } from './migration.ts';

/**
 * The corpus as the first Galley made it (docs/decisions/0002-journal.md, 0003-model.md).
 *
 * Inside the file rows refer to each other by integer id; journal, exports and calls name them by uid. Nothing is ever
 * deleted by cascade: that would be a change without a journal row.
 */
export const firstCorpus: Migration = (db) => {
  db.exec(`
    CREATE TABLE corpus (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      uid TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      description TEXT NOT NULL,
      licence TEXT NOT NULL
    ) STRICT;

    CREATE TABLE annotator (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      initials TEXT NOT NULL,
      colour TEXT
    ) STRICT;
    CREATE INDEX annotator_by_name ON annotator (name);

    -- The journal: who, when, what was there before, what after ------------------------------------------------

    CREATE TABLE strand (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE step (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      strand_id INTEGER NOT NULL REFERENCES strand (id),
      annotator_uid TEXT NOT NULL,
      act TEXT NOT NULL,
      at TEXT NOT NULL,
      lamport INTEGER NOT NULL,
      taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
    ) STRICT;
    CREATE INDEX step_by_annotator ON step (annotator_uid, lamport);

    CREATE TABLE step_takes (
      step_id INTEGER NOT NULL REFERENCES step (id),
      taken_id INTEGER NOT NULL REFERENCES step (id),
      PRIMARY KEY (step_id, taken_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      strand_id INTEGER NOT NULL REFERENCES strand (id),
      number INTEGER NOT NULL CHECK (number >= 0),
      lamport INTEGER NOT NULL CHECK (lamport > 0),
      step_id INTEGER REFERENCES step (id),
      op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
      kind TEXT NOT NULL,
      target TEXT NOT NULL,
      article_uid TEXT,
      payload TEXT,
      payload_sha256 BLOB NOT NULL CHECK (length(payload_sha256) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      UNIQUE (strand_id, number)
    ) STRICT;
    CREATE INDEX journal_by_step ON journal (step_id, kind);
    CREATE INDEX journal_by_target ON journal (target);
    CREATE INDEX journal_by_article ON journal (article_uid) WHERE article_uid IS NOT NULL;

    -- the one change that is let through blanks a payload (Erase); its hash stays
    CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
    WHEN NEW.payload IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.strand_id IS NOT OLD.strand_id
      OR NEW.number IS NOT OLD.number OR NEW.lamport IS NOT OLD.lamport OR NEW.step_id IS NOT OLD.step_id
      OR NEW.op IS NOT OLD.op OR NEW.kind IS NOT OLD.kind OR NEW.target IS NOT OLD.target
      OR NEW.article_uid IS NOT OLD.article_uid OR NEW.payload_sha256 IS NOT OLD.payload_sha256
      OR NEW.hash IS NOT OLD.hash
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      step_id INTEGER NOT NULL REFERENCES step (id),
      state TEXT NOT NULL CHECK (state IN ('open', 'published', 'withdrawn', 'removed'))
    ) STRICT;
    CREATE INDEX batch_by_step ON batch (step_id);
    CREATE INDEX batch_open ON batch (state) WHERE state = 'open';

    -- Bytes and texts, once each, named by their SHA-256; only ever added to -----------------------------------

    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      encoding TEXT NOT NULL,
      stray_bytes TEXT NOT NULL
    ) STRICT;

    CREATE TABLE source_chunk (
      id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL REFERENCES source (id),
      n INTEGER NOT NULL,
      bytes BLOB,
      UNIQUE (source_id, n)
    ) STRICT;

    CREATE TABLE article_text (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      text TEXT
    ) STRICT;

    CREATE TRIGGER source_is_only_added_to BEFORE UPDATE ON source
    BEGIN SELECT RAISE(ABORT, 'sources are only added to'); END;
    CREATE TRIGGER source_is_not_deleted BEFORE DELETE ON source
    BEGIN SELECT RAISE(ABORT, 'sources are only added to'); END;
    CREATE TRIGGER source_chunk_is_only_added_to BEFORE UPDATE ON source_chunk
    WHEN NEW.bytes IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.source_id IS NOT OLD.source_id OR NEW.n IS NOT OLD.n
    BEGIN SELECT RAISE(ABORT, 'sources are only added to'); END;
    CREATE TRIGGER source_chunk_is_not_deleted BEFORE DELETE ON source_chunk
    BEGIN SELECT RAISE(ABORT, 'sources are only added to'); END;
    CREATE TRIGGER article_text_is_only_added_to BEFORE UPDATE ON article_text
    WHEN NEW.text IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.sha256 IS NOT OLD.sha256
    BEGIN SELECT RAISE(ABORT, 'texts are only added to'); END;
    CREATE TRIGGER article_text_is_not_deleted BEFORE DELETE ON article_text
    BEGIN SELECT RAISE(ABORT, 'texts are only added to'); END;

    -- Outlets and articles --------------------------------------------------------------------------------------

    CREATE TABLE outlet (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX outlet_by_name ON outlet (name);

    CREATE TABLE outlet_alias (
      outlet_id INTEGER NOT NULL REFERENCES outlet (id),
      n INTEGER NOT NULL,
      alias TEXT NOT NULL,
      PRIMARY KEY (outlet_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      text_id INTEGER NOT NULL REFERENCES article_text (id),
      source_id INTEGER NOT NULL REFERENCES source (id),
      source_name TEXT NOT NULL,
      encoding TEXT NOT NULL,
      place TEXT NOT NULL CHECK (place IN ('range', 'row')),
      place_start INTEGER NOT NULL CHECK (place_start >= 0),
      place_end INTEGER NOT NULL CHECK (place_end > place_start),
      outlet_id INTEGER REFERENCES outlet (id),
      title TEXT NOT NULL,
      byline TEXT,
      date_written TEXT,
      year INTEGER,
      month INTEGER CHECK (month BETWEEN 1 AND 12),
      day INTEGER CHECK (day BETWEEN 1 AND 31),
      language TEXT,
      address TEXT,
      version_of_id INTEGER REFERENCES article (id),
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX article_by_outlet ON article (outlet_id, year, month, day);
    CREATE INDEX article_by_text ON article (text_id);
    CREATE INDEX article_by_batch ON article (batch_id);
    CREATE INDEX article_by_version_of ON article (version_of_id) WHERE version_of_id IS NOT NULL;

    CREATE TABLE article_meta (
      article_id INTEGER NOT NULL REFERENCES article (id),
      n INTEGER NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      found_by TEXT NOT NULL,
      PRIMARY KEY (article_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE block (
      article_id INTEGER NOT NULL REFERENCES article (id),
      n INTEGER NOT NULL,
      kind TEXT NOT NULL,
      start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
      end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
      repeat_of INTEGER,
      found_by TEXT NOT NULL,
      PRIMARY KEY (article_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article_work (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      state TEXT NOT NULL CHECK (state IN ('tagging', 'done'))
    ) STRICT;
    CREATE INDEX article_work_by_article ON article_work (article_id);

    -- The codebook ----------------------------------------------------------------------------------------------

    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      key TEXT,
      colour TEXT NOT NULL,
      line TEXT NOT NULL,
      guideline TEXT NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;

    CREATE TABLE label_exclusion (
      label_id INTEGER NOT NULL REFERENCES label (id),
      n INTEGER NOT NULL,
      excluded_id INTEGER NOT NULL REFERENCES label (id),
      PRIMARY KEY (label_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX label_exclusion_by_excluded ON label_exclusion (excluded_id);

    CREATE TABLE codebook_version (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL
    ) STRICT;

    -- Annotations -----------------------------------------------------------------------------------------------

    CREATE TABLE annotation (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      label_id INTEGER NOT NULL REFERENCES label (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      layer TEXT NOT NULL CHECK (layer IN ('own', 'settled')),
      origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'propagation', 'import', 'adjudication')),
      origin_reference TEXT,
      revises_id INTEGER REFERENCES annotation (id),
      codebook_version_id INTEGER NOT NULL REFERENCES codebook_version (id),
      note TEXT NOT NULL,
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX annotation_by_article ON annotation (article_id, label_id);
    CREATE INDEX annotation_by_label ON annotation (label_id);
    CREATE INDEX annotation_by_annotator ON annotation (annotator_id);
    CREATE INDEX annotation_by_version ON annotation (codebook_version_id);
    CREATE INDEX annotation_by_revised ON annotation (revises_id) WHERE revises_id IS NOT NULL;
    CREATE INDEX annotation_by_batch ON annotation (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE annotation_span (
      annotation_id INTEGER NOT NULL REFERENCES annotation (id),
      n INTEGER NOT NULL,
      start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
      end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
      quote TEXT NOT NULL,
      PRIMARY KEY (annotation_id, n)
    ) STRICT, WITHOUT ROWID;
  `);
};
