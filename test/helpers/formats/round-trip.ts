import { expect } from 'vitest';
import type { AttributeValue, SpanValue } from '#shared/domain/attribute';
import { OffsetUnit, type FormatOptions, type Loss } from '#shared/domain/dataset';
import { createUnitMap } from '#shared/text/offset-units';
import { anchor, countAgreement } from '../../../electron/formats/anchor.ts';
import { mapSpans } from '../../../electron/formats/attribute-spans.ts';
import type { DatasetArticle, DatasetRelation, Format } from '../../../electron/formats/format.ts';
import type { FoundDocument } from '../../../electron/formats/found.ts';
import { listLosses } from '../../../electron/formats/losses.ts';
import { fromPlain } from '../../../electron/formats/plain-values.ts';
import { CODEBOOK } from './random-articles.ts';
import { toDataset, toFileSet, toWritten, writeInMemory } from './in-memory.ts';

/** An annotation as it is compared: what a format does not carry is the same for all. */
type Compared = {
  uid: string;
  label: string;
  spans: { start: number; end: number; quote: string }[];
  entity: string | null;
  attributes: Record<string, unknown>;
  note: string;
  state: string;
  annotator: string | null;
};
type ComparedRelation = { uid: string; kind: string; from: string; to: string; note: string };
export type ComparedArticle = {
  title: string | null;
  outlet: string | null;
  date: string | null;
  text: string | null;
  annotations: Compared[];
  relations: ComparedRelation[];
};

/**
 * Writes articles, has the format check what it wrote, reads it back, and expects all that went in but what was declared
 * as lost: exactly that. `adapt` changes what is expected where a loss says `moved`, `renamed`, `changed` or `text`.
 */
export async function expectRoundTrip(
  format: Format,
  articles: DatasetArticle[],
  { options = {}, adapt = (expected) => expected }: RoundTripWays = {},
): Promise<void> {
  const dataset = toDataset(articles, { options });
  const files = await writeInMemory(format, dataset);
  const reread = await format.recheck(toWritten(files), dataset);
  expect(reread.mismatches).toEqual([]);
  expect(reread.articles).toBe(articles.length);
  const all = articles.flatMap((item) => listLosses(format, item, dataset));
  const lost = (kind: Loss['kind']) => all.filter((loss) => loss.kind === kind).length;
  expect(reread.relations).toBe(articles.flatMap(({ relations }) => relations).length - lost('relation'));
  if (lost('gap-split') === 0)
    expect(reread.annotations).toBe(articles.flatMap(({ annotations }) => annotations).length - lost('overlap'));

  const documents: FoundDocument[] = [];
  for await (const found of format.reader!.read(toFileSet(files), { unit: options.unit ?? 'auto' })) {
    expect(found).not.toHaveProperty('refused');
    if ('document' in found) documents.push(found.document);
  }
  expect(documents).toHaveLength(articles.length);
  for (const [n, item] of articles.entries()) {
    const losses = listLosses(format, item, dataset);
    const document = documents.find(({ uid }) => uid === item.article.uid) ?? documents[n]!;
    expect(sort(read(document, options.unit ?? chooseUnit(format, document), losses))).toEqual(
      sort(adapt(expected(item, losses), item, losses)),
    );
  }
}

export type RoundTripWays = {
  options?: Partial<FormatOptions>;
  adapt?: (expected: ComparedArticle, item: DatasetArticle, losses: Loss[]) => ComparedArticle;
};

function chooseUnit(format: Format, document: FoundDocument): OffsetUnit {
  const agreement = countAgreement(document);
  const said = document.unit ?? format.reader!.unit;
  return OffsetUnit.options.reduce((best, unit) => (agreement[unit] > agreement[best] ? unit : best), said);
}

