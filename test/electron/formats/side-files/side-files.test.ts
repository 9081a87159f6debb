import { expect, test } from 'vitest';
import { emptyDocument } from '../../../../electron/formats/found.ts';
import { guardCell, unguardCell } from '../../../../electron/formats/side-files/guard-cell.ts';
import { readSideFiles } from '../../../../electron/formats/side-files/read-side-files.ts';
import {
  headRelations,
  toRelationRows,
  writeArticles,
} from '../../../../electron/formats/side-files/write-side-files.ts';
import { toFileSet } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';

test('a cell that a spreadsheet would run is guarded, and can be had back', () => {
  const cells = ['=1', '+x', '-1', '@x', '\tx', "'=1", "''-", "it's", '', 'x=1'];
  expect(cells.map(guardCell).filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
  expect(cells.map(guardCell).map(unguardCell)).toEqual(cells);
});

test('a table of somebody else is passed over, and one of ours that is broken is refused with its line', () => {
  const read = (text: string) => readSideFiles(toFileSet(new Map([['articles.csv', Buffer.from(text)]]))).documents('');
  expect(read('id,text\n1,"a\n')).toEqual([]);
  expect(() => read('document,sha256,title,outlet,date,language,address\nx,y,z"z,"\n')).toThrow(
    expect.objectContaining({ code: 'format-invalid', values: expect.objectContaining({ line: 2 }) }),
  );
});

test('what is known of a document and its relations is had back, folder by folder', () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  Object.assign(item.article, { title: '=A "title",\nof two lines', outlet: 'وكالة', date: '2024-03' });
  item.relations.push({
    uid: 'r',
    kind: 'part of',
    isSymmetric: false,
    from: 'a',
    to: 'b',
    toArticle: item.article.uid,
    note: '-',
    annotator: 'Sara',
    state: 'accepted',
  });
  const texts = new Map<string, string>();
  for (const chunk of [...writeArticles([item], () => []), headRelations(), ...toRelationRows(item)])
    if ('text' in chunk) texts.set(chunk.file, (texts.get(chunk.file) ?? '') + chunk.text);
  const files = new Map([...texts].map(([name, text]) => [`train/${name}`, Buffer.from(text)]));
  const side = readSideFiles(toFileSet(files));
  const { uid } = item.article;
  expect([side.documents('train/'), side.documents('test/')]).toEqual([[uid], []]);
  const document = emptyDocument('x', 'x');
  side.describe(document, uid, 'test/');
  expect(document.uid).toBe(null);
  side.describe(document, uid, 'train/');
  expect(document).toMatchObject({
    uid,
    sha256: item.article.sha256,
    title: '=A "title",\nof two lines',
    outlet: 'وكالة',
    date: '2024-03',
    relations: [{ uid: 'r', kind: 'part of', from: 'a', to: 'b', annotator: 'Sara', state: 'accepted', note: '-' }],
  });
});
