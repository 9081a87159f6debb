import { expect, it } from 'vitest';
import { EVERYTHING, toFilter, toggle } from '../../../../renderer/features/dataset/dataset-choice.ts';

it('everything is an empty filter', () => {
  expect(toFilter(EVERYTHING)).toEqual({});
});

it('a date that is still being typed counts as none', () => {
  expect(toFilter({ ...EVERYTHING, from: '2019-1', to: ' 2019-02 ' })).toEqual({ to: '2019-02' });
});

it('nothing chosen is not the same as all', () => {
  expect(toFilter({ ...EVERYTHING, labels: [] })).toEqual({ labels: [] });
});

it('what is taken away leaves the others, in their order, and all of them again are everything', () => {
  const all = ['actor', 'location', 'claim'];
  const two = toggle(all, null, 'location');
  expect(two).toEqual(['actor', 'claim']);
  expect(toggle(all, two, 'location')).toBeNull();
});