/** What is left once all that was declared is lost. */
function expected({ article, annotations, relations }: DatasetArticle, losses: Loss[]): ComparedArticle {
  const lost = (kind: Loss['kind'], uid: string) =>
    losses.filter((loss) => loss.kind === kind && loss.annotation === uid);
  const isLost = (kind: Loss['kind'], uid: string) => lost(kind, uid).length > 0;
  const stay = annotations.filter(({ uid }) => !isLost('overlap', uid));
  return {
    title: isLost('title', article.uid) ? null : article.title,
    outlet: isLost('outlet', article.uid) ? null : article.outlet,
    date: isLost('date', article.uid) ? null : article.date,
    text: article.text,
    annotations: stay.flatMap((annotation) => {
      const { uid, spans } = annotation;
      const hull = { start: spans[0]!.start, end: spans.at(-1)!.end };
      const compared: Compared = {
        uid: isLost('uid', uid) ? '' : uid,
        label: annotation.label,
        spans: isLost('gap-joined', uid) ? [{ ...hull, quote: article.text.slice(hull.start, hull.end) }] : spans,
        entity: isLost('entity', uid) ? null : annotation.entity,
        attributes: Object.fromEntries(
          Object.entries(annotation.attributes).filter(
            ([name]) => !lost('attribute', uid).some(({ part }) => part === name),
          ),
        ),
        note: isLost('note', uid) ? '' : annotation.note,
        state: isLost('state', uid) ? 'unchecked' : annotation.state,
        annotator: isLost('annotator', uid) ? null : annotation.annotator,
      };
      return isLost('gap-split', uid) ? spans.map((span) => ({ ...compared, spans: [span] })) : [compared];
    }),
    relations: relations.filter(({ uid }) => !isLost('relation', uid)).map((relation) => toRelation(relation, losses)),
  };
}

/** Where annotations lose their uids, so do the ends of relations: they are known by their words then. */
const toRelation = ({ uid, kind, from, to, note }: DatasetRelation, losses: Loss[]): ComparedRelation => {
  const hidden = (each: string) => (losses.some((loss) => loss.kind === 'uid' && loss.annotation === each) ? '' : each);
  return {
    uid: losses.some(({ kind: lost }) => lost === 'uid') ? '' : uid,
    kind,
    from: hidden(from),
    to: hidden(to),
    note: losses.some((loss) => loss.kind === 'note' && loss.annotation === uid) ? '' : note,
  };
};

function read(document: FoundDocument, unit: OffsetUnit, losses: Loss[]): ComparedArticle {
  const { text, placed, unplaced } = anchor(document, unit);
  expect(unplaced).toEqual([]);
  const map = createUnitMap(document.text ?? '', document.unit ?? unit);
  const toUtf16 = (span: SpanValue) => ({ ...span, start: map.toUtf16(span.start), end: map.toUtf16(span.end) });
  const loses = (kind: Loss['kind']) => losses.some((loss) => loss.kind === kind);
  const uids = new Map(document.annotations.map(({ id, uid }) => [id, uid ?? '']));
  return {
    title: loses('title') ? null : document.title,
    outlet: document.outlet,
    date: document.date,
    text: document.text === null ? null : text,
    annotations: placed.map(({ annotation, spans }): Compared => {
      const label = CODEBOOK.labels.find(({ name }) => name === annotation.label);
      const values = Object.entries(annotation.attributes).map(([name, raw]) => {
        const attribute = label?.attributes.find((each) => each.name === name);
        const value = attribute ? fromPlain(attribute, raw) : raw;
        return [name, mapSpans(value as AttributeValue, toUtf16)] as const;
      });
      return {
        uid: annotation.uid ?? '',
        label: annotation.label,
        spans,
        entity: annotation.entity?.name ?? null,
        attributes: Object.fromEntries(values),
        note: annotation.note,
        state: annotation.state ?? 'unchecked',
        annotator: annotation.annotator,
      };
    }),
    relations: document.relations.map(({ uid, kind, from, to, note }) => ({
      uid: uid ?? '',
      kind,
      from: uids.get(from) ?? from,
      to: uids.get(to) ?? to,
      note,
    })),
  };
}

const keyOf = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
/** Order says nothing. */
const sort = ({ annotations, relations, ...article }: ComparedArticle): ComparedArticle => ({
  ...article,
  annotations: annotations.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  relations: relations.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
});
