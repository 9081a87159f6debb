import type { Migration } from './migration.ts';

/**
 * What people and other tools have said of suggestions: dismissals, rules of propagation, predictions; and the forms that were tagged
 * before (docs/decisions/0016-suggestions.md). No row of an earlier schema is moved.
 */
export const suggestions: Migration = (db) => {
  db.exec(`
    -- a suggestion is computed: what is kept of a dismissed one is what it was made from
    CREATE TABLE dismissal (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      suggestion TEXT NOT NULL,
      article_id INTEGER NOT NULL REFERENCES article (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      label_id INTEGER NOT NULL REFERENCES label (id),
      rule TEXT NOT NULL
    ) STRICT;
    CREATE INDEX dismissal_by_article ON dismissal (article_id, annotator_id);
    CREATE INDEX dismissal_by_annotator ON dismissal (annotator_id);
    CREATE INDEX dismissal_by_label ON dismissal (label_id);
    CREATE TABLE dismissal_span (
      dismissal_id INTEGER NOT NULL REFERENCES dismissal (id),
      n INTEGER NOT NULL,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      quote TEXT NOT NULL,
      PRIMARY KEY (dismissal_id, n)
    ) STRICT, WITHOUT ROWID;

    -- outlet: only in its articles; none: in the whole corpus
    CREATE TABLE propagation_rule (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      label_id INTEGER NOT NULL REFERENCES label (id),
      entity_id INTEGER REFERENCES entity (id),
      outlet_id INTEGER REFERENCES outlet (id),
      match_case INTEGER NOT NULL CHECK (match_case IN (0, 1)),
      match_marks INTEGER NOT NULL CHECK (match_marks IN (0, 1)),
      match_letters INTEGER NOT NULL CHECK (match_letters IN (0, 1)),
      whole_word INTEGER NOT NULL CHECK (whole_word IN (0, 1)),
      with_aliases INTEGER NOT NULL CHECK (with_aliases IN (0, 1)),
      retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT;
    CREATE INDEX propagation_rule_by_annotator ON propagation_rule (annotator_id);
    CREATE INDEX propagation_rule_by_label ON propagation_rule (label_id);
    CREATE INDEX propagation_rule_by_entity ON propagation_rule (entity_id) WHERE entity_id IS NOT NULL;
    CREATE INDEX propagation_rule_by_outlet ON propagation_rule (outlet_id) WHERE outlet_id IS NOT NULL;
    CREATE TABLE propagation_rule_form (
      propagation_rule_id INTEGER NOT NULL REFERENCES propagation_rule (id),
      n INTEGER NOT NULL,
      form TEXT NOT NULL,
      PRIMARY KEY (propagation_rule_id, n)
    ) STRICT, WITHOUT ROWID;

    -- what another tool said; entity: the name that it gave; attributes: JSON, as a caller would give them
    CREATE TABLE prediction (
      id INTEGER PRIMARY KEY,
      uid TEXT NOT NULL UNIQUE,
      article_id INTEGER NOT NULL REFERENCES article (id),
      label_id INTEGER NOT NULL REFERENCES label (id),
      annotator_id INTEGER NOT NULL REFERENCES annotator (id),
      tool TEXT NOT NULL,
      score REAL,
      entity_name TEXT,
      attributes TEXT NOT NULL,
      batch_id INTEGER REFERENCES batch (id)
    ) STRICT;
    CREATE INDEX prediction_by_article ON prediction (article_id);
    CREATE INDEX prediction_by_label ON prediction (label_id);
    CREATE INDEX prediction_by_annotator ON prediction (annotator_id);
    CREATE INDEX prediction_by_batch ON prediction (batch_id) WHERE batch_id IS NOT NULL;
    CREATE TABLE prediction_span (
      prediction_id INTEGER NOT NULL REFERENCES prediction (id),
      n INTEGER NOT NULL,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      quote TEXT NOT NULL,
      PRIMARY KEY (prediction_id, n)
    ) STRICT, WITHOUT ROWID;

    -- Derived: which words were tagged as what, and how often; form: their tokens, joined by blanks. No entity: empty
    CREATE TABLE known_form (
      first_word TEXT NOT NULL,
      form TEXT NOT NULL,
      written TEXT NOT NULL,
      label TEXT NOT NULL,
      entity TEXT NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (first_word, form, written, label, entity)
    ) STRICT, WITHOUT ROWID;
    -- Derived: aliases by the words that their forms begin with
    CREATE TABLE alias_form (
      first_word TEXT NOT NULL,
      alias TEXT NOT NULL,
      PRIMARY KEY (first_word, alias)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_form_by_alias ON alias_form (alias);
  `);
};
