import { expect, test } from 'vitest';
import { deriveUid } from '../../../../electron/corpus/derive-uid.ts';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { contentsOf, forge, forkCorpora, merge, refusalOf, preview, type ForgedRow } from '../../../helpers/merge.ts';

const UID = '0190aaaa-0000-7000-8000-00000000000a';
const OTHER = '0190aaaa-0000-7000-8000-00000000000b';

/** A mine and a theirs, in which rows were forged whose hashes hold; gives what is said of it, and whether mine is as it was. */
async function refuse(toRows: (facts: { article: string; annotation: string; record: object }) => ForgedRow[]) {
  const { copies, article, annotation } = await forkCorpora(2);
  const [mine, theirs] = copies as [(typeof copies)[0], (typeof copies)[0]];
  const record = findRecord(theirs.corpus.read, 'annotation', annotation)!;
  forge(theirs, toRows({ article, annotation, record: { ...record, batch: null } }));
  const before = contentsOf(mine);
  const rows = () => mine.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
  const rowsBefore = rows();
  const code = await refusalOf(merge(mine, theirs));
  expect(await refusalOf(preview(mine, theirs))).toBe(code);
  expect(contentsOf(mine)).toBe(before);
  expect(rows()).toBe(rowsBefore);
  return code;
}

const insert = (kind: string, after: unknown, target = UID): ForgedRow => ({
  op: 'insert',
  kind,
  target,
  payload: { before: null, after },
});

const forged: Record<string, (facts: { article: string; annotation: string; record: object }) => ForgedRow[]> = {
  'a span off its text': ({ record }) => [
    insert('annotation', { ...record, spans: [{ start_offset: 99_990, end_offset: 99_999, quote: 'Harbour' }] }),
  ],
  'a span on other words than it says': ({ record }) => [
    insert('annotation', { ...record, spans: [{ start_offset: 0, end_offset: 7, quote: 'Harboor' }] }),
  ],
  'a value’s words that are not there': ({ article, record }) => [
    insert('annotation', {
      ...record,
      values: [
        {
          attribute: deriveUid('attribute', 'claim', 'attribution'),
          path: '',
          text: null,
          number: null,
          entity: null,
          article,
          start_offset: 3,
          end_offset: 9,
          quote: 'never said',
        },
      ],
    }),
  ],
  'a kind that nobody knows': () => [insert('virus', { name: 'x' })],
  'a field that nobody knows': ({ record }) => [insert('annotation', { ...record, colour: 'red' })],
  'a field of another type': ({ record }) => [insert('annotation', { ...record, note: { deep: true } })],
  'no list where one belongs': ({ record }) => [insert('annotation', { ...record, spans: 'all' })],
  'what a check of the tables refuses': ({ record }) => [insert('annotation', { ...record, layer: 'underground' })],
  'a label that neither has': ({ record }) => [insert('annotation', { ...record, label: OTHER })],
  'an article that neither has': ({ record }) => [insert('annotation', { ...record, article: OTHER })],
  'one uid for two things': ({ annotation }) => [
    { op: 'update', kind: 'entity', target: annotation, payload: { before: { name: 'x' }, after: { name: 'y' } } },
  ],
  'an article without its text': () => [
    insert('article', {
      text: 'ab'.repeat(32),
      source: 'cd'.repeat(32),
      source_name: 'x.txt',
      encoding: 'utf-8',
      place: 'range',
      place_start: 0,
      place_end: 9,
      outlet: null,
      title: 'x',
      byline: null,
      date_written: null,
      year: null,
      month: null,
      day: null,
      language: null,
      address: null,
      version_of: null,
      batch: null,
      meta: [],
      blocks: [],
    }),
  ],
  'an annotation that corrects itself by way of another': ({ record }) => [
    insert('annotation', { ...record, revises: null }, UID),
    insert('annotation', { ...record, revises: UID }, OTHER),
    {
      op: 'update',
      kind: 'annotation',
      target: UID,
      payload: { before: { revises: null }, after: { revises: OTHER } },
    },
  ],
  'two that were merged into one another': () => [
    insert('outlet', { name: 'a', entity: null, merged_into: null, batch: null, aliases: [] }, UID),
    insert('outlet', { name: 'b', entity: null, merged_into: UID, batch: null, aliases: [] }, OTHER),
    {
      op: 'update',
      kind: 'outlet',
      target: UID,
      payload: { before: { merged_into: null }, after: { merged_into: OTHER } },
    },
  ],
  'a payload that is no record': () => [insert('annotation', null)],
  'a payload that no work makes': ({ record }) => [insert('annotation', { ...record, note: 'x'.repeat(33 << 20) })],
};

test.for(Object.keys(forged))('a copy whose journal holds %s is refused, and nothing is changed', async (name) => {
  expect(await refuse(forged[name]!)).toBe('merge-unsound');
});
