import type { EntityToMake } from '#shared/domain/entity';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { getLabel } from '../codebook.ts';
import type { StepWriter } from '../write-step.ts';
import { insertEntity } from './edit-entity.ts';

/** A tag as it is written; `newEntity` is made, and meant instead of `entity`. */
export type Naming = { entity?: string | null | undefined; newEntity?: EntityToMake | undefined };

/** The tag with the entity that it names, made as part of the step where that is to be made. Errors: those of `insertEntity`. */
export function makeNamed<T extends Naming>(corpus: Corpus, step: StepWriter, label: string, tag: T): T {
  const { newEntity } = tag;
  if (!newEntity) return tag;
  return { ...tag, entity: insertEntity(step, corpus.environment.newUid, getLabel(step.db, label), newEntity) };
}
