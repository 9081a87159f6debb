import type { KindName } from './records.ts';

export type { KindName, Records, SpanRecord, ValueRecord } from './records.ts';

/**
 * How one field is stored: as it is; as the integer id of another row that the record names by uid; or as the id of a
 * text or source that it names by hash. The last two stand in the column `<field>_id`.
 */
export type Column = 'value' | { rowOf: KindName | 'step' } | { hashedIn: 'article_text' | 'source' };
export type Columns = Readonly<Record<string, Column>>;

export type Kind = {
  columns: Columns;
  /** Fields that hold a list, each in a table of its own, in the order of its column `n`. */
  lists: Readonly<Record<string, { table: string; columns: Columns }>>;
  /** The article that a row belongs to: the row itself, the one it names, or that of the annotation which a field names. */
  article?: 'itself' | 'field' | { ofAnnotation: string };
};

const row = (rowOf: KindName | 'step'): Column => ({ rowOf });
const value = 'value';

/** Every kind of model row: what journal, undo, replay, merge and fingerprint are made from. */
export const kinds: { readonly [K in KindName]: Kind } = {
  corpus: { columns: { title: value, description: value, licence: value }, lists: {} },
  annotator: {
    columns: { name: value, initials: value, colour: value, merged_into: row('annotator') },
    lists: {},
  },
  batch: { columns: { step: row('step'), state: value }, lists: {} },
  entity: {
    columns: {
      label: row('label'),
      kind: value,
      name: value,
      description: value,
      latitude: value,
      longitude: value,
      merged_into: row('entity'),
      batch: row('batch'),
    },
    lists: { refs: { table: 'entity_ref', columns: { scheme: value, value: value } } },
  },
  outlet: {
    columns: { name: value, entity: row('entity'), merged_into: row('outlet'), batch: row('batch') },
    lists: { aliases: { table: 'outlet_alias', columns: { alias: value } } },
  },
  entity_alias: {
    columns: {
      entity: row('entity'),
      form: value,
      folded: value,
      script: value,
      outlet: row('outlet'),
      never_alone: value,
      batch: row('batch'),
    },
    lists: {},
  },
  article: {
    columns: {
      text: { hashedIn: 'article_text' },
      source: { hashedIn: 'source' },
      source_name: value,
      encoding: value,
      place: value,
      place_start: value,
      place_end: value,
      outlet: row('outlet'),
      title: value,
      byline: value,
      date_written: value,
      year: value,
      month: value,
      day: value,
      language: value,
      address: value,
      version_of: row('article'),
      batch: row('batch'),
    },
    lists: {
      meta: { table: 'article_meta', columns: { key: value, value: value, found_by: value } },
      blocks: {
        table: 'block',
        columns: { kind: value, start_offset: value, end_offset: value, repeat_of: value, found_by: value },
      },
    },
    article: 'itself',
  },
  article_work: {
    columns: { article: row('article'), annotator: row('annotator'), state: value },
    lists: {},
    article: 'field',
  },
  label: {
    columns: {
      name: value,
      position: value,
      key: value,
      colour: value,
      line: value,
      guideline: value,
      retired: value,
      merged_into: row('label'),
    },
    lists: {
      excludes: { table: 'label_exclusion', columns: { excluded: row('label') } },
      examples: { table: 'label_example', columns: { quote: value, remark: value, fits: value } },
      entity_kinds: { table: 'label_entity_kind', columns: { kind: value } },
    },
  },
  attribute: {
    columns: {
      label: row('label'),
      parent: row('attribute'),
      name: value,
      position: value,
      type: value,
      list: value,
      required: value,
      guideline: value,
      retired: value,
      merged_into: row('attribute'),
    },
    lists: { options: { table: 'attribute_option', columns: { value: value, retired: value } } },
  },
  relation_kind: {
    columns: {
      name: value,
      position: value,
      symmetric: value,
      guideline: value,
      retired: value,
      merged_into: row('relation_kind'),
    },
    lists: {
      from_labels: { table: 'relation_kind_from', columns: { label: row('label') } },
      to_labels: { table: 'relation_kind_to', columns: { label: row('label') } },
    },
  },
  codebook_version: { columns: { content: value }, lists: {} },
  annotation: {
    columns: {
      article: row('article'),
      label: row('label'),
      annotator: row('annotator'),
      layer: value,
      origin: value,
      origin_reference: value,
      revises: row('annotation'),
      codebook_version: row('codebook_version'),
      note: value,
      entity: row('entity'),
      entity_link: value,
      batch: row('batch'),
    },
    lists: {
      spans: { table: 'annotation_span', columns: { start_offset: value, end_offset: value, quote: value } },
      values: {
        table: 'annotation_value',
        columns: {
          attribute: row('attribute'),
          path: value,
          text: value,
          number: value,
          entity: row('entity'),
          article: row('article'),
          start_offset: value,
          end_offset: value,
          quote: value,
        },
      },
    },
    article: 'field',
  },
  relation: {
    columns: {
      relation_kind: row('relation_kind'),
      from_annotation: row('annotation'),
      to_annotation: row('annotation'),
      annotator: row('annotator'),
      layer: value,
      origin: value,
      origin_reference: value,
      revises: row('relation'),
      codebook_version: row('codebook_version'),
      note: value,
      batch: row('batch'),
    },
    lists: {},
    article: { ofAnnotation: 'from_annotation' },
  },
  cluster: {
    columns: { title: value, year: value, month: value, day: value, entity: row('entity'), note: value },
    lists: {},
  },
  cluster_member: {
    columns: { cluster: row('cluster'), annotation: row('annotation') },
    lists: {},
    article: { ofAnnotation: 'annotation' },
  },
  review: {
    columns: {
      annotation: row('annotation'),
      relation: row('relation'),
      annotator: row('annotator'),
      decision: value,
      reason: value,
      comment: value,
      content: value,
      missing: value,
      rule_label: row('label'),
      rule: value,
    },
    lists: {},
    article: { ofAnnotation: 'annotation' },
  },
  review_comment: { columns: { review: row('review'), annotator: row('annotator'), text: value }, lists: {} },
  adjudication: {
    columns: { article: row('article'), annotator: row('annotator'), state: value },
    lists: { coders: { table: 'adjudication_coder', columns: { annotator: row('annotator') } } },
    article: 'field',
  },
  settlement: {
    columns: {
      article: row('article'),
      annotator: row('annotator'),
      decision: value,
      reason: value,
      comment: value,
      content: value,
      rule_label: row('label'),
      rule: value,
    },
    lists: { sources: { table: 'settlement_source', columns: { side: value, annotation: row('annotation') } } },
    article: 'field',
  },
  settlement_comment: {
    columns: { settlement: row('settlement'), annotator: row('annotator'), text: value },
    lists: {},
  },
  exemption: { columns: { rule: value, subject: value, annotator: row('annotator') }, lists: {} },
  assignment: {
    columns: { article: row('article'), annotator: row('annotator'), blind: value },
    lists: {},
    article: 'field',
  },
  dismissal: {
    columns: {
      suggestion: value,
      article: row('article'),
      annotator: row('annotator'),
      label: row('label'),
      rule: value,
    },
    lists: { spans: { table: 'dismissal_span', columns: { start_offset: value, end_offset: value, quote: value } } },
    article: 'field',
  },
  propagation_rule: {
    columns: {
      annotator: row('annotator'),
      label: row('label'),
      entity: row('entity'),
      outlet: row('outlet'),
      match_case: value,
      match_marks: value,
      match_letters: value,
      whole_word: value,
      with_aliases: value,
      retired: value,
    },
    lists: { forms: { table: 'propagation_rule_form', columns: { form: value } } },
  },
  prediction: {
    columns: {
      article: row('article'),
      label: row('label'),
      annotator: row('annotator'),
      tool: value,
      score: value,
      entity_name: value,
      attributes: value,
      batch: row('batch'),
    },
    lists: { spans: { table: 'prediction_span', columns: { start_offset: value, end_offset: value, quote: value } } },
    article: 'field',
  },
  saved_filter: { columns: { name: value, annotator: row('annotator'), filter: value }, lists: {} },
  dataset: { columns: { name: value, annotator: row('annotator'), choice: value }, lists: {} },
  import_mapping: { columns: { format: value, sort: value, theirs: value, ours: value }, lists: {} },
};

export const kindNames = Object.keys(kinds) as KindName[];

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** Kinds whose rows a long write puts into a batch, where they are not seen until it is published. */
export const hasBatch = (name: KindName) => 'batch' in kinds[name].columns;
