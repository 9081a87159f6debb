import type { Sample } from '../reader.ts';
import { findDelimiter, listFirstRecords } from './find-delimiter.ts';
import { namesArticles } from './guess-mapping.ts';
import { nameColumns } from './name-columns.ts';

const isJsonLike = ({ text }: Sample) => /^\uFEFF?\s*(?:\[\s*\{|\{\s*["}])/u.test(text);

/** Objects line by line: the first line is one, and is not all, unless the name says that there could be more. */
export function isJsonLines(sample: Sample): boolean {
  if (!isJsonLike(sample) || !/^\uFEFF?\s*\{/u.test(sample.text)) return false;
  const [first = '', ...rest] = sample.text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .split('\n');
  const isNamed = /\.(?:jsonl|ndjson)$/iu.test(sample.name);
  if (rest.length === 0 && !sample.isWhole) return isNamed; // its first line goes on
  try {
    JSON.parse(first);
    return isNamed || rest.some((line) => line.trim() !== '');
  } catch {
    return false;
  }
}

export const isJson = (sample: Sample) => isJsonLike(sample) && !isJsonLines(sample);

export const isTsv = ({ name }: Sample) => /\.(?:tsv|tab)$/iu.test(name);

/** By its name, or by a first row that names a text and more, with rows below that have as many cells. */
export function isCsv({ name, text, isWhole }: Sample): boolean {
  if (/\.csv$/iu.test(name)) return true;
  const [header = [], ...rows] = listFirstRecords(text, findDelimiter(text, isWhole), isWhole);
  if (header.length < 2 || rows.length === 0 || !nameColumns(header).isHeader || !namesArticles(header)) return false;
  return rows.filter(({ length }) => length === header.length).length >= rows.length * 0.9;
}
