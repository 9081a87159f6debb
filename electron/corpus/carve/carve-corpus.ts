import type { JournalRow } from '../journal/read-rows.ts';
import type { Pages } from './pages.ts';
import { carveRecords, type RawRecord, type Value } from './records.ts';

/** What stands in a damaged file, by the ids that rows had in it. Nothing of it has been checked yet. */
export type Carved = {
  strands: Map<number, string>;
  steps: Map<number, CarvedStep>;
  journal: CarvedJournalRow[];
  texts: Map<number, { sha256: Buffer; text: string | null }>;
  sources: Map<number, CarvedSource>;
  chunks: Map<number, Map<number, Buffer | null>>;
  outlets: Map<number, { uid: string; name: string }>;
  batches: Map<number, { uid: string; state: string }>;
  articles: CarvedArticle[];
  blocks: Map<number, CarvedBlock[]>;
};
type CarvedStep = { uid: string; strandId: number; annotator: string; act: string; at: string; lamport: number };
export type CarvedJournalRow = Omit<JournalRow, 'strand' | 'step' | 'id'> & { id: number; strandId: number };
type CarvedSource = {
  sha256: Buffer;
  name: string;
  mediaType: string;
  sizeBytes: number;
  encoding: string;
  strayBytes: string;
};
export type CarvedBlock = {
  n: number;
  kind: string;
  start: number;
  end: number;
  repeatOf: number | null;
  foundBy: string;
};
/** `fields` are those of a record that stand in the article's own row, and name nothing. */
export type CarvedArticle = {
  id: number;
  uid: string;
  textId: number;
  sourceId: number;
  outletId: number | null;
  batchId: number | null;
  fields: Record<string, Value>;
};

const uidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isText = (value: Value | undefined): value is string => typeof value === 'string';
const isInt = (value: Value | undefined): value is number => Number.isInteger(value);
const isUid = (value: Value | undefined): value is string => isText(value) && uidShape.test(value);
const isHash = (value: Value | undefined): value is Buffer => Buffer.isBuffer(value) && value.length === 32;
const isNullOr = <T extends Value>(is: (value: Value | undefined) => value is T, value: Value | undefined) =>
  value === null || is(value);

/**
 * Sorts the records of a file by what they must be: the tables that recovery needs differ in their fields.
 *
 * Source: migrations/0001-first-corpus.ts for the order of the columns; later ones stand after them.
 */
export function carveCorpus(pages: Pages): Carved {
  const carved: Carved = {
    strands: new Map(),
    steps: new Map(),
    journal: [],
    texts: new Map(),
    sources: new Map(),
    chunks: new Map(),
    outlets: new Map(),
    batches: new Map(),
    articles: [],
    blocks: new Map(),
  };
  for (const record of carveRecords(pages)) {
    if (record.rowid === null) takeBlock(carved, record.values);
    else if (record.values[0] === null) takeRow(carved, { ...record, rowid: record.rowid });
  }
  return carved;
}

/** Rows whose first column is the rowid, which the record leaves out. */
function takeRow(carved: Carved, { rowid, values: v }: RawRecord & { rowid: number }): void {
  if (v.length === 12) takeJournalRow(carved, rowid, v);
  else if (v.length === 20) takeArticle(carved, rowid, v);
  else if (v.length === 8 && isUid(v[1]) && isInt(v[2]) && isText(v[3]) && isText(v[4]) && isText(v[5]) && isInt(v[6]))
    carved.steps.set(rowid, { uid: v[1], strandId: v[2], annotator: v[3], act: v[4], at: v[5], lamport: v[6] });
  else if (v.length === 2 && isUid(v[1])) carved.strands.set(rowid, v[1]);
  else if (v.length === 3 && isHash(v[1]) && isNullOr(isText, v[2]))
    carved.texts.set(rowid, { sha256: v[1], text: v[2] });
  else if (
    v.length === 7 &&
    isHash(v[1]) &&
    isText(v[2]) &&
    isText(v[3]) &&
    isInt(v[4]) &&
    isText(v[5]) &&
    isText(v[6])
  )
    carved.sources.set(rowid, {
      sha256: v[1],
      name: v[2],
      mediaType: v[3],
      sizeBytes: v[4],
      encoding: v[5],
      strayBytes: v[6],
    });
  else if (v.length === 4 && isInt(v[1]) && isInt(v[2]) && (v[3] === null || Buffer.isBuffer(v[3])))
    getOrAdd(carved.chunks, v[1], () => new Map<number, Buffer | null>()).set(v[2], v[3]);
  else if (v.length === 4 && isUid(v[1]) && isInt(v[2]) && isText(v[3]))
    carved.batches.set(rowid, { uid: v[1], state: v[3] });
  else if ((v.length === 4 || v.length === 6) && isUid(v[1]) && isText(v[2]) && isNullOr(isInt, v[3]))
    carved.outlets.set(rowid, { uid: v[1], name: v[2] });
}

function takeJournalRow({ journal }: Carved, id: number, v: Value[]): void {
  const [, strandId, number, lamport, stepId, op, kind, target, article, payload, payloadSha256, hash] = v;
  if (!isInt(strandId) || !isInt(number) || !isInt(lamport) || !isNullOr(isInt, stepId)) return;
  if (op !== 'insert' && op !== 'update' && op !== 'delete') return;
  if (!isText(kind) || !isText(target) || !isNullOr(isText, article) || !isNullOr(isText, payload)) return;
  if (!isHash(payloadSha256) || !isHash(hash)) return;
  const named = {
    article: article,
    payload: payload,
    stepId: stepId,
  };
  journal.push({ id, strandId, number, lamport, op, kind, target, payloadSha256, hash, ...named });
}

const articleFields = [
  ...['source_name', 'encoding', 'place', 'place_start', 'place_end', 'outlet', 'title', 'byline', 'date_written'],
  ...['year', 'month', 'day', 'language', 'address'],
];

function takeArticle({ articles }: Carved, id: number, v: Value[]): void {
  if (!isUid(v[1]) || !isInt(v[2]) || !isInt(v[3]) || (v[6] !== 'range' && v[6] !== 'row')) return;
  const fields = Object.fromEntries(articleFields.map((field, n) => [field, v[n + 4]!]));
  const outletId = fields['outlet'] as number | null;
  articles.push({ id, uid: v[1], textId: v[2], sourceId: v[3], outletId, batchId: v[19] as number | null, fields });
}

function takeBlock({ blocks }: Carved, v: Value[]): void {
  const [article, n, kind, start, end, repeatOf, foundBy] = v;
  if (v.length !== 7 || !isInt(article) || !isInt(n) || !isText(kind) || !isInt(start) || !isInt(end)) return;
  if (!isNullOr(isInt, repeatOf) || !isText(foundBy)) return;
  getOrAdd(blocks, article, () => []).push({ n, kind, start, end, repeatOf: repeatOf, foundBy });
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}
