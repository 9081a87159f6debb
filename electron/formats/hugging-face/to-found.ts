import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import { emptyDocument, type FoundAnnotation, type FoundDocument } from '../found.ts';
import { fromOurs, isOurs } from './from-ours.ts';
import { readTags, type Tagged } from './read-tags.ts';
import type { TagNames } from './tag-names.ts';

type Place = { file: string; n: number; tags: TagNames };
type Fields = Record<string, unknown>;

const TEXTS = ['text', 'content', 'sentence', 'context', 'document'];
const LISTS = ['spans', 'entities', 'annotations', 'labels', 'ner', 'mentions', 'label'];
const WORDS = ['tokens', 'words'];
const TAGS = /tags?$|(?:^|_)(?:labels|ner)$/iu;
/** What stands in such columns as well, and is said of words, not of names. */
const OF_WORDS = /(?:^|_)(?:[ux]?pos|chunks?|dep|deprel|lemmas?|morph|feats|srl|lang|langs)(?:_|tags?$|$)/iu;
const ABOUT = {
  title: 'title',
  outlet: 'outlet',
  date: 'date',
  language: 'language',
  address: 'url',
  sha256: 'sha256',
};

/** A row as any format's document, or why it is none. */
export function toFound(row: Fields, { file, n, tags }: Place): FoundDocument | string {
  if (isOurs(row)) return fromOurs(row, file, n);
  const place = huggingFaceMessages.row(n);
  const words = WORDS.find((name) => isListOf(row[name], 'string'));
  const columns = Object.keys(row).filter((name) => TAGS.test(name) && !OF_WORDS.test(name) && isTags(row[name]));
  const taken = new Set<string>();
  const take = (name: string | undefined) => {
    if (name === undefined) return undefined;
    taken.add(name);
    return row[name];
  };
  const document = emptyDocument(isPlain(row['id']) ? String(row['id']) : place, file);
  taken.add('id');
  const textColumn = TEXTS.find((name) => typeof row[name] === 'string');
  const listColumn = findList(row);
  if (words !== undefined && columns.length > 0) {
    const read = readLevels(row, words, columns, tags);
    if ('reason' in read) return read.reason;
    for (const column of [words, ...read.columns]) take(column);
    Object.assign(document, { text: read.text, unit: 'utf16' });
    document.annotations = read.spans.map(({ label, start, end }, at) => ({
      ...plain(`${at + 1}`, label, place),
      spans: [{ start, end, quote: read.text.slice(start, end) }],
    }));
  } else if (textColumn !== undefined) {
    document.text = take(textColumn) as string;
    for (const [at, span] of (toObjects(take(listColumn)) ?? []).entries()) {
      const annotation = toAnnotation(span, at + 1, place, tags);
      if (annotation) document.annotations.push(annotation);
      else
        document.left.push({
          what: huggingFaceMessages.badSpan(at + 1),
          place,
          quote: JSON.stringify(span, sayBig),
          count: 1,
        });
    }
  } else if (words !== undefined && listColumn === undefined) document.text = (take(words) as string[]).join(' ');
  else return huggingFaceMessages.noText;
  for (const [field, column] of Object.entries(ABOUT))
    if (typeof row[column] === 'string' && row[column] !== '') Object.assign(document, { [field]: take(column) });
  leave(document, row, taken, place);
  return document;
}

type Levels = Tagged & { columns: string[] };

/** Each column of tags is one level; what several say alike is said once. One that cannot be read is left, unless it is the only one. */
function readLevels(row: Fields, words: string, columns: string[], tags: TagNames): Levels | { reason: string } {
  const levels: Levels = { text: '', spans: [], columns: [] };
  const said = new Set<string>();
  let why: string | undefined;
  for (const column of columns) {
    const read = readTags(row[words] as string[], row[column] as (string | number)[], column, tags);
    if ('reason' in read) {
      why ??= read.reason;
      continue;
    }
    levels.text = read.text;
    levels.columns.push(column);
    for (const span of read.spans) {
      const key = JSON.stringify([span.start, span.end, span.label]);
      if (!said.has(key)) levels.spans.push(span);
      said.add(key);
    }
  }
  return why !== undefined && levels.columns.length === 0 ? { reason: why } : levels;
}

