import { ExpectedError } from '#shared/errors';
import type { AttributeValues, ValuesInput } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { EntityId, type ArticleId } from '#shared/domain/ids';
import type { Suggestion } from '#shared/domain/suggestion';
import type { ReadDb } from '../../corpus/connection.ts';
import type { ValueRecord } from '../../corpus/model/kinds.ts';
import { mapAttributes } from '../../corpus/repositories/codebook-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { mapEntityNames } from '../../corpus/repositories/suggestion-repository.ts';
import { toAttributeValues } from '../../corpus/repositories/value-repository.ts';
import { setValues, type Resolvers } from '../annotate-values.ts';
import { toSuggestionId, type Proposal } from './proposal.ts';

type Place = { article: ArticleId; text: string; codebook: Codebook };

/** Proposals as they are shown, with names and quotes, and with the attributes that the codebook has. */
export function describeProposals(db: ReadDb, place: Place, proposals: readonly Proposal[]): Suggestion[] {
  const { article, text, codebook } = place;
  const resolve = toResolvers(db);
  const values = proposals.map(({ label, attributes = {} }) =>
    fitValues(db, { label, article, text, codebook, resolve }, attributes),
  );
  const named = [...proposals.map(({ entity }) => entity), ...values.flat().map(({ entity }) => entity)];
  const names = mapEntityNames(db, [...new Set(named.filter((uid) => typeof uid === 'string'))]);
  return proposals.map(({ label, spans, rule, reason, confidence, entity }, n) => ({
    id: toSuggestionId(article, { rule, label: label.uid, spans }),
    article,
    label: label.name,
    spans: spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
    entity: entity === undefined ? null : names.get(entity)!,
    entityUid: entity === undefined ? null : EntityId.parse(entity),
    rule,
    reason,
    confidence,
    attributes: describeValues(codebook, label, values[n]!, names),
  }));
}

type Of = { label: Label; article: string; text: string; codebook: Codebook; resolve: Resolvers };

/** Claims of one article name the same few speakers and places: each is looked up once. */
function toResolvers(db: ReadDb): Resolvers {
  const entities = new Map<string, string>();
  return {
    entity(ref) {
      const entity = entities.get(ref) ?? resolveEntity(db, ref);
      entities.set(ref, entity);
      return entity;
    },
    article: (ref) => resolveArticle(db, ref),
  };
}

/** What was found of attributes that the label has; the others are left out, whatever was renamed or retired. */
const fitValues = (db: ReadDb, of: Of, given: ValuesInput): ValueRecord[] =>
  add(db, of, [], given) ??
  Object.entries(given).reduce<ValueRecord[]>(
    (values, [name, value]) => add(db, of, values, { [name]: value }) ?? values,
    [],
  );

/** Undefined where one of them does not fit. */
function add(db: ReadDb, of: Of, values: ValueRecord[], given: ValuesInput): ValueRecord[] | undefined {
  try {
    return setValues(db, of, values, given);
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

const describeValues = (
  codebook: Codebook,
  label: Label,
  values: readonly ValueRecord[],
  names: ReadonlyMap<string, string>,
): AttributeValues =>
  toAttributeValues(
    values.map(({ start_offset: start, end_offset: end, ...value }) => ({
      ...value,
      start,
      end,
      entityName: value.entity === null ? null : names.get(value.entity)!,
    })),
    label.name,
    mapAttributes(codebook),
  ).attributes;
