import { expect, it } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { chooseName, readAsItLooks, toAsked } from '../../../../renderer/features/read-back/reading-choice.ts';

const files = [{ handle: Handle.parse('00000000-0000-4000-8000-000000000000'), name: 'work.zip' }];

it('files are first read as they look, as the work of whoever imports', () => {
  expect(toAsked(readAsItLooks(files))).toEqual({
    files: ['00000000-0000-4000-8000-000000000000'],
    format: 'auto',
    unit: 'auto',
    mapping: [],
    annotator: null,
  });
});

it('a name stands for what was said of it last; the same word for something else is another name', () => {
  const first = chooseName([], { sort: 'label', theirs: 'ORG', ours: 'actor' });
  const both = chooseName(first, { sort: 'attribute', theirs: 'ORG', ours: null });
  expect(chooseName(both, { sort: 'label', theirs: 'ORG', ours: 'organisation' })).toEqual([
    { sort: 'attribute', theirs: 'ORG', ours: null },
    { sort: 'label', theirs: 'ORG', ours: 'organisation' },
  ]);
});
