import { expect } from 'vitest';
import type { DatasetArticle, Format } from '../../../electron/formats/format.ts';
import { toDataset, toWritten, writeInMemory } from './in-memory.ts';

/** What a format's check finds in an article that it wrote, once something in one of the files was changed. */
export async function recheckChanged(
  format: Format,
  item: DatasetArticle,
  file: string,
  from: string | RegExp,
  to: string,
): Promise<string[]> {
  const dataset = toDataset([item]);
  const files = await writeInMemory(format, dataset);
  expect((await format.recheck(toWritten(files), dataset)).mismatches).toEqual([]);
  const text = Buffer.from(files.get(file)!).toString();
  expect(text.replace(from, to)).not.toBe(text);
  files.set(file, Buffer.from(text.replace(from, to)));
  return (await format.recheck(toWritten(files), dataset)).mismatches;
}

/** All files of an article as texts, by name. */
export async function writeTexts(format: Format, ...articles: DatasetArticle[]): Promise<Record<string, string>> {
  const files = await writeInMemory(format, toDataset(articles));
  return Object.fromEntries(Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}
