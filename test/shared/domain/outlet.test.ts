import { expect, test } from 'vitest';
import { isWordOfOutlet } from '#shared/domain/outlet';

test.each([
  ['the outlet, named as such', { entity: null, text: 'the outlet' }, null, true],
  ['the entity that the outlet is', { entity: 'sana', text: null }, 'sana', true],
  ['another entity', { entity: 'amaq', text: null }, 'sana', false],
  ['an entity, of an outlet that is none', { entity: 'sana', text: null }, null, false],
  ['somebody unnamed, of an outlet that is no entity', { entity: null, text: 'unnamed' }, null, false],
])('whether a claim is the outlet’s own word: %s', (_, who, outletEntity, isOwn) => {
  expect(isWordOfOutlet(who, outletEntity)).toBe(isOwn);
});
