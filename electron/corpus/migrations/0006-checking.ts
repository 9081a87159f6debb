import type { Migration } from './migration.ts';

/**
 * Hand-checked: what reviews were given on, disagreements and how they were settled, findings that are right as they are, and what a
 * merge took over (docs/decisions/0022-checking-together.md, 0023-merge.md). No row of an earlier schema is moved.
 */
export const checking: Migration = (db) => {
  db.exec(`
    -- content: SHA-256 of what was decided on; rule: words of that label's guideline, as they were cited
    ALTER TABLE review ADD COLUMN content TEXT;
    ALTER TABLE review ADD COLUMN missing INTEGER CHECK (missing IN (0, 1));
    ALTER TABLE review ADD COLUMN rule_label_id INTEGER REFERENCES label (id);
    ALTER TABLE review ADD COLUMN rule TEXT;

    -- two of one name that people said are one: the other is the survivor's alias for ever
    ALTER TABLE annotator ADD COLUMN merged_into_id INTEGER REFERENCES annotator (id);
    ALTER TABLE label ADD COLUMN merged_into_id INTEGER REFERENCES label (id);
    ALTER TABLE attribute ADD COLUMN merged_into_id INTEGER REFERENCES attribute (id);
    ALTER TABLE relation_kind ADD COLUMN merged_into_id INTEGER REFERENCES relation_kind (id);
    CREATE INDEX annotator_by_merged_into ON annotator (merged_into_id) WHERE merged_into_id IS NOT NULL;
    CREATE INDEX label_by_merged_into ON label (merged_into_id) WHERE merged_into_id IS NOT NULL;
    CREATE INDEX attribute_by_merged_into ON attribute (merged_into_id) WHERE merged_into_id IS NOT NULL;
    CREATE INDEX relation_kind_by_merged_into ON relation_kind (merged_into_id) WHERE merged_into_id IS NOT NULL;

    -- Adjudication: several people's layers of one article made one ---------------------------------------------

    CREATE TABLE adjudication (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      state TEXT NOT NULL CHECK (state IN ('open', 'done'))
    ) STRICT;
    CREATE INDEX adjudication_by_article ON adjudication (article_id);
    CREATE INDEX adjudication_by_annotator ON adjudication (annotator_id);

    -- whose layers, from left to right
    CREATE TABLE adjudication_coder (
      adjudication_id INTEGER NOT NULL REFERENCES adjudication (id),
      n INTEGER NOT NULL,
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      PRIMARY KEY (adjudication_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX adjudication_coder_by_annotator ON adjudication_coder (annotator_id);

    CREATE TABLE settlement (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      decision TEXT NOT NULL CHECK (decision IN ('left', 'right', 'both', 'neither', 'new', 'unsure')),
      reason TEXT NOT NULL,
      comment TEXT NOT NULL,
      content TEXT NOT NULL,
      rule_label_id INTEGER REFERENCES label (id),
      rule TEXT
    ) STRICT;
    CREATE INDEX settlement_by_article ON settlement (article_id);
    CREATE INDEX settlement_by_annotator ON settlement (annotator_id);
    CREATE INDEX settlement_by_rule ON settlement (rule_label_id) WHERE rule_label_id IS NOT NULL;

    -- what it was settled between
    CREATE TABLE settlement_source (
      settlement_id INTEGER NOT NULL REFERENCES settlement (id),
      n INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('left', 'right')),
      annotation_id INTEGER NOT NULL REFERENCES annotation (id),
      PRIMARY KEY (settlement_id, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX settlement_source_by_annotation ON settlement_source (annotation_id);

    CREATE TABLE settlement_comment (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      settlement_id INTEGER NOT NULL REFERENCES settlement (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX settlement_comment_by_settlement ON settlement_comment (settlement_id);
    CREATE INDEX settlement_comment_by_annotator ON settlement_comment (annotator_id);

    -- Consistency: a finding that somebody said is right as it is; subject: what it is about, as its rule names it
    CREATE TABLE exemption (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      annotator_id INTEGER NOT NULL REFERENCES annotator (id)
    ) STRICT;
    CREATE INDEX exemption_by_rule ON exemption (rule, subject);
    CREATE INDEX exemption_by_annotator ON exemption (annotator_id);

    CREATE INDEX review_by_rule ON review (rule_label_id) WHERE rule_label_id IS NOT NULL;

    -- Merge: rows of other copies' strands, and which merge took them over; made from the merges' own journal rows. since and until:
    -- Lamport numbers of the first row that is not this file's own, and of the last that was taken; number: that row's place
    CREATE TABLE taken_strand (
      step_id INTEGER NOT NULL REFERENCES step (id),
      strand_id INTEGER NOT NULL REFERENCES strand (id),
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      number INTEGER NOT NULL,
      PRIMARY KEY (step_id, strand_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX taken_strand_by_strand ON taken_strand (strand_id);

    -- Derived: reviews of what has been changed since they were given
    CREATE TABLE stale_review (review_id INTEGER PRIMARY KEY) STRICT;
  `);
};
