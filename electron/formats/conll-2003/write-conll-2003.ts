import type { FormatOptions } from '#shared/domain/dataset';
import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import {
  headRelations,
  keepRelations,
  toRelationRows,
  toTextFile,
  writeArticles,
} from '../side-files/write-side-files.ts';
import { chooseFlatTags, type FlatTag } from '../tokens/flat-tags.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { addOffsetRow, headOffsets } from '../tokens/write-offsets.ts';
import { TextBytes } from '../text-bytes.ts';

/** A label as a tag can have it: columns are parted by blanks. */
export const toTagName = (label: string) => label.replace(/[\s\x1c-\x1f\x85]+/gu, '_');

/** One file of columns, with where its tokens stand and the texts beside it. */
export function* writeConll2003(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.conll', text: '' };
  yield headOffsets();
  yield headRelations();
  const rows = { columns: new TextBytes(), offsets: new TextBytes() };
  let line = 1;
  yield* writeArticles(dataset.articles(), function* (item) {
    const { tags } = chooseFlatTags(item);
    yield toTextFile(item);
    const written = new Set(tags.map(({ annotation }) => annotation.uid as string));
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    line = addColumns(rows, item, tags, dataset.options.scheme, line);
    yield { file: 'articles.conll', bytes: rows.columns.take(), isText: true };
    yield { file: 'offsets.csv', bytes: rows.offsets.take(), isText: true };
  });
}

const UNTAGGED = Buffer.from(' -X- -X- O\n');

/** Rows of `articles.conll` and of `offsets.csv`. */
type Rows = { columns: TextBytes; offsets: TextBytes };

/** Gives the line behind the article's own. */
function addColumns(
  { columns, offsets }: Rows,
  { article: { text, uid } }: DatasetArticle,
  tags: readonly FlatTag[],
  scheme: FormatOptions['scheme'],
  from: number,
): number {
  const map = createOffsetMap(text);
  const document = Buffer.from(`${uid},`);
  columns.addText('-DOCSTART- -X- -X- O\n\n');
  let line = from + 2;
  let n = 0;
  for (const tokens of tokenise(text, { cuts: tags, whole: tags })) {
    let before: FlatTag | undefined; // tags of two sentences do not touch
    for (const token of tokens) {
      while (n < tags.length && tags[n]!.end <= token.start) n += 1;
      const tag = n < tags.length && tags[n]!.start <= token.start ? tags[n]! : undefined;
      columns.addText(text, token.start, token.end);
      if (tag) columns.addText(` -X- -X- ${toTag(tag, before, scheme)}\n`);
      else columns.addBytes(UNTAGGED);
      addOffsetRow(offsets, document, line, token, map, tag);
      before = tag;
      line += 1;
    }
    columns.addText('\n');
    line += 1;
  }
  return line;
}

/** IOB2 begins every tag with B, IOB1 only one that follows another of the same label. `before`: what the last token has. */
function toTag(tag: FlatTag, before: FlatTag | undefined, scheme: FormatOptions['scheme']): string {
  const name = toTagName(tag.annotation.label);
  const begins =
    scheme === 'iob2'
      ? before !== tag
      : before !== undefined && before !== tag && toTagName(before.annotation.label) === name;
  return `${begins ? 'B' : 'I'}-${name}`;
}
