import { createHash } from 'node:crypto';
import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValue } from '#shared/domain/attribute';
import type { Codebook } from '#shared/domain/codebook';
import type { DatasetArticle, DatasetRelation } from '../format.ts';
import { toPlain } from '../plain-values.ts';
import { keepRelations } from '../side-files/write-side-files.ts';
import { isStrings } from './describe-types.ts';
import { ARTICLE_TYPE, RELATION_TYPE, type TypeNames } from './name-types.ts';

type WrittenValue = string | number | { ref: number } | string[];
/** One object of a CAS; what is not said has no feature. */
export type WrittenStructure = { id: number; type: string; features: [name: string, value: WrittenValue][] };

/** How a file writes: `text` is the article's as it can stand there, `toValue` what can stand in a value. */
export type Wording = { text: string; toValue: (value: unknown) => unknown };

export const SOFA = 1;

/**
 * All of an article but its text, which is structure 1: what is known of it, its annotations, and the relations within it.
 *
 * Unit: UTF-16, half-open. An annotation of several parts reaches from the first to the last, and names them in `galleyParts`.
 */
export function toStructures(
  item: DatasetArticle,
  { labels }: Pick<Codebook, 'labels'>,
  names: TypeNames,
  { text, toValue }: Wording,
): WrittenStructure[] {
  const { article, annotations } = item;
  const structures: WrittenStructure[] = [];
  const add = (type: string, features: [string, WrittenValue | null][]): number => {
    const id = structures.length + SOFA + 1;
    const said = features.filter((feature): feature is [string, WrittenValue] => feature[1] !== null);
    structures.push({ id, type, features: [['sofa', { ref: SOFA }], ...said] });
    return id;
  };
  const { uid, sha256, title, outlet, date, language, address, byline } = article;
  add('uima.tcas.DocumentAnnotation', [
    ['begin', 0],
    ['end', text.length],
    ['language', language ?? 'x-unspecified'],
  ]);
  add(ARTICLE_TYPE, [
    ...Object.entries({ uid, sha256, textSha256: text === article.text ? null : sha256Of(text) }),
    ...Object.entries({ title, outlet, date, language, address, byline, names: JSON.stringify(names.originals) }),
  ]);
  const attributesOf = new Map(labels.map(({ name, attributes }) => [name, attributes]));
  const written = new Map<string, { id: number; begin: number; end: number }>();
  for (const annotation of annotations) {
    const { label, spans, attributes } = annotation;
    const [begin, end] = [spans[0]!.start, spans.at(-1)!.end];
    const values = Object.entries(attributes).map(([name, value]): [string, WrittenValue] => {
      const attribute = attributesOf.get(label)!.find((each) => each.name === name)!;
      return [names.featureOf(label, name), toFeature(toValue(value) as AttributeValue, isStrings(attribute))];
    });
    const id = add(names.typeOf(label), [
      ['begin', begin],
      ['end', end],
      ...toOwn(annotation, text, toValue),
      ...values,
    ]);
    written.set(annotation.uid, { id, begin, end });
  }
  for (const relation of keepRelations(item, (each) => written.has(each))) {
    const to = written.get(relation.to)!;
    add(RELATION_TYPE, [
      ['begin', to.begin],
      ['end', to.end],
      ['Governor', { ref: written.get(relation.from)!.id }],
      ['Dependent', { ref: to.id }],
      ...toRelation(relation),
    ]);
  }
  return structures;
}

const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const toFeature = (value: AttributeValue, isArray: boolean) =>
  isArray && Array.isArray(value) ? value.map(String) : toPlain(value);

const toRelation = ({ kind, uid, annotator, state, note }: DatasetRelation): [string, string | null][] => [
  ['kind', kind],
  ['galleyUid', uid],
  ['galleyAnnotator', annotator],
  ['galleyState', state],
  ['galleyNote', note === '' ? null : note],
];

function toOwn(
  { uid, spans, entity, entityUid, annotator, state, note, kept }: Annotation,
  text: string,
  toValue: Wording['toValue'],
): [string, string | null][] {
  const parts = spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }));
  return [
    ['galleyUid', uid],
    ['galleyQuote', text.slice(spans[0]!.start, spans.at(-1)!.end)],
    ['galleyParts', parts.length > 1 ? JSON.stringify(parts) : null],
    ['galleyEntity', entity],
    ['galleyEntityUid', entityUid],
    ['galleyAnnotator', annotator],
    ['galleyState', state],
    ['galleyNote', note === '' ? null : note],
    ['galleyKept', Object.keys(kept).length > 0 ? JSON.stringify(toValue(kept)) : null],
  ];
}
