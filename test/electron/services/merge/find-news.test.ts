import { expect, test } from 'vitest';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { mergeCorpora } from '../../../../electron/services/merge/merge-corpora.ts';
import { copyTestCorpus, createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { contentsOf, damage, forkCorpora, merge, refusalOf, problemsOf } from '../../../helpers/merge.ts';

test('a common strand that tells otherwise in both is a sign of tampering', async () => {
  // the same corpus, made twice with the same uids, but for the words of a note
  const [mine, theirs] = await Promise.all(
    ['as it was', 'as it was not'].map(async (note) => {
      const made = createTestCorpus();
      const article = await made.importText(SAMPLE_TEXT);
      createAnnotation(made.corpus, made.sara, {
        article,
        label: 'actor',
        spans: [{ start: 0, end: 7 }],
        attributes: {},
      });
      made.tag(article, 'claim', 0, note.length);
      return made;
    }),
  );
  const before = contentsOf(mine!);
  expect(await refusalOf(merge(mine!, theirs!))).toBe('merge-tampered');
  expect(contentsOf(mine!)).toBe(before);
});

test.for([
  [
    'a payload',
    `UPDATE journal SET payload = replace(payload, '"note":""', '"note":"forged"') WHERE id = (SELECT max(id) FROM journal WHERE kind = 'annotation')`,
  ],
  ['a hash', `UPDATE journal SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM journal)`],
  ['a row in the middle', `UPDATE journal SET lamport = lamport - 1 WHERE id = (SELECT max(id) - 1 FROM journal)`],
  ['a row that is gone', 'DELETE FROM journal WHERE id = (SELECT max(id) - 1 FROM journal)'],
])('a copy in whose journal %s was changed is refused', async ([, sql]) => {
  const { copies, article } = await forkCorpora(2);
  const [mine, theirs] = copies as [(typeof copies)[0], (typeof copies)[0]];
  theirs.tag(article, 'actor', 20, 25);
  damage(theirs, sql!);
  expect(inspectCorpus(theirs.path, 'whole')).not.toBeNull();
  const before = contentsOf(mine);
  expect(await refusalOf(merge(mine, theirs))).toBe('corpus-damaged');
  // so it is where it was not looked at, or changed since
  const request = { path: theirs.path, otherCorpus: false, sameNames: false, choices: {} };
  const unseen = mergeCorpora(mine.corpus, mine.sara, request, { check: () => Promise.resolve(null) }, noJob);
  expect(await refusalOf(unseen)).toBe('merge-unsound');
  expect(contentsOf(mine)).toBe(before);
});

test('a copy that was made while its corpus was open is merged both ways, whatever the other one went on writing', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.corpus.writer!.db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = copyTestCorpus(made.path, { seed: 7 }); // of an opening that has not ended
  made.tag(article, 'actor', 0, 7);
  copy.tag(article, 'claim', 8, 15);

  await merge(copy, made);
  await merge(made, copy);
  made.tag(article, 'location', 20, 25);
  await merge(copy, made);

  expect(contentsOf(copy)).toBe(contentsOf(made));
  expect(copy.corpus.read.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(3);
  for (const each of [made, copy]) expect(await problemsOf(each)).toEqual([]);
  copy.reopen();
  copy.tag(article, 'actor', 30, 33);
  await merge(made, copy);
  expect(contentsOf(copy)).toBe(contentsOf(made));
  for (const each of [made, copy]) expect(await problemsOf(each)).toEqual([]);
});