/** Numbers and words become what is known of the article, all else is listed. */
function leave(document: FoundDocument, row: Fields, taken: ReadonlySet<string>, place: string): void {
  for (const [key, value] of Object.entries(row)) {
    if (taken.has(key) || value === null || value === '') continue;
    if (isPlain(value)) document.meta.push({ key, value: String(value) });
    else document.left.push({ what: huggingFaceMessages.column(key), place, quote: '', count: 1 });
  }
}

const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

const sayBig = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

const plain = (id: string, label: string, place: string): FoundAnnotation => ({
  id,
  uid: null,
  label,
  spans: [],
  entity: null,
  attributes: {},
  annotator: null,
  state: null,
  note: '',
  place,
});

const isListOf = (value: unknown, ...types: string[]): boolean =>
  Array.isArray(value) && value.every((item) => types.includes(typeof item));
const isTags = (value: unknown) => isListOf(value, 'string', 'number', 'bigint');

/** The column of spans: one that holds any, where several could. */
function findList(row: Fields): string | undefined {
  const lists = LISTS.filter((name) => toObjects(row[name]) !== null);
  return lists.find((name) => toObjects(row[name])!.length > 0) ?? lists[0];
}

const isTriple = (item: unknown): item is [number, number, string] =>
  Array.isArray(item) && item.length === 3 && isListOf(item.slice(0, 2), 'number') && typeof item[2] === 'string';

/** A list of objects, or of start, end and label; or one object of lists, as the hub keeps what it calls a sequence. */
function toObjects(value: unknown): Fields[] | null {
  if (Array.isArray(value) && value.length > 0 && value.every(isTriple))
    return value.map(([start, end, label]) => ({ start, end, label }));
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const columns = Object.entries(value);
  const [first] = columns;
  if (!first || !columns.every(([, list]) => Array.isArray(list))) return null;
  return (first[1] as unknown[]).map((_, at) =>
    Object.fromEntries(columns.map(([name, list]) => [name, (list as unknown[])[at]])),
  );
}

const STARTS = ['start', 'start_offset', 'start_char', 'begin', 'offset'];
const ENDS = ['end', 'end_offset', 'end_char'];
const LABELS = ['label', 'type', 'tag', 'entity_type', 'entity_group', 'category', 'class'];
const QUOTES = ['text', 'quote', 'mention', 'word', 'value', 'name'];

function toAnnotation(span: Fields, n: number, place: string, tags: TagNames): FoundAnnotation | null {
  const first = (names: string[], types: string[]) => names.find((name) => types.includes(typeof span[name]));
  const [start, end, label] = [
    first(STARTS, ['number', 'bigint']),
    first(ENDS, ['number', 'bigint']),
    first(LABELS, ['string']) ?? first(LABELS, ['number', 'bigint']),
  ];
  const name = label === undefined ? undefined : toLabel(span[label], tags.get(label));
  const quote = first(QUOTES, ['string']);
  const length = typeof span['length'] === 'number' ? span['length'] : NaN;
  if (name === undefined || (start === undefined && quote === undefined)) return null;
  const from = start === undefined ? NaN : Number(span[start]);
  const to = end === undefined ? from + length : Number(span[end]);
  const known = new Set([start, end, label, quote, 'length', 'id']);
  const others = Object.entries(span).filter(
    ([name, value]) => !known.has(name) && value !== null && value !== undefined,
  );
  return {
    ...plain(`${n}`, name, place),
    spans: [{ start: from, end: to, quote: quote === undefined ? null : (span[quote] as string) }],
    attributes: Object.fromEntries(
      others.map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  };
}

const toLabel = (label: unknown, names: readonly string[] | undefined): string | undefined =>
  typeof label === 'string' ? label : names?.[Number(label)];
