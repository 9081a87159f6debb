import { beforeEach, expect, test, vi } from 'vitest';
import type { GalleyEvent } from '#shared/api/contract';
import { gatherChanges } from '../../../renderer/api/gather-changes.ts';

const changed = (articles: string[], annotations: string[] | null): GalleyEvent => ({
  type: 'changed',
  kinds: ['annotation'],
  articles,
  annotations,
  fingerprint: articles.join(),
});

let idle: (() => void)[] = [];
beforeEach(() => {
  idle = [];
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
  return () => vi.unstubAllGlobals();
});

test('changes that come close together are heard as one, once the page is idle; other events at once', async () => {
  const heard: GalleyEvent[] = [];
  const tell = gatherChanges((event) => heard.push(event));
  tell(changed(['a'], ['1']));
  tell({ type: 'settings' });
  tell(changed(['b'], ['1', '2']));
  await Promise.resolve();
  expect(heard).toEqual([{ type: 'settings' }]);
  idle.shift()!();
  expect(heard[1]).toEqual({
    type: 'changed',
    kinds: ['annotation'],
    articles: ['a', 'b'],
    annotations: ['1', '2'],
    fingerprint: 'b',
  });
  tell(changed(['c'], null));
  tell(changed(['c'], ['3']));
  await Promise.resolve();
  idle.shift()!();
  expect(heard[2]).toMatchObject({ articles: ['c'], annotations: null });
  expect(idle).toEqual([]);
});
