import type { Pages } from './pages.ts';

export type Value = null | number | string | Buffer;
/** One stored row. `rowid` is null in tables that have none. */
export type RawRecord = { rowid: number | null; values: Value[] };

/** More fields than any table of ours has: what claims to have more is no record. */
const MOST_FIELDS = 64;

/**
 * All records that stand on leaves of any table, in order of pages; pages and records that make no sense are passed over.
 *
 * What is found is not known to be true: whoever takes it checks its hash.
 * Source: sqlite.org/fileformat2.html, sections 1.6 (b-tree pages) and 2.1 (record format)
 */
export function* carveRecords(pages: Pages): Generator<RawRecord> {
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.get(number);
    if (page) yield* carvePage(page, number === 1 ? 100 : 0, pages);
  }
}

const TABLE_LEAF = 0x0d;
const INDEX_LEAF = 0x0a;
const INDEX_INTERIOR = 0x02;

function* carvePage(page: Buffer, header: number, pages: Pages): Generator<RawRecord> {
  const type = page[header];
  if (type !== TABLE_LEAF && type !== INDEX_LEAF && type !== INDEX_INTERIOR) return;
  const count = page.readUInt16BE(header + 3);
  const pointers = header + (type === INDEX_INTERIOR ? 12 : 8);
  if (pointers + count * 2 > page.length) return;
  for (let n = 0; n < count; n += 1) {
    const at = page.readUInt16BE(pointers + n * 2) + (type === INDEX_INTERIOR ? 4 : 0);
    const record = readCell(page, at, type === TABLE_LEAF, pages);
    if (record) yield record;
  }
}

function readCell(page: Buffer, at: number, isTable: boolean, pages: Pages): RawRecord | undefined {
  try {
    const size = readVarint(page, at);
    const rowid = isTable ? readVarint(page, size.next) : undefined;
    const payload = readPayload(page, rowid?.next ?? size.next, size.value, isTable, pages);
    const values = payload && readRecord(payload);
    return values && { rowid: rowid?.value ?? null, values };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it points out of its page
    throw error;
  }
}

/** A payload with what of it stands on overflow pages; undefined where one of these is not there. */
function readPayload(page: Buffer, at: number, size: number, isTable: boolean, pages: Pages): Buffer | undefined {
  const usable = pages.size;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size < 1 || size > pages.count * usable) return undefined;
  if (size <= most) return at + size <= page.length ? page.subarray(at, at + size) : undefined;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  for (let left = size - local; left > 0; left -= usable - 4) {
    const overflow = next > 0 && next <= pages.count ? pages.get(next) : undefined;
    if (!overflow) return undefined;
    parts.push(overflow.subarray(4, 4 + Math.min(left, usable - 4)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The fields of a record; undefined where they do not fill it exactly. */
function readRecord(payload: Buffer): Value[] | undefined {
  const header = readVarint(payload, 0);
  const types: number[] = [];
  let at = header.next;
  while (at < header.value) {
    const type = readVarint(payload, at);
    types.push(type.value);
    at = type.next;
    if (types.length > MOST_FIELDS) return undefined;
  }
  if (at !== header.value) return undefined;
  const values: Value[] = [];
  for (const type of types) {
    const width = toWidth(type);
    if (width === undefined || at + width > payload.length) return undefined;
    values.push(readValue(payload, at, type, width));
    at += width;
  }
  return at === payload.length ? values : undefined;
}

/** How many bytes a field of a serial type takes. */
function toWidth(type: number): number | undefined {
  if (type >= 12) return (type - (type % 2 === 0 ? 12 : 13)) / 2;
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type];
}

function readValue(payload: Buffer, at: number, type: number, width: number): Value {
  if (type === 0) return null;
  if (type >= 12) {
    const bytes = payload.subarray(at, at + width);
    return type % 2 === 0 ? bytes : bytes.toString('utf8');
  }
  if (type === 7) return payload.readDoubleBE(at);
  if (type === 6) return Number(payload.readBigInt64BE(at));
  return type >= 8 ? type - 8 : payload.readIntBE(at, width);
}

/** A number of one to nine bytes, seven bits each. */
function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let n = 0; n < 9; n += 1) {
    const byte = bytes.readUInt8(at + n);
    if (n === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + n + 1 };
  }
  throw new RangeError('unreachable');
}
