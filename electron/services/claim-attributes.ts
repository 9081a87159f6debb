import { ExpectedError } from '#shared/errors';
import type { Relation, RelationKind } from '#shared/domain/relation';
import type { ReadDb } from '../corpus/connection.ts';
import type { Records, ValueRecord } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { getCodebook, mapAttributes } from '../corpus/repositories/codebook-repository.ts';
import { claimAttributes } from '../corpus/repositories/claim-values.ts';
import { listComputedRelations } from '../corpus/repositories/computed-relations.ts';
import { inOrder } from './annotate-values.ts';
import type { StepWriter } from './write-step.ts';

type Annotation = Records['annotation'];
const noValue = {
  text: null,
  number: null,
  entity: null,
  article: null,
  start_offset: null,
  end_offset: null,
  quote: null,
};

/**
 * Sets the attribution or the place of a claim to what another annotation says; gives it as the relation that is shown.
 *
 * Errors: annotation-of-another, place-without-entity, relation-exists.
 */
export function setClaimAttribute(
  step: StepWriter,
  annotator: string,
  kind: RelationKind,
  { from, to }: { from: string; to: string },
): Relation {
  const claim = findRecord(step.db, 'annotation', from)!;
  if (claim.annotator !== annotator) {
    const name = findAnnotatorByUid(step.db, claim.annotator)?.name ?? claim.annotator;
    throw new ExpectedError('annotation-of-another', { annotator: name });
  }
  const other = findRecord(step.db, 'annotation', to)!;
  const values = kind.sets === 'place' ? withPlace(step.db, claim, other) : withSpeaker(kind, claim, other);
  const order = [...mapAttributes(getCodebook(step.db)).keys()];
  step.update('annotation', from, { values: inOrder(values, order) });
  const shown = listComputedRelations(step.db, claim.article).filter(
    ({ relation, ends }) => relation.kind === kind.name && relation.from.annotation === from && ends.has(to),
  );
  return shown.at(-1)!.relation;
}

/** The claim's place is the entity of the location. Errors: place-without-entity. */
function withPlace(db: ReadDb, claim: Annotation, location: Annotation): ValueRecord[] {
  if (location.entity === null) throw new ExpectedError('place-without-entity', { quote: toQuote(location) });
  const entity = findRecord(db, 'entity', location.entity)!.merged_into ?? location.entity;
  const others = claim.values.filter(({ attribute }) => attribute !== claimAttributes.place);
  return [...others, { ...noValue, attribute: claimAttributes.place, path: '', entity }];
}

/**
 * One more item of the attribution: who the actor is, if that is known, and the words; the words go to the item that names the same
 * speaker and has none yet. Errors: relation-exists.
 */
function withSpeaker(kind: RelationKind, claim: Annotation, actor: Annotation): ValueRecord[] {
  const { article, entity } = actor;
  const { start_offset, end_offset, quote } = actor.spans[0]!;
  const isThere = claim.values.some(
    (value) =>
      value.attribute === claimAttributes.words &&
      value.article === article &&
      value.start_offset === start_offset &&
      value.end_offset === end_offset,
  );
  if (isThere) throw new ExpectedError('relation-exists', { kind: kind.name });
  const attributed: readonly string[] = Object.values(attributionFields);
  const items = claim.values.filter(({ attribute }) => attributed.includes(attribute));
  const named = entity === null ? undefined : findNamedOnly(items, entity);
  const path = named ?? String(Math.max(-1, ...items.map((value) => Number(value.path.split('.')[0]))) + 1);
  const words = { ...noValue, attribute: claimAttributes.words, path, article, start_offset, end_offset, quote };
  const isNew = entity !== null && named === undefined;
  return [...claim.values, ...(isNew ? [{ ...noValue, attribute: claimAttributes.who, path, entity }] : []), words];
}

/** The path of the first item that names a speaker and has no words of its own; undefined where there is none. */
function findNamedOnly(items: readonly ValueRecord[], entity: string): string | undefined {
  const hasWords = new Set(items.flatMap(({ attribute, path }) => (attribute === claimAttributes.words ? [path] : [])));
  return items.find(
    (item) => item.attribute === claimAttributes.who && item.entity === entity && !hasWords.has(item.path),
  )?.path;
}

const attributionFields = { who: claimAttributes.who, words: claimAttributes.words, verb: claimAttributes.verb };

const toQuote = ({ spans }: Annotation) => spans.map(({ quote }) => quote).join(' … ');
