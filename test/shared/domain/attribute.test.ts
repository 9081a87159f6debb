import { expect, test } from 'vitest';
import { AttributeId } from '#shared/domain/ids';
import { listToFill, NewAttribute, type Attribute } from '#shared/domain/attribute';

const make = (name: string, more: Partial<Attribute> = {}): Attribute => ({
  uid: AttributeId.parse('aaaaaaaa-0000-8000-8000-000000000000'),
  name,
  type: 'text',
  isList: false,
  isRequired: true,
  guideline: '',
  options: [],
  fields: [],
  retired: false,
  ...more,
});
const group = (name: string, more: Partial<Attribute> = {}) =>
  make(name, { type: 'group', fields: [make('a'), make('b', { isRequired: false })], ...more });

test('what is required is to be filled, in groups that are there too; what is retired is not', () => {
  const attributes = [
    make('note'),
    make('old', { retired: true }),
    make('free', { isRequired: false }),
    group('one', { isRequired: false }),
    group('many', { isList: true }),
  ];
  expect(listToFill(attributes, {})).toEqual(['note', 'many']);
  expect(listToFill(attributes, { note: 'x', one: { b: 'y' }, many: [{ a: 'z' }, { b: 'y' }] })).toEqual([
    'one.a',
    'many.1.a',
  ]);
});

test('an option stands there once, in whatever case, and groups are not put into groups', () => {
  const options = [{ value: 'Killed' }, { value: 'killed' }];
  expect(NewAttribute.safeParse({ name: 'unit', type: 'choice', options }).success).toBe(false);
  const fields = [{ name: 'a', type: 'group' }];
  expect(NewAttribute.safeParse({ name: 'figures', type: 'group', fields }).success).toBe(false);
});
