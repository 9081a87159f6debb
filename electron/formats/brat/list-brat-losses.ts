import type { Annotation } from '#shared/domain/annotation';
import type { Loss } from '#shared/domain/dataset';
import { bratLosses } from '#shared/messages/en/formats/brat';
import type { Dataset, DatasetArticle } from '../format.ts';
import { toLoss, toRelationLoss } from '../losses.ts';
import { listLostRelations } from '../side-files/write-side-files.ts';
import { flatten, joinFragments, toFragments } from './fragments.ts';
import { canShow } from './type-names.ts';

/** What brat cannot carry of one article: what stands at line ends, words that have them, and names that it cannot show. */
export function listBratLosses(item: DatasetArticle, { codebook }: Pick<Dataset, 'codebook'>): Loss[] {
  const { article, annotations, relations } = item;
  const gone = new Set(
    annotations.filter(({ spans }) => toFragments(article.text, spans).length === 0).map(({ uid }) => uid as string),
  );
  const kinds = new Map(codebook.relationKinds.map(({ name }) => [name, canShow(name)]));
  const isWritten = (uid: string) => !gone.has(uid);
  const lost = listLostRelations(item, isWritten);
  const lostUids = new Set(lost.map(({ annotation }) => annotation));
  const stay = relations.filter(({ uid }) => !lostUids.has(uid));
  return [
    ...annotations.flatMap((each) =>
      gone.has(each.uid) ? [toLoss('overlap', each, bratLosses.lineBreaks)] : listOf(each, article.text),
    ),
    ...lost,
    ...stay.flatMap((relation) => [
      ...(flatten(relation.note) === relation.note
        ? []
        : [{ ...toRelationLoss(relation, bratLosses.value), kind: 'changed' as const, part: 'note' }]),
      ...(kinds.get(relation.kind) === false
        ? [{ ...toRelationLoss(relation, bratLosses.name), kind: 'renamed' as const }]
        : []),
    ]),
  ];
}

function listOf(annotation: Annotation, text: string): Loss[] {
  const { spans, note, entity, attributes, label } = annotation;
  const read = joinFragments(text, toFragments(text, spans));
  const isSame = read.length === spans.length && read.every(({ start, end }, n) => isAt(spans[n]!, start, end));
  const values = Object.entries(attributes);
  return [
    ...(isSame ? [] : [toLoss('moved', annotation, bratLosses.atLineEnds)]),
    ...(canShow(label) ? [] : [toLoss('renamed', annotation, bratLosses.name)]),
    ...values
      .filter(([name]) => !canShow(name))
      .map(([part]) => toLoss('renamed', annotation, { part, ...bratLosses.name })),
    ...values.flatMap(([part, value]) =>
      typeof value !== 'string' || flatten(value) === value
        ? []
        : flatten(value) === ''
          ? [toLoss('attribute', annotation, { part, ...bratLosses.emptyValue })]
          : [toLoss('changed', annotation, { part, ...bratLosses.value })],
    ),
    ...(flatten(note) === note ? [] : [toLoss('changed', annotation, { part: 'note', ...bratLosses.value })]),
    ...(entity === null || flatten(entity) === entity
      ? []
      : [toLoss('changed', annotation, { part: 'entity', ...bratLosses.value })]),
  ];
}

const isAt = (span: { start: number; end: number }, start: number, end: number) =>
  span.start === start && span.end === end;
