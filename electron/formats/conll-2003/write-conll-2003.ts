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
import { headOffsets, toOffsetLine } from '../tokens/write-offsets.ts';

/** A label as a tag can have it: columns are parted by blanks. */
export const toTagName = (label: string) => label.replace(/[\s\x1c-\x1f\x85]+/gu, '_');

/** One file of columns, with where its tokens stand and the texts beside it. */
export function* writeConll2003(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.conll', text: '' };
  yield headOffsets();
  yield headRelations();
  let line = 1;
  yield* writeArticles(dataset.articles(), function* (item) {
    const { tags } = chooseFlatTags(item);
    yield toTextFile(item);
    const written = new Set(tags.map(({ annotation }) => annotation.uid as string));
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    const columns = toColumns(item, tags, dataset.options.scheme, line);
    yield { file: 'articles.conll', text: columns.lines };
    yield { file: 'offsets.csv', text: columns.offsets };
    line = columns.next;
  });
}

/** `next`: the line behind the article's own. */
function toColumns(
  { article }: DatasetArticle,
  tags: readonly FlatTag[],
  scheme: FormatOptions['scheme'],
  from: number,
) {
  const { text, uid } = article;
  const map = createOffsetMap(text);
  let lines = '-DOCSTART- -X- -X- O\n\n';
  let offsets = '';
  let next = from + 2;
  let n = 0;
  let before: FlatTag | undefined;
  for (const tokens of tokenise(text, { cuts: tags, whole: tags })) {
    before = undefined; // tags of two sentences do not touch
    for (const token of tokens) {
      while (n < tags.length && tags[n]!.end <= token.start) n += 1;
      const tag = n < tags.length && tags[n]!.start <= token.start ? tags[n]! : undefined;
      lines += `${text.slice(token.start, token.end)} -X- -X- ${tag ? toTag(tag, before, scheme) : 'O'}\n`;
      offsets += toOffsetLine(uid, next, token, map, tag);
      before = tag;
      next += 1;
    }
    lines += '\n';
    next += 1;
  }
  return { lines, offsets, next };
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
