import type { EntityLink, Layer, Origin } from '#shared/domain/annotation';
import type { WorkState } from '#shared/domain/article';
import type { AttributeType } from '#shared/domain/attribute';
import type { BlockKind } from '#shared/domain/block';
import type { Decision } from '#shared/domain/review';
import type { AdjudicationState, SettlementDecision } from '#shared/domain/settlement';
import type { SuggestionRule } from '#shared/domain/suggestion';

type MappingSort = 'label' | 'relation' | 'attribute' | 'annotator';
type BatchState = 'open' | 'published' | 'withdrawn' | 'removed';
type BlockRecord = {
  kind: BlockKind;
  start_offset: number;
  end_offset: number;
  repeat_of: number | null;
  found_by: string;
};
export type SpanRecord = { start_offset: number; end_offset: number; quote: string };
/** One value of one attribute, in the columns that its type uses; the others are null. */
export type ValueRecord = {
  attribute: string;
  path: string;
  text: string | null;
  number: number | null;
  entity: string | null;
  article: string | null;
  start_offset: number | null;
  end_offset: number | null;
  quote: string | null;
};

/** A model row as the journal holds it: other rows are named by uid, texts and sources by SHA-256 in hex. */
export type Records = {
  corpus: { title: string; description: string; licence: string };
  annotator: { name: string; initials: string; colour: string | null; merged_into?: string | null };
  batch: { step: string; state: BatchState };
  entity: {
    label: string;
    kind: string | null;
    name: string;
    description: string;
    latitude: number | null;
    longitude: number | null;
    merged_into: string | null;
    batch: string | null;
    refs: { scheme: string; value: string }[];
  };
  outlet: {
    name: string;
    entity: string | null;
    merged_into: string | null;
    batch: string | null;
    aliases: { alias: string }[];
  };
  entity_alias: {
    entity: string;
    form: string;
    folded: string;
    script: string;
    outlet: string | null;
    never_alone: number;
    batch: string | null;
  };
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
    merged_into?: string | null;
    excludes: { excluded: string }[];
    examples: { quote: string; remark: string; fits: number }[];
    entity_kinds: { kind: string }[];
  };
  attribute: {
    label: string;
    parent: string | null;
    name: string;
    position: number;
    type: AttributeType;
    list: number;
    required: number;
    guideline: string;
    retired: number;
    merged_into?: string | null;
    options: { value: string; retired: number }[];
  };
  relation_kind: {
    name: string;
    position: number;
    symmetric: number;
    guideline: string;
    retired: number;
    merged_into?: string | null;
    from_labels: { label: string }[];
    to_labels: { label: string }[];
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
    entity: string | null;
    entity_link: EntityLink | null;
    batch: string | null;
    spans: SpanRecord[];
    values: ValueRecord[];
  };
  relation: {
    relation_kind: string;
    from_annotation: string;
    to_annotation: string;
    annotator: string;
    layer: Layer;
    origin: Origin;
    origin_reference: string | null;
    revises: string | null;
    codebook_version: string;
    note: string;
    batch: string | null;
  };
  cluster: {
    title: string;
    year: number | null;
    month: number | null;
    day: number | null;
    entity: string | null;
    note: string;
  };
  cluster_member: { cluster: string; annotation: string };
  review: {
    annotation: string | null;
    relation: string | null;
    annotator: string;
    decision: Decision;
    reason: string;
    comment: string;
    content?: string | null;
    missing?: number | null;
    rule_label?: string | null;
    rule?: string | null;
  };
  review_comment: { review: string; annotator: string; text: string };
  adjudication: { article: string; annotator: string; state: AdjudicationState; coders: { annotator: string }[] };
  settlement: {
    article: string;
    annotator: string;
    decision: SettlementDecision;
    reason: string;
    comment: string;
    content: string;
    rule_label: string | null;
    rule: string | null;
    sources: { side: 'left' | 'right'; annotation: string }[];
  };
  settlement_comment: { settlement: string; annotator: string; text: string };
  /** A finding of that rule that is right as it is. `subject`: what it is about, as the rule names it. */
  exemption: { rule: string; subject: string; annotator: string };
  assignment: { article: string; annotator: string; blind: number };
  dismissal: {
    suggestion: string;
    article: string;
    annotator: string;
    label: string;
    rule: SuggestionRule;
    spans: SpanRecord[];
  };
  propagation_rule: {
    annotator: string;
    label: string;
    entity: string | null;
    outlet: string | null;
    match_case: number;
    match_marks: number;
    match_letters: number;
    whole_word: number;
    with_aliases: number;
    retired: number;
    forms: { form: string }[];
  };
  /** `attributes`: canonical JSON. */
  prediction: {
    article: string;
    label: string;
    annotator: string;
    tool: string;
    score: number | null;
    entity_name: string | null;
    attributes: string;
    batch: string | null;
    spans: SpanRecord[];
  };
  /** `filter`: canonical JSON. */
  saved_filter: { name: string; annotator: string; filter: string };
  /** `choice`: canonical JSON. */
  dataset: { name: string; annotator: string; choice: string };
  /** `theirs`: a name in files of that format; `ours`: what was chosen for it here, null where it is left out. */
  import_mapping: { format: string; sort: MappingSort; theirs: string; ours: string | null };
};
export type KindName = keyof Records;
