import { ArticleFilter } from '../../domain/filter.ts';
import { toPartialDate, type DateParts } from '../../domain/partial-date.ts';
import { printFilter } from '../../text/filter-text.ts';
import { numberWords } from './ui.ts';

/** What a kind of row is called, one and several. */
const kindWords: Record<string, [string, string]> = {
  annotation: ['annotation', 'annotations'],
  annotator: ['person', 'persons'],
  article: ['article', 'articles'],
  article_work: ['state of an article', 'states of articles'],
  assignment: ['assignment', 'assignments'],
  attribute: ['attribute', 'attributes'],
  batch: ['batch', 'batches'],
  cluster: ['event card', 'event cards'],
  cluster_member: ['claim on a card', 'claims on cards'],
  codebook_version: ['version of the codebook', 'versions of the codebook'],
  corpus: ['corpus', 'corpora'],
  dismissal: ['dismissed suggestion', 'dismissed suggestions'],
  entity: ['entity', 'entities'],
  entity_alias: ['alias', 'aliases'],
  label: ['label', 'labels'],
  outlet: ['outlet', 'outlets'],
  prediction: ['prediction', 'predictions'],
  propagation_rule: ['rule of propagation', 'rules of propagation'],
  relation: ['relation', 'relations'],
  relation_kind: ['kind of relation', 'kinds of relations'],
  review: ['review', 'reviews'],
  review_comment: ['comment', 'comments'],
  saved_filter: ['saved filter', 'saved filters'],
  dataset: ['saved dataset', 'saved datasets'],
  import_mapping: ['name of another tool', 'names of another tool'],
  adjudication: ['adjudication', 'adjudications'],
  settlement: ['settlement', 'settlements'],
  settlement_comment: ['comment on a settlement', 'comments on settlements'],
  exemption: ['finding left as it is', 'findings left as they are'],
};

/** What so many rows of a kind are called. */
export const kindName = (kind: string, n: number) => kindWords[kind]?.[n === 1 ? 0 : 1] ?? kind;
/** Rows that say how others came, and that nobody asks for. */
export const quietKinds: ReadonlySet<string> = new Set(['batch', 'codebook_version']);

export const historyMessages = {
  touched: (touched: readonly { kind: string; rows: number }[]) => {
    const told = touched.filter(({ kind }) => !quietKinds.has(kind));
    return (told.length > 0 ? told : touched)
      .map(({ kind, rows }) => `${numberWords(rows)} ${kindName(kind, rows)}`)
      .join(', ');
  },
  /** Rows that a person asks for; all of them where there are no such. */
  told<R extends { kind: string }>(rows: readonly R[]): readonly R[] {
    const told = rows.filter(({ kind }) => !quietKinds.has(kind));
    return told.length > 0 ? told : rows;
  },
  kind: (kind: string) => kindName(kind, 1),
  nothing: 'nothing',
} as const;

/** Fields as people know them; others are called as they are stored, in plain letters. */
const fieldWords: Record<string, string> = {
  spans: 'words',
  entity: 'entity',
  entity_link: 'how it is linked',
  codebook_version: 'version of the codebook',
  merged_into: 'merged into',
  date_written: 'date as written',
  never_alone: 'never by itself',
  entity_kinds: 'kinds of entities',
  refs: 'outside ids',
  start_offset: 'start',
  end_offset: 'end',
  from_annotation: 'from',
  to_annotation: 'to',
  relation_kind: 'kind',
  latitude: 'latitude',
  layer: 'layer',
  source_name: 'file',
};
export const fieldName = (field: string) => fieldWords[field] ?? field.replaceAll('_', ' ');
/** Said by other fields, or of no use to people. */
const quietFields = new Set(['batch', 'codebook_version', 'origin_reference', 'folded', 'position']);
/** Where an article comes from never changes; its details show it. */
const quietOfArticles = new Set(['blocks', 'encoding', 'meta', 'place', 'place_end', 'place_start', 'source', 'text']);

