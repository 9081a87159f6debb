import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import { emptyDocument } from '../../../../electron/formats/found.ts';
import { guardCell, unguardCell } from '../../../../electron/formats/side-files/guard-cell.ts';
import { readSideFiles } from '../../../../electron/formats/side-files/read-side-files.ts';
import {
  headRelations,
  keepRelations,
  listLostRelations,
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

test('every article has its row, however many there are', () => {
  const items = Array.from({ length: 205 }, (_, n) => {
    const item = plainArticle('Ann');
    item.article.uid = ArticleId.parse(`0000${String(n).padStart(4, '0')}-00a1-8000-8000-000000000001`);
    return item;
  });
  const text = [...writeArticles(items, () => [])].map((chunk) => ('text' in chunk ? chunk.text : '')).join('');
  const side = readSideFiles(toFileSet(new Map([['articles.csv', Buffer.from(text)]])));
  expect(side.documents('')).toEqual(items.map(({ article }) => article.uid));
});

test('a relation goes along only where both of its ends do', () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  const [a, b] = item.annotations.map(({ uid }) => uid as string) as [string, string];
  const relate = (uid: string, from: string, to: string, toArticle: string = item.article.uid) =>
    item.relations.push({
      ...{ uid, from, to, toArticle, kind: 'part of', isSymmetric: false },
      ...{ note: '', annotator: 'Sara', state: 'unchecked' },
    });
  relate('whole', a, b);
  relate('back', b, a);
  relate('away', a, b, 'another');
  const isWritten = (uid: string) => uid === a;
  expect(keepRelations(item, () => true).map(({ uid }) => uid)).toEqual(['whole', 'back']);
  expect(keepRelations(item, isWritten)).toEqual([]);
  expect(listLostRelations(item, isWritten).map(({ annotation }) => annotation)).toEqual(['whole', 'back', 'away']);
});
