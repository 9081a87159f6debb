import type { Layer, Origin } from '#shared/domain/annotation';
import type { WorkState } from '#shared/domain/article';
import type { BlockKind } from '#shared/domain/block';

type BatchState = 'open' | 'published' | 'withdrawn' | 'removed';
type BlockRecord = {
  kind: BlockKind;
  start_offset: number;
  end_offset: number;
  repeat_of: number | null;
  found_by: string;
};
export type SpanRecord = { start_offset: number; end_offset: number; quote: string };

/** A model row as the journal holds it: other rows are named by uid, texts and sources by SHA-256 in hex. */
export type Records = {
  corpus: { title: string; description: string; licence: string };
  annotator: { name: string; initials: string; colour: string | null };
  batch: { step: string; state: BatchState };
  outlet: { name: string; batch: string | null; aliases: { alias: string }[] };
  article: {
    text: string;
    source: string;
    source_name: string;
    encoding: string;
    place: 'range' | 'row';
    place_start: number;
    place_end: number;
    outlet: string | null;
    title: string;
    byline: string | null;
    date_written: string | null;
    year: number | null;
    month: number | null;
    day: number | null;
    language: string | null;
    address: string | null;
    version_of: string | null;
    batch: string | null;
    meta: { key: string; value: string; found_by: string }[];
    blocks: BlockRecord[];
  };
  article_work: { article: string; annotator: string; state: WorkState };
  label: {
    name: string;
    position: number;
    key: string | null;
    colour: string;
    line: string;
    guideline: string;
    retired: number;
    excludes: { excluded: string }[];
  };
  codebook_version: { content: string };
  annotation: {
    article: string;
    label: string;
    annotator: string;
    layer: Layer;
    origin: Origin;
    origin_reference: string | null;
    revises: string | null;
    codebook_version: string;
    note: string;
    batch: string | null;
    spans: SpanRecord[];
  };
};
export type KindName = keyof Records;

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
  /** The article that a row belongs to: the row itself, or the one that its field `article` names. */
  article?: 'itself' | 'field';
};

const row = (rowOf: KindName | 'step'): Column => ({ rowOf });
const value = 'value';

/** Every kind of model row: what journal, undo, replay, merge and fingerprint are made from. */
export const kinds: { readonly [K in KindName]: Kind } = {
  corpus: { columns: { title: value, description: value, licence: value }, lists: {} },
  annotator: { columns: { name: value, initials: value, colour: value }, lists: {} },
  batch: { columns: { step: row('step'), state: value }, lists: {} },
  outlet: {
    columns: { name: value, batch: row('batch') },
    lists: { aliases: { table: 'outlet_alias', columns: { alias: value } } },
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
    },
    lists: { excludes: { table: 'label_exclusion', columns: { excluded: row('label') } } },
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
      batch: row('batch'),
    },
    lists: {
      spans: { table: 'annotation_span', columns: { start_offset: value, end_offset: value, quote: value } },
    },
    article: 'field',
  },
};

export const kindNames = Object.keys(kinds) as KindName[];

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** Kinds whose rows a long write puts into a batch, where they are not seen until it is published. */
export const hasBatch = (name: KindName) => 'batch' in kinds[name].columns;