/** A row's year, month and day as one date. */
function withDate(record: Readonly<Record<string, unknown>> | null): Readonly<Record<string, unknown>> | null {
  if (record === null || !('year' in record && 'month' in record && 'day' in record)) return record;
  const { year, month, day, ...rest } = record;
  const date = year === null ? null : toPartialDate({ year, month, day } as DateParts);
  return { ...rest, date };
}

type Row = Readonly<Record<string, unknown>> | null;
/** A saved filter as it is written, not as it is stored. */
const withFilter = (kind: string, record: Row): Row =>
  kind === 'saved_filter' && typeof record?.['filter'] === 'string'
    ? { ...record, filter: printFilter(ArticleFilter.parse(JSON.parse(record['filter']))) }
    : record;

/** One stored value as people read it; what is named by uid by its name. */
function valueWords(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === null || value === '' || value === undefined) return historyMessages.nothing;
  if (typeof value === 'string') return names[value] ?? value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return historyMessages.nothing;
  const items = value as Readonly<Record<string, unknown>>[];
  return items.every((item) => typeof item['quote'] === 'string' && !('attribute' in item))
    ? items.map((item) => item['quote']).join(' … ')
    : items.map((item) => itemWords(item, names)).join('; ');
}

/** Where in its list a value stands, and where in a text. */
const quietOfItems = new Set(['path', 'start_offset', 'end_offset', 'retired']);

/** One item of a list: what it holds, in a row. */
const itemWords = (item: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): string =>
  Object.entries(item)
    .filter(([field, held]) => held !== null && held !== '' && !quietOfItems.has(field))
    .map(([, held]) => valueWords(held, names))
    .join(' ');

export type ChangeWords = { field: string; before: string; after: string };

/** What a changed row says of itself: each field that people know, before and after. */
export function changeOf(
  row: { kind: string } & {
    before: Readonly<Record<string, unknown>> | null;
    after: Readonly<Record<string, unknown>> | null;
  },
  names: Readonly<Record<string, string>>,
): ChangeWords[] {
  const [before, after] = [row.before, row.after].map((record) => withFilter(row.kind, withDate(record))) as [Row, Row];
  const fields = Object.keys(after ?? before ?? {}).filter(
    (field) => !quietFields.has(field) && !(row.kind === 'article' && quietOfArticles.has(field)),
  );
  return fields
    .map((field) => ({
      field: fieldName(field),
      before: before === null ? '' : valueWords(before[field], names),
      after: after === null ? '' : valueWords(after[field], names),
    }))
    .filter((change) => before === null || after === null || change.before !== change.after)
    .filter(
      (change) => ![change.before, change.after].every((said) => said === '' || said === historyMessages.nothing),
    );
}

/** The dialog of all that was done. */
export const historyDialogMessages = {
  title: 'History',
  ofArticle: (title: string) => `History of “${title}”`,
  menu: 'History…',
  steps: 'Steps',
  person: 'By',
  everybody: 'everybody',
  day: 'On',
  older: 'Older steps',
  none: 'Nothing was done here yet.',
  noneFound: 'Nobody did anything that these choices let through.',
  choose: 'Choose a step to see what it changed.',
  rows: 'What it changed',
  changes: 'Changes',
  moreRows: (n: number) => `The first ${numberWords(n)} changes are shown.`,
  field: 'What',
  before: 'Before',
  after: 'After',
  states: { stands: '', 'taken back': 'taken back', stays: '' },
  ops: { insert: 'new', update: 'changed', delete: 'removed' },
  erased: 'What this was has been erased.',
  goTo: 'Go to this step',
  goToHint: 'Takes back, or brings back, your own steps, so that this one is your newest.',
  asOf: 'Show the corpus as it was then',
  wentTo: (n: number) =>
    n === 0
      ? 'This step is your newest already.'
      : `${numberWords(n)} step${n === 1 ? '' : 's'} taken back or brought back.`,
  going: 'Going to the step…',
  building: 'Replaying the journal…',
  details: 'History…',
} as const;

/** While the corpus is shown as it was. */
export const asOfMessages = {
  banner: (when: string, who: string, act: string) =>
    `This is the corpus as it was after “${act}” by ${who}, ${when}. It can be read, not changed.`,
  back: 'Back to now',
} as const;
