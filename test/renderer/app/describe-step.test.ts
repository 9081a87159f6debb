import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '#shared/domain/journal';
import { StepId } from '#shared/domain/ids';
import { findTouchedTag } from '../../../renderer/app/describe-step.ts';

const step = StepId.parse('00000001-0001-7000-8000-000000000001');
const row = (kind: string, op: HistoryRow['op'], rest: Partial<HistoryRow> = {}): HistoryRow => ({
  seq: 1,
  at: '2026-01-02T03:04:05.000Z',
  annotator: 'Sara',
  act: 'redo',
  step,
  op,
  kind,
  target: 'the tag',
  before: null,
  after: null,
  ...rest,
});
const made = row('annotation', 'insert', {
  after: { article: 'an article', note: '', spans: [{ start_offset: 5, end_offset: 10, quote: 'jetty' }] },
});

describe('the rows of a step', () => {
  it('tell where the tag stands, which a change alone does not hold', () => {
    const change = row('annotation', 'update', { before: { note: '' }, after: { note: 'new' } });
    expect(findTouchedTag([change], [change, made])).toEqual({
      annotation: 'the tag',
      article: 'an article',
      start: 5,
      quote: 'jetty',
      stands: true,
    });
  });

  it('tell where a tag stood that is gone', () => {
    const gone = row('annotation', 'delete', { before: made.after });
    expect(findTouchedTag([gone], [gone, made])).toMatchObject({ start: 5, stands: false });
  });

  it('name no place where several tags changed, or none', () => {
    expect(findTouchedTag([made, made], [made])).toBeUndefined();
    expect(findTouchedTag([row('article', 'update')], [])).toBeUndefined();
  });
});
