import type { Block } from '#shared/domain/block';
import type { PartialDate } from '#shared/domain/partial-date';
import type { TableFormat } from '#shared/domain/import-table';
import type { Table } from './table/table.ts';
import type { Slice } from './text/decode-slices.ts';
import type { DecodeOptions } from './text/decode-text.ts';
import type { TextPage } from './text/read-text-page.ts';

/** One article as any reader gives it, with its place in its file: a range of a page's text, or rows of a table. */
export type FoundArticle = {
  place: 'range' | 'row';
  /** Half-open. Unit: UTF-16 of the page's text, or rows from 0. */
  start: number;
  end: number;
  text: string;
  title: string;
  byline: string | null;
  outlet: string | null;
  date: PartialDate | null;
  dateWritten: string | null;
  language: string | null;
  address: string | null;
  blocks: Block[];
  /** What else is known of it, and what said so. */
  meta: { key: string; value: string; foundBy: string }[];
};

/** The beginning of a file: enough to tell what it is. `text` is that of the bytes in this encoding, whatever they are. */
export type Sample = { name: string; bytes: Uint8Array; encoding: string; text: string; isWhole: boolean };

type Common = {
  mediaType: string;
  limitMb: number;
  /** Whether a file is one of these, by its first bytes and its name. */
  recognises(sample: Sample): boolean;
};

/** Reads a file as one text, which is then cut into articles. */
export type PageReader = Common & {
  kind: 'page';
  name: 'text';
  read(bytes: Uint8Array, options: DecodeOptions): TextPage;
};

/** Reads a file row by row, each an article, without ever holding it whole. */
export type TableReader = Common & {
  kind: 'table';
  name: TableFormat;
  open(slices: Iterable<Slice>, sample: Sample): Table;
};

/** One kind of file that articles can come from: adding one is a folder and a line in `readers.ts`. */
export type Reader = PageReader | TableReader;
