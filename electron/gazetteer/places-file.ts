import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { toBareForm, toSkeleton, toSound } from './spelling.ts';

/**
 * One row of the file. `country`, `region`: index into the header's lists, region 0 is none. Unit of coordinates: 1/10,000 of a
 * degree. `id`: of GeoNames; 0 for countries and regions, which its list of settlements does not number.
 */
export type PlaceRow = {
  id: number;
  name: string;
  latitude: number;
  longitude: number;
  population: number;
  country: number;
  region: number;
  kind: number;
};

/** `names`: folded, in several languages; none so short that it would be a word. */
export type Country = { code: string; name: string; names: string[] };

export type PlacesHeader = {
  /** Whom the places are from. */
  source: string;
  countries: Country[];
  regions: { code: string; name: string }[];
};

/** How wide each column is in bytes; they are kept byte by byte (all first bytes, all second ones …), which packs best. */
const columns = { id: 4, latitude: 4, longitude: 4, population: 4, country: 1, region: 2, kind: 1 } as const;
type Column = keyof typeof columns;

/** Forms of one block of the index: as many as are quickly searched, few enough for a short list of blocks. */
const FORMS_A_BLOCK = 32;

export const toKey = (plain: string): string => toSkeleton(toSound(toBareForm(plain)));

/** Orders by UTF-16 code unit, the same on every machine. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Blocks of `form TAB rows in base 36` lines behind the key of the first, in the order of keys; forms of one key share a block. */
function packForms(forms: ReadonlyMap<string, readonly number[]>): string {
  const keyed = [...forms].map(([form, rows]) => ({ key: toKey(form), form, rows }));
  keyed.sort((a, b) => order(a.key, b.key) || order(a.form, b.form));
  const blocks: string[] = [];
  let lines: string[] = [];
  let last = '';
  for (const { key, form, rows } of keyed) {
    if (lines.length > FORMS_A_BLOCK && key !== last) {
      blocks.push(lines.join('\n'));
      lines = [];
    }
    if (lines.length === 0) lines.push(key);
    lines.push(`${form}\t${rows.map((row) => row.toString(36)).join(' ')}`);
    last = key;
  }
  return [...blocks, lines.join('\n')].map((block) => `${block}\n\0`).join('');
}

function packColumn(places: readonly PlaceRow[], column: Column): Buffer {
  const width = columns[column];
  const bytes = Buffer.alloc(places.length * width);
  places.forEach((place, n) => {
    for (let at = 0; at < width; at += 1) bytes[at * places.length + n] = (place[column] >> (8 * at)) & 255;
  });
  return bytes;
}

/** Rows in the order in which they are to be preferred; `forms`: plain forms with the rows they may mean, in that order. */
export function packPlaces(
  header: PlacesHeader,
  places: readonly PlaceRow[],
  forms: ReadonlyMap<string, readonly number[]>,
): Buffer {
  const parts = [
    ...(Object.keys(columns) as Column[]).map((column) => packColumn(places, column)),
    Buffer.from(places.map(({ name }) => name).join('\n')),
    Buffer.from(packForms(forms)),
  ];
  const head = Buffer.from(JSON.stringify({ ...header, count: places.length, lengths: parts.map((p) => p.length) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return brotliCompressSync(Buffer.concat([length, head, ...parts]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

function unpackColumn(bytes: Buffer, width: number, count: number): Int32Array {
  const values = new Int32Array(count);
  for (let at = 0; at < width; at += 1)
    for (let n = 0; n < count; n += 1) values[n]! |= bytes[at * count + n]! << (8 * at);
  return values;
}

/** The unpacked file: columns as numbers, names and forms as bytes that are read where they are asked for. */
export class PlacesFile {
  readonly header: PlacesHeader;
  readonly count: number;
  readonly #columns: Record<Column, Int32Array>;
  readonly #names: Buffer;
  readonly #nameStarts: Uint32Array;
  readonly #forms: Buffer;
  readonly #blockKeys: string[] = [];
  readonly #blockStarts: number[] = [];

  constructor(packed: Buffer) {
    const bytes = brotliDecompressSync(packed);
    const headEnd = 4 + bytes.readUInt32LE(0);
    const { count, lengths, ...header } = JSON.parse(bytes.toString('utf8', 4, headEnd)) as PlacesHeader & {
      count: number;
      lengths: number[];
    };
    this.header = header;
    this.count = count;
    let at = headEnd;
    const parts = lengths.map((length) => bytes.subarray(at, (at += length)));
    const entries = Object.entries(columns).map(([column, width], n) => [
      column,
      unpackColumn(parts[n]!, width, count),
    ]);
    this.#columns = Object.fromEntries(entries) as Record<Column, Int32Array>;
    this.#names = parts.at(-2)!;
    this.#forms = parts.at(-1)!;
    this.#nameStarts = this.#findNames();
    this.#findBlocks();
  }

  #findNames(): Uint32Array {
    const starts = new Uint32Array(this.count + 1);
    let row = 0;
    for (let at = 0; at < this.#names.length; at += 1) if (this.#names[at] === 10) starts[(row += 1)] = at + 1;
    starts[this.count] = this.#names.length + 1;
    return starts;
  }

  #findBlocks(): void {
    for (let at = 0; at < this.#forms.length; at = this.#forms.indexOf(0, at) + 1) {
      this.#blockStarts.push(at);
      this.#blockKeys.push(this.#forms.toString('utf8', at, this.#forms.indexOf(10, at)));
    }
    this.#blockStarts.push(this.#forms.length);
  }

  getPlace(row: number): PlaceRow {
    const column = (name: Column) => this.#columns[name][row]!;
    return {
      id: column('id'),
      name: this.#names.toString('utf8', this.#nameStarts[row], this.#nameStarts[row + 1]! - 1),
      latitude: column('latitude'),
      longitude: column('longitude'),
      population: column('population') >>> 0,
      country: column('country'),
      region: column('region'),
      kind: column('kind'),
    };
  }

  /** The lines of the block where forms of this key are, and of others near it: each `form TAB rows NEWLINE`, after a newline. */
  readBlock(key: string): string {
    let low = 0;
    let high = this.#blockKeys.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#blockKeys[middle]! <= key) low = middle;
      else high = middle - 1;
    }
    const start = this.#blockStarts[low]! + Buffer.byteLength(this.#blockKeys[low]!);
    return this.#forms.toString('utf8', start, this.#blockStarts[low + 1]! - 1);
  }
}

export const parseRows = (written: string): number[] => written.split(' ').map((row) => Number.parseInt(row, 36));
