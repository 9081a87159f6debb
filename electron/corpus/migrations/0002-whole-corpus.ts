import type { Migration } from './migration.ts';

/**
 * What a corpus knows beyond its tags: attributes and their values, entities, relations, clusters, reviews, assignments; and
 * the derived tables that answer searches and lists (docs/decisions/0009-whole-corpus.md). No row of the first schema is moved.
 */
export const wholeCorpus: Migration = (db) => {
  db.exec(`
    -- The codebook: examples of a label, kinds of its entities, typed attributes --------------------------------

    CREATE TABLE label_example (
      label_id INTEGER NOT NULL REFERENCES label (id),
      n INTEGER NOT NULL,
      quote TEXT NOT NULL,
      remark TEXT NOT NULL,
      fits INTEGER NOT NULL CHECK (fits IN (0, 1)),
      PRIMARY KEY (label_id, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE label_entity_kind (
      label_id INTEGER NOT NULL REFERENCES label (id),
      n INTEGER NOT NULL,
      kind TEXT NOT NULL,
      PRIMARY KEY (label_id, n)
    ) STRICT, WITHOUT ROWID;

    -- a field of a group names its group as parent
    CREATE TABLE attribute (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      label_id INTEGER NOT NULL REFERENCES label (id),
      parent_id INTEGER REFERENCES attribute (id),
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      type TEXT NOT NULL
        CHECK (type IN ('text', 'number', 'date', 'choice', 'choices', 'yes-no', 'entity', 'span', 'group')),
      list INTEGER NOT NULL CHECK (list IN (0, 1)),
      required INTEGER NOT NULL CHECK (required IN (0, 1)),
      guideline TEXT NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;
    CREATE INDEX attribute_by_label ON attribute (label_id);
    CREATE INDEX attribute_by_parent ON attribute (parent_id) WHERE parent_id IS NOT NULL;

    CREATE TABLE attribute_option (
      attribute_id INTEGER NOT NULL REFERENCES attribute (id),
      n INTEGER NOT NULL,
      value TEXT NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
      PRIMARY KEY (attribute_id, n)
    ) STRICT, WITHOUT ROWID;

    -- Entities --------------------------------------------------------------------------------------------------

    CREATE TABLE entity (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      label_id INTEGER NOT NULL REFERENCES label (id),
      kind TEXT,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      latitude REAL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      merged_into_id INTEGER REFERENCES entity (id),
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX entity_by_name ON entity (name COLLATE NOCASE);
    CREATE INDEX entity_by_label ON entity (label_id, name COLLATE NOCASE);
    CREATE INDEX entity_by_merged_into ON entity (merged_into_id) WHERE merged_into_id IS NOT NULL;
    CREATE INDEX entity_by_batch ON entity (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE entity_ref (
      entity_id INTEGER NOT NULL REFERENCES entity (id),
      n INTEGER NOT NULL,
      scheme TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (entity_id, n)
    ) STRICT, WITHOUT ROWID;

    -- a row of its own, so that two people's aliases of one entity do not stand on each other
    CREATE TABLE entity_alias (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      entity_id INTEGER NOT NULL REFERENCES entity (id),
      form TEXT NOT NULL,
      folded TEXT NOT NULL,
      script TEXT NOT NULL,
      outlet_id INTEGER REFERENCES outlet (id),
      never_alone INTEGER NOT NULL CHECK (never_alone IN (0, 1)),
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX entity_alias_by_folded ON entity_alias (folded);
    CREATE INDEX entity_alias_by_entity ON entity_alias (entity_id);
    CREATE INDEX entity_alias_by_outlet ON entity_alias (outlet_id) WHERE outlet_id IS NOT NULL;
    CREATE INDEX entity_alias_by_batch ON entity_alias (batch_id) WHERE batch_id IS NOT NULL;

    ALTER TABLE outlet ADD COLUMN entity_id INTEGER REFERENCES entity (id);
    ALTER TABLE outlet ADD COLUMN merged_into_id INTEGER REFERENCES outlet (id);
    CREATE INDEX outlet_by_entity ON outlet (entity_id) WHERE entity_id IS NOT NULL;
    CREATE INDEX outlet_by_merged_into ON outlet (merged_into_id) WHERE merged_into_id IS NOT NULL;
    CREATE INDEX outlet_by_batch ON outlet (batch_id) WHERE batch_id IS NOT NULL;
    CREATE INDEX outlet_alias_by_alias ON outlet_alias (alias COLLATE NOCASE);
    CREATE INDEX outlet_by_name_nocase ON outlet (name COLLATE NOCASE);

    -- Annotations: the entity that is meant, and values of attributes -------------------------------------------

    ALTER TABLE annotation ADD COLUMN entity_id INTEGER REFERENCES entity (id);
    ALTER TABLE annotation ADD COLUMN entity_link TEXT CHECK (entity_link IN ('person', 'rule'));
    -- all that a count or a filter by entity asks for, so that a frequent one costs no look-up a row
    CREATE INDEX annotation_by_entity ON annotation (entity_id, article_id, batch_id, label_id, annotator_id)
      WHERE entity_id IS NOT NULL;

    -- path: places in lists from the outermost in, joined by points; empty where nothing is a list
    CREATE TABLE annotation_value (
      annotation_id INTEGER NOT NULL REFERENCES annotation (id),
      n INTEGER NOT NULL,
      attribute_id INTEGER NOT NULL REFERENCES attribute (id),
      path TEXT NOT NULL,
      text TEXT,
      number REAL,
      entity_id INTEGER REFERENCES entity (id),
      article_id INTEGER REFERENCES article (id),
      start_offset INTEGER,
      end_offset INTEGER,
      quote TEXT,
      PRIMARY KEY (annotation_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX annotation_value_by_attribute ON annotation_value (attribute_id, text);
    CREATE INDEX annotation_value_by_entity ON annotation_value (entity_id) WHERE entity_id IS NOT NULL;
    CREATE INDEX annotation_value_by_article ON annotation_value (article_id) WHERE article_id IS NOT NULL;

    -- Relations and clusters ------------------------------------------------------------------------------------

    CREATE TABLE relation_kind (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
      guideline TEXT NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;

    -- none named: any label may stand at that end
    CREATE TABLE relation_kind_from (
      relation_kind_id INTEGER NOT NULL REFERENCES relation_kind (id),
      n INTEGER NOT NULL,
      label_id INTEGER NOT NULL REFERENCES label (id),
      PRIMARY KEY (relation_kind_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relation_kind_from_by_label ON relation_kind_from (label_id);

    CREATE TABLE relation_kind_to (
      relation_kind_id INTEGER NOT NULL REFERENCES relation_kind (id),
      n INTEGER NOT NULL,
      label_id INTEGER NOT NULL REFERENCES label (id),
      PRIMARY KEY (relation_kind_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relation_kind_to_by_label ON relation_kind_to (label_id);

    CREATE TABLE relation (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      relation_kind_id INTEGER NOT NULL REFERENCES relation_kind (id),
      from_annotation_id INTEGER NOT NULL REFERENCES annotation (id),
      to_annotation_id INTEGER NOT NULL REFERENCES annotation (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      layer TEXT NOT NULL CHECK (layer IN ('own', 'settled')),
      origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'propagation', 'import', 'adjudication')),
      origin_reference TEXT,
      revises_id INTEGER REFERENCES relation (id),
      codebook_version_id INTEGER NOT NULL REFERENCES codebook_version (id),
      note TEXT NOT NULL,
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX relation_by_from ON relation (from_annotation_id);
    CREATE INDEX relation_by_to ON relation (to_annotation_id);
    CREATE INDEX relation_by_kind ON relation (relation_kind_id);
    CREATE INDEX relation_by_annotator ON relation (annotator_id);
    CREATE INDEX relation_by_version ON relation (codebook_version_id);
    CREATE INDEX relation_by_revised ON relation (revises_id) WHERE revises_id IS NOT NULL;
    CREATE INDEX relation_by_batch ON relation (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE cluster (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      year INTEGER,
      month INTEGER CHECK (month BETWEEN 1 AND 12),
      day INTEGER CHECK (day BETWEEN 1 AND 31),
      entity_id INTEGER REFERENCES entity (id),
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cluster_by_place ON cluster (entity_id) WHERE entity_id IS NOT NULL;

    CREATE TABLE cluster_member (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      cluster_id INTEGER NOT NULL REFERENCES cluster (id),
      annotation_id INTEGER NOT NULL REFERENCES annotation (id)
    ) STRICT;
    CREATE INDEX cluster_member_by_cluster ON cluster_member (cluster_id);
    CREATE INDEX cluster_member_by_annotation ON cluster_member (annotation_id);

    -- Checking --------------------------------------------------------------------------------------------------

    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      annotation_id INTEGER REFERENCES annotation (id),
      relation_id INTEGER REFERENCES relation (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      decision TEXT NOT NULL CHECK (decision IN ('accepted', 'corrected', 'rejected', 'unsure')),
      reason TEXT NOT NULL,
      comment TEXT NOT NULL,
      CHECK ((annotation_id IS NULL) <> (relation_id IS NULL))
    ) STRICT;
    CREATE INDEX review_by_annotation ON review (annotation_id) WHERE annotation_id IS NOT NULL;
    CREATE INDEX review_by_relation ON review (relation_id) WHERE relation_id IS NOT NULL;
    CREATE INDEX review_by_annotator ON review (annotator_id);

    CREATE TABLE review_comment (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      review_id INTEGER NOT NULL REFERENCES review (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_comment_by_review ON review_comment (review_id);
    CREATE INDEX review_comment_by_annotator ON review_comment (annotator_id);

    CREATE TABLE assignment (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      blind INTEGER NOT NULL CHECK (blind IN (0, 1))
    ) STRICT;
    CREATE INDEX assignment_by_article ON assignment (article_id);
    CREATE INDEX assignment_by_annotator ON assignment (annotator_id);

    CREATE INDEX article_work_by_annotator ON article_work (annotator_id, state);
    CREATE INDEX step_by_time ON step (at);
    CREATE INDEX step_takes_by_taken ON step_takes (taken_id);
    CREATE INDEX article_by_source ON article (source_id);

    -- Derived: made from the rows above, not journalled, rebuilt by \`galley verify --rebuild\` -------------------

    CREATE TABLE derived (
      name TEXT PRIMARY KEY,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- our own tokens, joined by blanks: this tokeniser parts at nothing else
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, text, content = '', contentless_delete = 1, prefix = '2 3 4',
      tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"
    );

    -- one row for each article that is seen
    CREATE TABLE listed_article (
      article_id INTEGER PRIMARY KEY,
      outlet_id INTEGER,
      date INTEGER NOT NULL,
      state TEXT NOT NULL,
      labels TEXT NOT NULL,
      title TEXT NOT NULL
    ) STRICT;
    -- in the library's order, with all that filters look at; labels: ids of those on it, each between commas
    CREATE INDEX listed_article_in_order ON listed_article (outlet_id, date DESC, article_id, state, labels, title);
    CREATE INDEX listed_article_by_date ON listed_article (date DESC, article_id);

    -- which labels whoever has put on an article that is seen
    CREATE TABLE article_mark (
      article_id INTEGER NOT NULL,
      label_id INTEGER NOT NULL,
      annotator_id INTEGER NOT NULL,
      PRIMARY KEY (article_id, label_id, annotator_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_mark_by_annotator ON article_mark (annotator_id, article_id);

    -- what counts of an article, and summed by entity; articles that changed since are stale until counted again
    CREATE TABLE article_tally (
      article_id INTEGER NOT NULL,
      entity_id INTEGER NOT NULL,
      form TEXT NOT NULL,
      by_rule INTEGER NOT NULL CHECK (by_rule IN (0, 1)),
      outlet_id INTEGER,
      n INTEGER NOT NULL,
      PRIMARY KEY (article_id, entity_id, form, by_rule)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entity_tally (
      entity_id INTEGER NOT NULL,
      form TEXT NOT NULL,
      by_rule INTEGER NOT NULL CHECK (by_rule IN (0, 1)),
      outlet_id INTEGER NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (entity_id, form, by_rule, outlet_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_tally_by_outlet ON entity_tally (outlet_id, entity_id, by_rule, n);
    CREATE TABLE entity_total (entity_id INTEGER PRIMARY KEY, n INTEGER NOT NULL, by_rule INTEGER NOT NULL) STRICT;
    CREATE TABLE stale_article (article_id INTEGER PRIMARY KEY) STRICT;
  `);
};
