import type { OffsetUnit } from '#shared/domain/dataset';
import { createUnitMap } from '#shared/text/offset-units';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { toFacts } from '../json/article-facts.ts';
import { formatJsonLine } from '../json-line.ts';

/** So much is written at once. Unit: UTF-16 code units. */
const AT_ONCE = 1 << 16;

/**
 * One text a line, for a project of sequence labelling; where there are relations, for one of relation extraction. doccano keeps
 * the columns that it does not know with the text and writes them again: one of them has our uids, by place and label.
 */
export function* writeDoccano(dataset: Dataset): Generator<Chunk> {
  const file = 'all.jsonl';
  const unit = dataset.options.unit ?? 'utf16';
  const hasRelations = anyRelation(dataset.articles());
  let text = '';
  let n = 0;
  yield { file, text };
  for (const item of dataset.articles()) {
    n += 1;
    text += formatJsonLine(toRecord(item, n, unit, hasRelations));
    if (text.length < AT_ONCE) continue;
    yield { file, text };
    text = '';
  }
  if (text !== '') yield { file, text };
}

/** Goes to the end, since what is gone through first is what is counted. */
function anyRelation(articles: Iterable<DatasetArticle>): boolean {
  let isThere = false;
  for (const { relations } of articles) isThere ||= relations.length > 0;
  return isThere;
}

function toRecord(item: DatasetArticle, id: number, unit: OffsetUnit, hasRelations: boolean): object {
  const { article, annotations } = item;
  const { fromUtf16 } = createUnitMap(article.text, unit);
  const tags = annotations.map(({ label, spans }): [number, number, string] => [
    fromUtf16(spans[0]!.start),
    fromUtf16(spans.at(-1)!.end),
    label,
  ]);
  const numbers = new Map(annotations.map(({ uid }, n) => [uid as string, n]));
  const own = item.relations.filter(({ toArticle }) => toArticle === article.uid);
  return {
    id,
    text: article.text,
    ...(hasRelations
      ? {
          entities: tags.map(([start, end, label], n) => ({ id: n, start_offset: start, end_offset: end, label })),
          relations: own.map(({ kind, from, to }, n) => ({
            id: n,
            from_id: numbers.get(from),
            to_id: numbers.get(to),
            type: kind,
          })),
        }
      : { label: tags }),
    Comments: [],
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    galley: {
      ...toFacts(item, unit),
      annotations: annotations.map(({ uid }, n) => [uid, ...tags[n]!]),
      relations: own.map(({ uid, from, to, kind }) => [uid, from, to, kind]),
    },
  };
}
