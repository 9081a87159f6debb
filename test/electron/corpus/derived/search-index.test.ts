import { expect, test } from 'vitest';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { searchIndex } from '../../../../electron/corpus/derived/search-index.ts';
import { deleteSomeRemoved, discardBatch } from '../../../../electron/services/discard-batch.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

/** Uids of articles whose title or text has these tokens, or rowids where there is no such article. */
const find = (db: ReadDb, match: string) =>
  db
    .prepare<[string], string>(
      `SELECT coalesce(a.uid, s.rowid) FROM search_index s LEFT JOIN article a ON a.id = s.rowid
       WHERE search_index MATCH ? ORDER BY s.rowid`,
    )
    .pluck()
    .all(match);

const rebuild = ({ corpus }: TestCorpus) => Array.from(rebuildTable(corpus.writer!.db, searchIndex));

test('an article is indexed by its folded words in the transaction that brings it', async () => {
  const made = createTestCorpus();
  const uid = await made.importText(SAMPLE_TEXT);
  for (const match of ['"ferry"', '"ann dell"', '"العباره"', 'fer*', 'title : "harbour"'])
    expect(find(made.corpus.read, match), match).toEqual([uid]);
  expect(find(made.corpus.read, '"harbor"')).toEqual([]);
});

test('a new title is found and the old one is not, and undo turns that back', async () => {
  const made = createTestCorpus();
  const uid = await made.importText(SAMPLE_TEXT);
  editArticle(made.corpus, made.sara, uid, { title: 'Fähre' });
  expect(find(made.corpus.read, 'title : "fahre"')).toEqual([uid]);
  expect(find(made.corpus.read, 'title : "harbour"')).toEqual([]);
  undo(made.corpus, made.sara, false);
  expect(find(made.corpus.read, 'title : "harbour"')).toEqual([uid]);
});

test('a tag does not touch the index', async () => {
  const made = createTestCorpus();
  const uid = await made.importText(SAMPLE_TEXT);
  const { db } = made.corpus.writer!;
  const look = () => db.prepare('SELECT id, hex(block) AS block FROM search_index_data ORDER BY id').all();
  const before = look();
  made.tag(uid, 'actor', 0, 15);
  expect(look()).toEqual(before);
});

test('what is taken away with an unfinished import leaves no word behind', async () => {
  const made = createTestCorpus();
  await made.importText(SAMPLE_TEXT);
  const { db } = made.corpus.writer!;
  const batch = db.prepare<[], string>('SELECT uid FROM batch').pluck().get()!;
  writeStep(made.corpus, made.sara, 'import', (step) => step.update('batch', batch, { state: 'open' }));
  discardBatch(made.corpus, batch);
  deleteSomeRemoved(db);
  expect(find(db, '"ferry"')).toEqual([]);
});

test('made anew it finds the same, and nothing that is not in the texts', async () => {
  const made = createTestCorpus();
  const uids = [await made.importText(SAMPLE_TEXT), await made.importText('Other words of a ferry.', 'b.txt')];
  made.corpus.writer!.db.exec(`INSERT INTO search_index (rowid, title, text) VALUES (77, 'ferry', 'stray')`);
  rebuild(made);
  expect(find(made.corpus.read, '"ferry"')).toEqual(uids);
  expect(find(made.corpus.read, '"stray"')).toEqual([]);
});

test('more articles than one slice holds are all indexed when it is made anew', async () => {
  const made = createTestCorpus();
  const rows = Array.from({ length: 230 }, (_, n) => `T${n},"Words of number w${n} here."`);
  await made.import(
    { 'table.csv': ['title,text', ...rows].join('\n') },
    { options: { map: { title: 'title', text: 'text' } } },
  );
  expect(rebuild(made).map(({ done }) => done)).toEqual([100, 200]);
  expect([0, 99, 100, 229].map((n) => find(made.corpus.read, `"w${n}"`).length)).toEqual([1, 1, 1, 1]);
});
