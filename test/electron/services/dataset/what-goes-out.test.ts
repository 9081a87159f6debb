import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DatasetChoice, FormatName, type DatasetChoiceInput } from '#shared/domain/dataset';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { exportDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { chooseArticles } from '../../../../electron/services/dataset/iterate-dataset.ts';
import type { Chunk } from '../../../../electron/formats/format.ts';
import { jsonl } from '../../../../electron/formats/jsonl/jsonl-format.ts';
import { getFormat } from '../../../../electron/formats/formats.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { take } from '../../../helpers/interchange.ts';

let sets = 0;
/** Writes a dataset; gives its files by name. */
async function write(made: TestCorpus, choice: Omit<DatasetChoiceInput, 'format'> = {}) {
  const folder = join(made.folder, `set-${(sets += 1)}`);
  await exportDataset(made.corpus, { format: 'jsonl', ...choice }, folder, noJob);
  return (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
}
type Line = { annotations: Record<string, unknown>[]; relations: Record<string, unknown>[] };
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line & Record<string, unknown>);

test('where people go by number nothing that goes out has their names: tags, relations, nor what was chosen', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const [from, to] = [
    made.tag(article, 'claim', 0, 7, 'Omar Haddad'),
    made.tag(article, 'claim', 8, 15, 'Omar Haddad'),
  ];
  const ends = { from: from.uid, to: to.uid };
  createRelation(made.corpus, made.person('Omar Haddad'), { kind: 'contradicts', ...ends, note: '' });
  for (const names of ['numbers', 'initials'] as const) {
    const read = await write(made, { names, filter: { layer: 'own', annotators: ['Omar Haddad', 'Sara'] } });
    const [line] = linesOf(read('articles.jsonl'));
    expect([line!.annotations.length, line!.relations.length]).toEqual([2, 1]);
    for (const file of ['articles.jsonl', 'README.md']) expect(read(file)).not.toMatch(/Haddad|Sara/u);
  }
});

test('only tags of the entities that are chosen go out, and those of none do not', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  for (const name of ['Harbour', 'council']) {
    addTestEntity(made, 'actor', `The ${name}`);
    const start = SAMPLE_TEXT.indexOf(name);
    const spans = [{ start, end: start + name.length }];
    createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans, entity: `The ${name}` });
  }
  made.tag(article, 'actor', SAMPLE_TEXT.indexOf('votes'), SAMPLE_TEXT.indexOf('votes') + 5);
  const read = await write(made, { filter: { entities: ['The council'] } });
  expect(linesOf(read('articles.jsonl'))[0]!.annotations).toMatchObject([{ entity: 'The council' }]);
  expect(linesOf(read('entities.jsonl')).map((line) => line['name'])).toEqual(['The council']);
});

test('where links by rule stay out, nothing says which entity they were to', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  addTestEntity(made, 'actor', 'Harbour');
  made.tag(article, 'actor', 0, 7);
  const read = await write(made, { links: 'person' });
  expect(linesOf(read('articles.jsonl'))[0]!.annotations).toMatchObject([
    { entity: null, entity_uid: null, entity_link: null },
  ]);
  expect(read('entities.jsonl')).toBe('');
});

test('an event card has the claims that go out, a correction in the place of what it corrects, and none that was rejected', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const claims = [0, 8, 16].map((start) => made.tag(article, 'claim', start, start + 5).uid);
  createCluster(made.corpus, made.sara, { title: 'The ferry', claims });
  const opinion = { reason: 'edge', comment: '' } as const;
  createReview(made.corpus, made.person('Omar'), { annotation: claims[0]!, decision: 'rejected', ...opinion });
  const correction = { spans: [{ start: 8, end: 15 }] };
  createReview(made.corpus, made.person('Omar'), {
    annotation: claims[1]!,
    decision: 'corrected',
    correction,
    ...opinion,
  });
  const read = await write(made);
  const [line] = linesOf(read('articles.jsonl'));
  const uids = line!.annotations.map(({ id }) => id).sort();
  expect(uids).toHaveLength(2);
  expect(linesOf(read('event-cards.jsonl')).map(({ members }) => members)).toEqual([uids]);
});

