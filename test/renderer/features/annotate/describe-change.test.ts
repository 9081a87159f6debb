import { expect, test } from 'vitest';
import type { Label } from '#shared/domain/codebook';
import type { HistoryRow } from '#shared/domain/journal';
import { describeChange } from '../../../../renderer/features/annotate/describe-change.ts';

const labels = [
  { uid: 'l-actor', name: 'actor' },
  { uid: 'l-claim', name: 'claim' },
] as Label[];
const names = { 'e-guard': 'Coast Guard', 'a-min': 'min', 'a-voice': 'voice' };
const change = (before: HistoryRow['before'], after: HistoryRow['after']) =>
  describeChange({ op: 'update', act: 'change tag', before, after }, labels, names);
const value = (attribute: string, number: number) => ({ attribute, path: '0', number });

test.each<[HistoryRow['before'], HistoryRow['after'], string]>([
  [{ label: 'l-actor' }, { label: 'l-claim' }, 'actor changed to claim'],
  [{ entity: null }, { entity: 'e-guard' }, 'linked to Coast Guard'],
  [{ entity: 'e-guard' }, { entity: null }, 'linked to no entity any more'],
  [{ values: [] }, { values: [value('a-min', 3)] }, 'min changed'],
  [{ values: [value('a-min', 3), value('a-voice', 1)] }, { values: [value('a-min', 4)] }, 'min, voice changed'],
  [
    { values: [value('a-min', 3), value('a-voice', 1)] },
    { values: [value('a-min', 4), value('a-voice', 1)] },
    'min changed',
  ],
  [{ note: '' }, { note: 'Ask.' }, 'note changed'],
  [{ spans: [{ start: 0, end: 4 }] }, { spans: [{ start: 0, end: 5 }] }, 'words changed'],
  [{ entity: null, note: '' }, { entity: 'e-guard', note: 'Ask.' }, 'linked to Coast Guard, note changed'],
  [{ layer: 'own' }, { layer: 'settled' }, 'changed'],
])('%j to %j is said as “%s”', (before, after, words) => {
  expect(change(before, after)).toBe(words);
});

test.each<[HistoryRow['op'], HistoryRow['act'], string]>([
  ['insert', 'tag', 'tagged as actor'],
  ['insert', 'undo', 'brought back'],
  ['insert', 'redo', 'brought back'],
  ['delete', 'remove tag', 'removed'],
  ['delete', 'undo', 'tag taken back'],
])('%s by the step “%s” is said as “%s”', (op, act, words) => {
  const record = { label: 'l-actor' };
  const [before, after] = op === 'insert' ? [null, record] : [record, null];
  expect(describeChange({ op, act, before, after }, labels, names)).toBe(words);
});
