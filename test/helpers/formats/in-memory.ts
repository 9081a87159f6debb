import type { FormatOptions } from '#shared/domain/dataset';
import { FormatOptions as Options } from '#shared/domain/dataset';
import type { FileSet } from '../../../electron/formats/found.ts';
import type { Dataset, DatasetArticle, Format, WrittenFiles } from '../../../electron/formats/format.ts';
import { CODEBOOK } from './random-articles.ts';

export type Files = Map<string, Uint8Array>;

/** A dataset of these articles, with nothing else known of the corpus. */
export const toDataset = (
  articles: readonly DatasetArticle[],
  { options = {}, ...changes }: Partial<Omit<Dataset, 'options'>> & { options?: Partial<FormatOptions> } = {},
): Dataset => ({
  title: 'Two harbours',
  licence: '',
  part: null,
  codebook: CODEBOOK,
  options: Options.parse(options),
  withText: true,
  date: '2026-01-02T03:04:05.000Z',
  version: '0.0.0',
  articles: () => articles,
  entities: () => [],
  entitiesOf: (uids) => Array.from(changes.entities?.() ?? []).filter(({ uid }) => uids.includes(uid)),
  clusters: () => [],
  ...changes,
});

/** The files of a dataset, held in memory. */
export async function writeInMemory(format: Format, dataset: Dataset): Promise<Files> {
  const chunks = new Map<string, Uint8Array[]>();
  for await (const chunk of format.write(dataset)) {
    const bytes = 'text' in chunk ? new TextEncoder().encode(chunk.text) : chunk.bytes;
    chunks.set(chunk.file, [...(chunks.get(chunk.file) ?? []), bytes]);
  }
  return new Map([...chunks].map(([name, parts]) => [name, Buffer.concat(parts)]));
}

const textOf = (files: Files, name: string) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(name));
const linesOf = (text: string) => text.split('\n').filter((line, n, all) => n < all.length - 1 || line !== '');

/** As a checker is given them. */
export const toWritten = (files: Files): WrittenFiles => ({
  names: [...files.keys()],
  read: (name) => textOf(files, name),
  lines: (name) => linesOf(textOf(files, name)),
  bytes: (name) => files.get(name)!,
});

/** As a reader is given them. */
export const toFileSet = (files: Files): FileSet => ({
  names: [...files.keys()],
  sizeOf: (name) => files.get(name)!.length,
  bytes: (name) => files.get(name)!,
  text: (name) => textOf(files, name).replace(/^\uFEFF/u, ''),
  lines: (name) => linesOf(textOf(files, name).replace(/^\uFEFF/u, '')).map((line) => line.replace(/\r$/u, '')),
  *slices(name) {
    const text = textOf(files, name).replace(/^\uFEFF/u, '');
    for (let at = 0; at < text.length; at += 1000) yield text.slice(at, at + 1000);
  },
  head: (name) => new TextDecoder().decode(files.get(name)!.subarray(0, 65_536)),
});