test('all articles go out where they are more than are read at once', async () => {
  const made = createTestCorpus();
  const rows = Array.from({ length: 401 }, (_, n) => `Title ${n},Words of article ${n}.`);
  await made.import({ 'table.csv': `title,text\n${rows.join('\n')}\n` });
  const chosen = chooseArticles(made.corpus.read, DatasetChoice.parse({ format: 'jsonl' }));
  expect(chosen.uids).toHaveLength(401);
  expect(Array.from(chosen.iterate(chosen.uids), ({ article }) => article.uid)).toEqual(chosen.uids);
});

test('a text that is not the one that was imported goes out in no format', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { db } = made.corpus.writer!;
  db.exec(`DROP TRIGGER article_text_is_only_added_to; UPDATE article_text SET text = replace(text, 'ferry', 'berry')`);
  for (const format of ['jsonl', 'claimreview'] as const)
    await expect(write(made, { format } as object)).rejects.toMatchObject({
      code: 'export-mismatch',
      values: { detail: `text of ${article}` },
    });
});

test.for(FormatName.options)(
  '%s goes out in parts, and comes back with all relations that are not said to be lost',
  async (format) => {
    const made = createTestCorpus();
    const claims: string[] = [];
    for (const words of ['Omar shut the pier.', 'Sara let it open.']) {
      const article = await made.importText(words, `${words}.txt`);
      claims.push(made.tag(article, 'claim', 0, 4).uid, made.tag(article, 'claim', 5, 8).uid);
    }
    const [a, b, c, d] = claims as [string, string, string, string];
    for (const [from, to] of [
      [a, b],
      [b, c],
      [d, a],
    ] as const)
      createRelation(made.corpus, made.sara, { kind: 'contradicts', from, to, note: '' });
    const split = { shares: { train: 0.5, dev: 0, test: 0.5 }, seed: 1 };
    const report = await exportDataset(made.corpus, { format, split }, join(made.folder, 'set'), noJob);
    expect(report.relations).toBe(3);
    if (getFormat(format).reader === undefined) return;
    const lost = report.lost.find(({ kind }) => kind === 'relation')?.count ?? 0;
    const other = createTestCorpus({ seed: 2 });
    expect(await take(other, [join(made.folder, 'set')])).toMatchObject({
      articles: { imported: 2 },
      annotations: { added: 4 },
      relations: { added: 3 - lost },
    });
  },
);

test.each<[string, (line: Line) => object | null, RegExp]>([
  ['an article', () => null, /^0 of 1 articles$/u],
  ['a tag', (line) => ({ ...line, annotations: line.annotations.slice(0, 2) }), /^2 of 3 annotations$/u],
  ['a relation', (line) => ({ ...line, relations: [] }), /^0 of 1 relations$/u],
])('where a writer leaves out %s the dataset is not kept', async (_, leaveOut, detail) => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const tags = [0, 8, 16].map((start) => made.tag(article, 'claim', start, start + 5).uid);
  const ends = { from: tags[0]!, to: tags[1]! };
  createRelation(made.corpus, made.sara, { kind: 'contradicts', ...ends, note: '' });
  const { write: writeWhole } = jsonl;
  onTestFinished(() => {
    jsonl.write = writeWhole;
  });
  jsonl.write = function* (dataset) {
    for (const chunk of writeWhole(dataset) as Iterable<Chunk>) {
      const line = chunk.file === 'articles.jsonl' && 'text' in chunk && chunk.text !== '' ? chunk.text : null;
      const left = line === null ? null : leaveOut(JSON.parse(line) as Line);
      yield line === null ? chunk : { file: chunk.file, text: left === null ? '' : `${JSON.stringify(left)}\n` };
    }
  };
  const run = exportDataset(made.corpus, { format: 'jsonl' }, join(made.folder, 'set'), noJob);
  await expect(run).rejects.toMatchObject({
    code: 'export-mismatch',
    values: { detail: expect.stringMatching(detail) as string },
  });
  expect(existsSync(join(made.folder, 'set'))).toBe(false);
});
