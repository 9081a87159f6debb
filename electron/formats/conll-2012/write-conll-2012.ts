import type { Annotation } from '#shared/domain/annotation';
import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { headChains, toChainRow } from '../side-files/chains.ts';
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

/** A label as a bracket can have it: letters, digits, `_` and `-`. */
export const toBracketName = (label: string) =>
  label.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_').replace(/^_+|_+$/gu, '') || '_';

/** One file of columns, of which those of names and of coreference say something; annotations of one entity are a chain. */
export function* writeConll2012(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.conll', text: '' };
  yield headOffsets();
  yield headRelations();
  yield headChains();
  let line = 1;
  yield* writeArticles(dataset.articles(), function* (item) {
    const { tags } = chooseFlatTags(item);
    yield toTextFile(item);
    const written = new Set(tags.map(({ annotation }) => annotation.uid as string));
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    const chains = numberChains(tags);
    for (const { n, entity, entityUid } of chains.values())
      yield toChainRow(item.article.uid, String(n), entityUid, entity!);
    const columns = toColumns(item, tags, (each) => chains.get(keyOf(each))?.n, line);
    yield { file: 'articles.conll', text: columns.lines };
    yield { file: 'offsets.csv', text: columns.offsets };
    line = columns.next;
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

function toColumns(
  { article }: DatasetArticle,
  tags: readonly FlatTag[],
  chainOf: (annotation: Annotation) => number | undefined,
  from: number,
) {
  const { text, uid } = article;
  const map = createOffsetMap(text);
  let lines = `#begin document (${uid}); part 000\n`;
  let offsets = '';
  let next = from + 1;
  let n = 0;
  for (const tokens of tokenise(text, { cuts: tags, whole: tags })) {
    for (const [t, token] of tokens.entries()) {
      while (n < tags.length && tags[n]!.end <= token.start) n += 1;
      const tag = n < tags.length && tags[n]!.start <= token.start ? tags[n]! : undefined;
      const parse = `${t === 0 ? '(TOP' : ''}*${t === tokens.length - 1 ? ')' : ''}`;
      const isFirst = tag?.start === token.start;
      const isLast = tag?.end === token.end;
      const name = tag && isFirst ? `(${toBracketName(tag.annotation.label)}` : '';
      const names = tag ? (isFirst && isLast ? `${name})` : `${name}*${isLast ? ')' : ''}`) : '*';
      const chain = tag && (isFirst || isLast) ? chainOf(tag.annotation) : undefined;
      const chained = chain === undefined ? '-' : `${isFirst ? '(' : ''}${chain}${isLast ? ')' : ''}`;
      lines += `${uid} 0 ${t} ${text.slice(token.start, token.end)} XX ${parse} - - - - ${names} ${chained}\n`;
      offsets += toOffsetLine(uid, next, token, map, tag);
      next += 1;
    }
    lines += '\n';
    next += 1;
  }
  return { lines: `${lines}#end document\n`, offsets, next: next + 1 };
}
