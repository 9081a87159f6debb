import { EntityId } from '#shared/domain/ids';
import { foldForm } from '#shared/text/fold';
import { getLabel } from '../../electron/services/codebook.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import type { TestCorpus } from './corpus.ts';

/** An entity with its name as its only alias; gives its uid. */
export function addTestEntity({ corpus, sara, environment }: TestCorpus, label: string, name: string): EntityId {
  const entity = EntityId.parse(environment.newUid());
  writeStep(corpus, sara, 'add entity', (step) => {
    const record = {
      label: getLabel(step.db, label).uid,
      kind: null,
      name,
      description: '',
      latitude: null,
      longitude: null,
    };
    step.insert('entity', entity, { ...record, merged_into: null, batch: null, refs: [] });
    const alias = {
      entity,
      form: name,
      folded: foldForm(name),
      script: 'Latn',
      outlet: null,
      never_alone: 0,
      batch: null,
    };
    step.insert('entity_alias', environment.newUid(), alias);
  });
  return entity;
}
