import type { FileSet, Found, FormatReader } from '../found.ts';
import { findNamesInInfos, findTagNames } from './tag-names.ts';
import { readLines, readList, readParquet } from './read-rows.ts';
import { toFound } from './to-found.ts';

const isParquet = (name: string) => /\.parquet$/iu.test(name);
const isLines = (name: string) => /\.(jsonl|ndjson)$/iu.test(name);
const isJson = (name: string) => /\.json$/iu.test(name) && !isInfo(name);
const isInfo = (name: string) => /(^|\/)dataset_infos?\.json$/u.test(name);
const cardOf = ({ names }: FileSet) => names.find((name) => /(^|\/)README\.md$/u.test(name));

/** Whether a card's front matter says which files are data, or what columns they have. */
function hasFrontMatter(files: FileSet): boolean {
  const card = cardOf(files);
  if (card === undefined) return false;
  const matter = /^---\r?\n(.*?)\r?\n---/su.exec(files.head(card))?.[1] ?? '';
  return /^(configs|dataset_info):/mu.test(matter);
}

/** Words with tags, or rows as we write them. */
const looksLikeRow = (head: string) => {
  const line = head.slice(0, head.search(/\n|$/u));
  const has = (...keys: string[]) => keys.every((key) => line.includes(`"${key}":`));
  return (
    (/"(?:tokens|words)":\s*\[\s*"/u.test(head) && /"(?:\w*tags|labels|ner)":\s*\[\s*["\d]/u.test(head)) ||
    (has('id', 'unit', 'sha256', 'annotations') && !has('galley')) // other formats keep such things under it
  );
};

/** A file of JSON may be anything, and is one of rows by what is in it. */
const openRows = (files: FileSet, file: string) =>
  isParquet(file)
    ? readParquet(files, file)
    : isLines(file)
      ? readLines(files, file)
      : isJson(file) && looksLikeRow(files.head(file))
        ? readList(files, file)
        : undefined;

/** Reads rows of JSONL, JSON or Parquet: our own, texts with lists of spans, and words with tags. */
export const huggingFaceReader: FormatReader = {
  name: 'hugging-face',
  unit: 'codepoint',
  recognises: (files) =>
    files.names.some(isParquet) ||
    (files.names.some(isLines) && hasFrontMatter(files)) ||
    files.names.some((name) => (isLines(name) || isJson(name)) && looksLikeRow(files.head(name))),
  async *read(files): AsyncGenerator<Found> {
    const card = cardOf(files);
    const said = new Map(files.names.filter(isInfo).flatMap((name) => [...findNamesInInfos(files.text(name))]));
    const names = findTagNames(card === undefined ? '' : files.text(card), said);
    for (const file of files.names) {
      const rows = openRows(files, file);
      if (!rows) continue;
      const tags = isParquet(file) ? findTagNames('', names, files.bytes(file)) : names;
      for await (const { n, line, ...read } of rows) {
        const found = 'reason' in read ? read.reason : toFound(read.row, { file, n, tags });
        yield typeof found === 'string' ? { refused: { file, line, reason: found } } : { document: found };
      }
    }
  },
};
