import { describe, expect, test } from 'vitest';
import { listHeads, listOpenHeads, toFingerprint } from '../../../../electron/corpus/journal/chain.ts';
import { toCanonicalJson } from '../../../../electron/corpus/journal/canonical-json.ts';
import { hashRow } from '../../../../electron/corpus/journal/hash.ts';
import { iterateStrands } from '../../../../electron/corpus/journal/read-rows.ts';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { checkJournal, startJournalCheck } from '../../../../electron/services/verify/check-journal.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';

const label = (name: string) => ({ name, key: null, excludes: [] });
const heads = (db: ReadDb) =>
  db
    .prepare<[], { payload: string }>(`SELECT payload FROM journal WHERE kind = 'strand' ORDER BY id`)
    .all()
    .map(({ payload }) => (JSON.parse(payload) as { heads: unknown[] }).heads);

describe('the journal', () => {
  test('starts a strand at the first change of each opening, which names the heads that it stands on', () => {
    const made = createTestCorpus();
    const created = listHeads(made.corpus.read);
    expect(created).toHaveLength(1);
    made.reopen();
    expect(listHeads(made.corpus.read)).toEqual(created); // nothing was written yet
    addLabel(made.corpus, made.sara, label('weapon'));
    expect(listHeads(made.corpus.read)).toHaveLength(2);
    expect(heads(made.corpus.read)).toEqual([[], created]);
  });

  test('names only heads that no strand stands on yet, so that it does not grow with the square of the openings', () => {
    const made = createTestCorpus();
    for (const name of ['a', 'b', 'c']) {
      made.reopen();
      addLabel(made.corpus, made.sara, label(name));
    }
    expect(heads(made.corpus.read).map((each) => each.length)).toEqual([0, 1, 1, 1]);
    expect(listHeads(made.corpus.read)).toHaveLength(4);
    expect(listOpenHeads(made.corpus.read)).toHaveLength(1);
  });

  test('holds in every strand, with a clock that goes on over all of them', () => {
    const made = createTestCorpus();
    addLabel(made.corpus, made.sara, label('a'));
    made.reopen();
    addLabel(made.corpus, made.sara, label('b'));
    const check = startJournalCheck();
    Array.from(checkJournal(made.corpus.read, check));
    expect(check).toMatchObject({ strands: 3, problems: [] });
    const lamports = made.corpus.read.prepare('SELECT lamport FROM journal ORDER BY id').pluck().all();
    expect(lamports).toEqual(lamports.map((_, n) => n + 1));
  });

  test('chains each row to the one before it by its header and the hash of its payload', () => {
    const made = createTestCorpus();
    let previous: Buffer | null = null;
    for (const row of iterateStrands(made.corpus.read)) {
      const { strand, number, lamport, step, op, kind, target, article, payloadSha256, hash } = row;
      const header = { strand, number, lamport, step, op, kind, target, article };
      expect(hashRow(header, payloadSha256, previous).equals(hash)).toBe(true);
      previous = hash;
    }
  });

  test('names people and things in headers by uid only', () => {
    const made = createTestCorpus();
    const headers = made.corpus.read
      .prepare(`SELECT group_concat(concat_ws(' ', op, kind, target, article_uid)) FROM journal`)
      .pluck()
      .get();
    expect(headers).not.toContain('Sara');
  });

  test('has one fingerprint for one history, whatever the order of its strands', () => {
    const one = { strand: 'a', number: 3, hash: 'f0' };
    const other = { strand: 'b', number: 1, hash: '0f' };
    expect(toFingerprint([one, other])).toBe(toFingerprint([other, one]));
    expect(toFingerprint([one, other])).not.toBe(toFingerprint([one, { ...other, number: 2 }]));
  });
});

test('canonical JSON gives the same bytes for the same value', () => {
  expect(toCanonicalJson({ b: 1, a: ['é', null, { y: 1e21, x: -0 }] })).toBe(
    '{"a":["é",null,{"x":0,"y":1e+21}],"b":1}',
  );
  expect(() => toCanonicalJson(undefined)).toThrow(/JSON/u);
});
