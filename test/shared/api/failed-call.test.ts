import { expect, it } from 'vitest';
import { internalFailure, parseInput, toFailedCall } from '#shared/api/failed-call';
import { ExpectedError } from '#shared/errors';

it('input is what a handler gets, with its defaults', () => {
  expect(parseInput('articles:list', { offset: 3 })).toEqual({
    ok: true,
    value: { filter: {}, offset: 3, limit: 200 },
  });
});

it('bad input is refused by the names of what is wrong', () => {
  const refused = parseInput('articles:list', { offset: -1, limit: 'all' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  const { detail } = (refused as unknown as { error: { values: { detail: string } } }).error.values;
  expect(detail).toMatch(/^offset: .*; limit: /);
  expect(detail).not.toMatch(/[{}[\]\n]/);
});

it('a failure that the call declares is its answer; any other is logged and comes back as the neutral one', () => {
  const logged: unknown[] = [];
  const log = (error: unknown) => void logged.push(error);
  const declared = new ExpectedError('handle-unknown');
  expect(toFailedCall('corpus:open', declared, log)).toEqual({ ok: false, error: declared.toFailure() });
  expect(logged).toEqual([]);
  const bugs = [new ExpectedError('nothing-to-undo'), new TypeError('x is not a function'), undefined];
  for (const bug of bugs) expect(toFailedCall('corpus:open', bug, log)).toBe(internalFailure);
  expect(logged).toEqual(bugs);
});
