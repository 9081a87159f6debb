import { expect, test } from 'vitest';
import { labelStudio } from '../../../../electron/formats/label-studio/label-studio-format.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { recheckChanged } from '../../../helpers/formats/tamper.ts';

const item = plainArticle('👍🏽 Ann met Bob', ['claim', 5, 8]);
item.annotations[0]!.attributes = { choice: 'one' };

test.each([
  ['a value that nobody may choose', '"choices":["one"]', '"choices":["none"]'],
  [
    'a value that stands elsewhere than its tag',
    '"value":{"start":3,"end":6,"choices"',
    '"value":{"start":3,"end":7,"choices"',
  ],
  ['a unit that was not asked for', '"unit":"codepoint"', '"unit":"utf16"'],
])('%s does not check out', async (_, from, to) => {
  expect(await recheckChanged(labelStudio, item, 'tasks.json', from, to)).not.toEqual([]);
});

test('offsets in another unit than was asked for do not check out', async () => {
  const files = await writeInMemory(labelStudio, toDataset([item]));
  const asked = toDataset([], { options: { unit: 'utf16' } });
  expect((await labelStudio.recheck(toWritten(files), asked)).mismatches).not.toEqual([]);
});
