import { expect, test } from 'vitest';
import { EntityId } from '#shared/domain/ids';
import { csv } from '../../../../electron/formats/csv/csv-format.ts';
import type { DatasetEntity } from '../../../../electron/formats/format.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { recheckChanged } from '../../../helpers/formats/tamper.ts';

const item = plainArticle('👍🏽 Ann met Bob', ['actor', 5, 8]);
item.annotations[0]!.spans.push({ start: 13, end: 16, quote: 'Bob' });

test.each([
  ['a part in UTF-16 that is another', '5:8 13:16', '5:8 12:15'],
  ['a part in code points that is another', '3:6 11:14', '3:5 11:14'],
  ['a first part that begins before the words', '3:6 11:14,5:8 13:16', '2:6 11:14,4:8 13:16'],
  ['a last part that ends before the words', '3:6 11:14,5:8 13:16', '3:6 11:13,5:8 13:15'],
  ['an article that is not there', /,0000(?=0001-00a1)/u, ',0001'],
])('%s does not check out', async (_, from, to) => {
  expect(await recheckChanged(csv, item, 'annotations.csv', from, to)).not.toEqual([]);
});

test('an entity that is named and not described does not check out', async () => {
  const uid = EntityId.parse('000000e0-0001-7000-8000-000000000001');
  const details = { description: '', latitude: null, longitude: null, refs: [], aliases: [] };
  const entity: DatasetEntity = { uid, label: 'actor', kind: null, name: 'Ann', aliases: ['Ann'], details };
  const tagged = plainArticle('Ann', ['actor', 0, 3]);
  Object.assign(tagged.annotations[0]!, { entity: 'Ann', entityUid: uid });
  const dataset = toDataset([tagged], { entities: () => [entity] });
  const files = await writeInMemory(csv, dataset);
  expect((await csv.recheck(toWritten(files), dataset)).mismatches).toEqual([]);
  files.set(
    'entities.csv',
    Buffer.from(Buffer.from(files.get('entities.csv')!).toString().replace('e0-0001', 'e0-0002')),
  );
  expect((await csv.recheck(toWritten(files), dataset)).mismatches).toEqual([`entity ${uid}`]);
});
