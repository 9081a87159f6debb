import { expect, test } from 'vitest';
import { setValue, type ValuePath } from '../../../../renderer/features/annotate/set-value.ts';
import type { ValueInput } from '#shared/domain/attribute';

const values = { voice: 'quoted', figures: [{ min: 1, what: 'men' }, { min: 2 }], group: { tags: ['a', 'b'] } };

test.each<[ValuePath, ValueInput, object]>([
  [['voice'], 'paraphrased', { voice: 'paraphrased' }],
  [['voice'], null, { voice: null }],
  [['verdict'], 'confirmed', { verdict: 'confirmed' }],
  [['figures', 0, 'min'], 4, { figures: [{ min: 4, what: 'men' }, { min: 2 }] }],
  [['figures', 1], null, { figures: [{ min: 1, what: 'men' }, null] }],
  [['figures', 7, 'unit'], 'killed', { figures: [{ min: 1, what: 'men' }, { min: 2 }, { unit: 'killed' }] }],
  [['evidence', 0, 'note'], 'see', { evidence: [{ note: 'see' }] }],
  [['group', 'tags', 1], 'c', { group: { tags: ['a', 'c'] } }],
  [['group', 'size'], '3', { group: { tags: ['a', 'b'], size: '3' } }],
])('%j set to %j says the whole attribute anew', (path, value, expected) => {
  expect(setValue(values, path, value)).toEqual(expected);
});
