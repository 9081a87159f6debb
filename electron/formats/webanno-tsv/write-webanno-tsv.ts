import type { Annotation } from '#shared/domain/annotation';
import { bySpan, type Span } from '#shared/domain/span';
import type { Chunk, Dataset, DatasetArticle, DatasetRelation } from '../format.ts';
import { toPlain } from '../plain-values.ts';
import { FEATURES } from '../side-files/columns.ts';
import { keepRelations, toTable, toTextFile, writeArticles } from '../side-files/write-side-files.ts';
import { trimBlanks } from '../tokens/blanks.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { escapeValue, toTextLines } from './escape.ts';
import { nameFeatures, RELATION_FEATURES, RELATION_LAYER, TAG_FEATURES, TAG_LAYER } from './feature-names.ts';

/** One file an article, with the text itself beside it. Unit: UTF-16 code units, half-open. */
export function* writeWebannoTsv(dataset: Dataset): Generator<Chunk> {
  const features = nameFeatures(dataset.codebook);
  const head = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[TAG_LAYER, ...TAG_FEATURES, ...features.values()].join('|')}`,
    `#T_RL=${[RELATION_LAYER, ...RELATION_FEATURES, `BT_${TAG_LAYER}`].join('|')}`,
    '\n\n',
  ].join('\n');
  yield* writeArticles(dataset.articles(), (item) => [
    { file: `${item.article.uid}.tsv`, text: head + toSentences(item, [...features.keys()]) },
    toTextFile(item),
  ]);
  yield toTable('features.csv', [FEATURES, ...Array.from(features, ([name, feature]) => [feature, name])]);
}

/** One stretch of an annotation, `n` as it is called in its file. `unit`: its first token. */
type Part = Span & { annotation: Annotation; n: number; cells: string[]; unit: string };

/** The stretches of all annotations without the blanks at their ends, in order. */
const listParts = ({ article, annotations }: DatasetArticle) =>
  annotations
    .flatMap((annotation) =>
      annotation.spans.flatMap((span) => {
        const trimmed = trimBlanks(article.text, span);
        return trimmed ? [{ ...trimmed, annotation }] : [];
      }),
    )
    .sort(bySpan);

function toSentences(item: DatasetArticle, attributes: readonly string[]): string {
  const { text } = item.article;
  const cells = new Map(item.annotations.map((each) => [each, toCells(each, attributes)]));
  const parts = listParts(item).map((part, n): Part => ({
    ...part,
    n: n + 1,
    cells: cells.get(part.annotation)!,
    unit: '',
  }));
  const sentences = tokenise(text, { cuts: parts, whole: [] });
  nameUnits(sentences, parts);
  const firsts = new Map<string, Part>();
  for (const part of parts) if (!firsts.has(part.annotation.uid)) firsts.set(part.annotation.uid, part);
  const relations = Map.groupBy(
    keepRelations(item, (uid) => firsts.has(uid)),
    ({ to }) => firsts.get(to)!,
  );
  const relationsAt = Map.groupBy(relations, ([{ unit }]) => unit);
  const noTags = '_\t'.repeat(TAG_FEATURES.length + attributes.length);
  const noRelations = '_\t'.repeat(RELATION_FEATURES.length + 1);

  let open: Part[] = [];
  let next = 0;
  const written = sentences.map((tokens, s) => {
    let lines = toTextLines(text.slice(tokens[0]!.start, tokens.at(-1)!.end));
    for (const [t, { start, end }] of tokens.entries()) {
      const unit = `${s + 1}-${t + 1}`;
      open = open.filter((part) => part.end > start);
      for (; next < parts.length && parts[next]!.start < end; next += 1) open.push(parts[next]!);
      const related = relationsAt.get(unit);
      const tags = open.length === 0 ? noTags : toTagColumns(open);
      const links = related ? toRelationColumns(related, firsts) : noRelations;
      lines += `${unit}\t${start}-${end}\t${text.slice(start, end)}\t${tags}${links}\n`;
    }
    return lines;
  });
  return written.join('\n');
}

/** Every part begins with a token, since tokens are parted at borders. */
function nameUnits(sentences: readonly Span[][], parts: readonly Part[]): void {
  let next = 0;
  for (const [s, tokens] of sentences.entries())
    for (const [t, { end }] of tokens.entries())
      for (; next < parts.length && parts[next]!.start < end; next += 1) parts[next]!.unit = `${s + 1}-${t + 1}`;
}

const orNull = (value: string | null | undefined) =>
  value === null || value === undefined || value === '' ? '*' : escapeValue(value.replace(/\r\n?/gu, '\n'));

function toCells(annotation: Annotation, attributes: readonly string[]): string[] {
  const { label, entity, entityUid, annotator, state, note, kept, uid } = annotation;
  const own: Record<(typeof TAG_FEATURES)[number], string | null> = {
    label,
    entity,
    entityId: entityUid,
    annotator,
    state,
    note,
    kept: Object.keys(kept).length === 0 ? null : JSON.stringify(kept),
    uid,
  };
  const values = attributes.map((name) => {
    const value = annotation.attributes[name];
    return orNull(value === undefined ? null : toPlain(value));
  });
  return [...TAG_FEATURES.map((name) => orNull(own[name])), ...values];
}

const toTagColumns = (parts: readonly Part[]) =>
  parts[0]!.cells.map((_, column) => `${parts.map(({ cells, n }) => `${cells[column]}[${n}]`).join('|')}\t`).join('');

function toRelationColumns(
  related: readonly (readonly [Part, DatasetRelation[]])[],
  firsts: ReadonlyMap<string, Part>,
): string {
  const all = related.flatMap(([target, relations]) => relations.map((relation) => ({ target, relation })));
  const features = RELATION_FEATURES.map((name) => all.map(({ relation }) => orNull(relation[name])).join('|'));
  const ends = all.map(({ target, relation }) => {
    const source = firsts.get(relation.from)!;
    return `${source.unit}[${source.n}_${target.n}]`;
  });
  return [...features, ends.join('|')].map((cell) => `${cell}\t`).join('');
}
