import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import { emptyDocument, type FoundAnnotation, type FoundDocument } from '../found.ts';
import { fromOurs, isOurs } from './from-ours.ts';
import { readTags } from './read-tags.ts';
import type { TagNames } from './tag-names.ts';

type Place = { file: string; n: number; tags: TagNames };
type Fields = Record<string, unknown>;

const TEXTS = ['text', 'content', 'sentence', 'context', 'document'];
const LISTS = ['spans', 'entities', 'annotations', 'labels', 'ner', 'mentions', 'label'];
const WORDS = ['tokens', 'words'];
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
  const tagColumn = Object.keys(row).find((name) => /tags?$|^labels$/u.test(name) && isTags(row[name]));
  const taken = new Set<string>();
  const take = (name: string | undefined) => {
    if (name === undefined) return undefined;
    taken.add(name);
    return row[name];
  };
  const document = emptyDocument(isPlain(row['id']) ? String(row['id']) : place, file);
  taken.add('id');
  if (words !== undefined && tagColumn !== undefined) {
    const read = readTags(take(words) as string[], take(tagColumn) as (string | number)[], tagColumn, tags);
    if ('reason' in read) return read.reason;
    Object.assign(document, { text: read.text, unit: 'utf16' });
    document.annotations = read.spans.map(({ label, start, end }, at) => ({
      ...plain(`${at + 1}`, label, place),
      spans: [{ start, end, quote: read.text.slice(start, end) }],
    }));
  } else {
    const text = take(TEXTS.find((name) => typeof row[name] === 'string'));
    if (text === undefined) return huggingFaceMessages.noText;
    document.text = text as string;
    const list = toObjects(take(LISTS.find((name) => toObjects(row[name]) !== null)));
    for (const [at, span] of (list ?? []).entries()) {
      const annotation = toAnnotation(span, at + 1, place);
      if (annotation) document.annotations.push(annotation);
      else
        document.left.push({
          what: huggingFaceMessages.badSpan(at + 1),
          place,
          quote: JSON.stringify(span, sayBig),
          count: 1,
        });
    }
  }
  for (const [field, column] of Object.entries(ABOUT))
    if (typeof row[column] === 'string' && row[column] !== '') Object.assign(document, { [field]: take(column) });
  leave(document, row, taken, place);
  return document;
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

/** A list of objects; or one object of lists, as the hub keeps what it calls a sequence. */
function toObjects(value: unknown): Fields[] | null {
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

function toAnnotation(span: Fields, n: number, place: string): FoundAnnotation | null {
  const first = (names: string[], types: string[]) => names.find((name) => types.includes(typeof span[name]));
  const [start, end, label] = [
    first(STARTS, ['number', 'bigint']),
    first(ENDS, ['number', 'bigint']),
    first(LABELS, ['string']),
  ];
  const quote = first(QUOTES, ['string']);
  const length = typeof span['length'] === 'number' ? span['length'] : NaN;
  if (label === undefined || (start === undefined && quote === undefined)) return null;
  const from = start === undefined ? NaN : Number(span[start]);
  const to = end === undefined ? from + length : Number(span[end]);
  const known = new Set([start, end, label, quote, 'length', 'id']);
  const others = Object.entries(span).filter(
    ([name, value]) => !known.has(name) && value !== null && value !== undefined,
  );
  return {
    ...plain(`${n}`, span[label] as string, place),
    spans: [{ start: from, end: to, quote: quote === undefined ? null : (span[quote] as string) }],
    attributes: Object.fromEntries(
      others.map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  };
}
