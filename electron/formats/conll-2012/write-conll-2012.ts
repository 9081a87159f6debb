import type { Annotation } from '#shared/domain/annotation';
import type { Span } from '#shared/domain/span';
import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { headChains, toChainRows } from '../side-files/chains.ts';
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

/** A label as a bracket can have it: letters, digits, `_` and `-`. */
export const toBracketName = (label: string) =>
  label.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_').replace(/^_+|_+$/gu, '') || '_';

/** One file of columns, of which those of names and of coreference say something; annotations of one entity are a chain. */
export function* writeConll2012(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.conll', text: '' };
  yield headOffsets();
  yield headRelations();
  yield headChains();
  const rows = { columns: new TextBytes(), offsets: new TextBytes() };
  let line = 1;
  yield* writeArticles(dataset.articles(), function* (item) {
    const { tags } = chooseFlatTags(item);
    yield toTextFile(item);
    const written = new Set(tags.map(({ annotation }) => annotation.uid as string));
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    const chains = numberChains(tags);
    const named = Array.from(chains.values(), ({ n, ...each }) => ({
      chain: String(n),
      entity: each.entityUid,
      name: each.entity!,
    }));
    yield toChainRows(item.article.uid, named);
    line = addColumns(rows, item, tags, (each) => chains.get(keyOf(each))?.n, line);
    yield { file: 'articles.conll', bytes: rows.columns.take(), isText: true };
    yield { file: 'offsets.csv', bytes: rows.offsets.take(), isText: true };
  });
}

const keyOf = ({ entity, entityUid }: Annotation) => entityUid ?? `name ${entity}`;

/** Chains of one article from 0, in the order in which they are first mentioned. */
function numberChains(tags: readonly FlatTag[]) {
  const chains = new Map<string, { n: number } & Pick<Annotation, 'entity' | 'entityUid'>>();
  for (const { annotation } of tags) {
    const { entity, entityUid } = annotation;
    const key = keyOf(annotation);
    if (entity !== null && !chains.has(key)) chains.set(key, { n: chains.size, entity, entityUid });
  }
  return chains;
}

const UNTAGGED = Buffer.from(' XX * - - - - * -\n');

/** Rows of `articles.conll` and of `offsets.csv`. */
type Rows = { columns: TextBytes; offsets: TextBytes };

/** Gives the line behind the article's own. */
function addColumns(
  { columns, offsets }: Rows,
  { article: { text, uid } }: DatasetArticle,
  tags: readonly FlatTag[],
  chainOf: (annotation: Annotation) => number | undefined,
  from: number,
): number {
  const map = createOffsetMap(text);
  const ours = Buffer.from(`${uid} 0 `);
  const document = Buffer.from(`${uid},`);
  columns.addText(`#begin document (${uid}); part 000\n`);
  let line = from + 1;
  let n = 0;
  for (const tokens of tokenise(text, { cuts: tags, whole: tags })) {
    for (let t = 0; t < tokens.length; t += 1) {
      const token = tokens[t]!;
      while (n < tags.length && tags[n]!.end <= token.start) n += 1;
      const tag = n < tags.length && tags[n]!.start <= token.start ? tags[n]! : undefined;
      columns.addBytes(ours);
      columns.addNumber(t);
      columns.addText(' ');
      columns.addText(text, token.start, token.end);
      const parse = `${t === 0 ? '(TOP' : ''}*${t === tokens.length - 1 ? ')' : ''}`;
      if (parse === '*' && !tag) columns.addBytes(UNTAGGED);
      else columns.addText(` XX ${parse} - - - - ${tag ? toNames(tag, token, chainOf) : '* -'}\n`);
      addOffsetRow(offsets, document, line, token, map, tag);
      line += 1;
    }
    columns.addText('\n');
    line += 1;
  }
  columns.addText('#end document\n');
  return line + 1;
}

/** The columns of names and of coreference. */
function toNames(
  { annotation, start, end }: FlatTag,
  token: Span,
  chainOf: (annotation: Annotation) => number | undefined,
): string {
  const isFirst = start === token.start;
  const isLast = end === token.end;
  const name = isFirst ? `(${toBracketName(annotation.label)}` : '';
  const names = isFirst && isLast ? `${name})` : `${name}*${isLast ? ')' : ''}`;
  const chain = isFirst || isLast ? chainOf(annotation) : undefined;
  const chained = chain === undefined ? '-' : `${isFirst ? '(' : ''}${chain}${isLast ? ')' : ''}`;
  return `${names} ${chained}`;
}
