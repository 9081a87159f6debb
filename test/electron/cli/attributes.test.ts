import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { addAttribute, toValuesInput, type AttributeOptions } from '../../../electron/cli/attributes.ts';

const parse = (...pairs: string[]) =>
  toValuesInput(pairs.reduce<AttributeOptions | undefined>((before, pair) => addAttribute(pair, before), undefined)!);

test.each<[string[], object]>([
  [['verdict=confirmed'], { verdict: 'confirmed' }],
  [['note=a=b.c'], { note: 'a=b.c' }],
  [['note='], { note: '' }],
  [['event date=2019'], { 'event date': '2019' }],
  [['tags=a', 'tags=b'], { tags: ['a', 'b'] }],
  [
    ['figures.1.min=2', 'figures.0.min=1', 'figures.0.what=men'],
    { figures: [{ min: '1', what: 'men' }, { min: '2' }] },
  ],
  [['figures.min=4'], { figures: { min: '4' } }],
  [['__proto__=x'], JSON.parse('{"__proto__":"x"}') as object],
])('%j is read by its paths', (pairs, values) => {
  expect(parse(...pairs)).toEqual(values);
});

test.each([['verdict'], ['=x'], ['.=x'], ['a..b=x'], ['a=x', 'a.b=y'], ['a.b=x', 'a=y']])(
  '%j is refused',
  (...pairs) => {
    expect(() => parse(...pairs)).toThrow(InvalidArgumentError);
  },
);
