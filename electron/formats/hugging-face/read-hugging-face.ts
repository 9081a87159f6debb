import type { FileSet, Found, FormatReader } from '../found.ts';
import { findTagNames } from './tag-names.ts';
import { readLines, readParquet } from './read-rows.ts';
import { toFound } from './to-found.ts';

const isParquet = (name: string) => /\.parquet$/iu.test(name);
const isLines = (name: string) => /\.(jsonl|ndjson)$/iu.test(name);
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
    (/"tokens": ?\[\s*"/u.test(line) && /"\w*tags": ?\[/u.test(line)) ||
    (has('id', 'unit', 'sha256', 'annotations') && !has('galley')) // other formats keep such things under it
  );
};

/** Reads rows of JSONL or Parquet: our own, texts with lists of spans, and words with tags. */
export const huggingFaceReader: FormatReader = {
  name: 'hugging-face',
  unit: 'codepoint',
  recognises: (files) =>
    files.names.some(isParquet) ||
    (files.names.some(isLines) &&
      (hasFrontMatter(files) || files.names.some((name) => isLines(name) && looksLikeRow(files.head(name))))),
  async *read(files): AsyncGenerator<Found> {
    const card = cardOf(files);
    const names = findTagNames(card === undefined ? '' : files.text(card));
    for (const file of files.names) {
      if (!isParquet(file) && !isLines(file)) continue;
      const tags = isParquet(file) ? findTagNames('', files.bytes(file), names) : names;
      const rows = isParquet(file) ? readParquet(files, file) : readLines(files, file);
      for await (const { n, line, ...read } of rows) {
        const found = 'reason' in read ? read.reason : toFound(read.row, { file, n, tags });
        yield typeof found === 'string' ? { refused: { file, line, reason: found } } : { document: found };
      }
    }
  },
};
