import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recogniseFiles } from '../../../../electron/services/interchange/recognise.ts';
import { createTestFolder, noJob } from '../../../helpers/corpus.ts';

it('files that a page sent are told together by their own names, not by those that they lie under', async () => {
  const folder = createTestFolder();
  const sent = { 'pier.ann': 'T1\tORG 0 4\tPier\n', 'wall.txt': 'Wall shut\n', 'pier.txt': 'Pier shut\n' };
  const given = Object.entries(sent).map(([name, text], n) => {
    const path = join(folder, `token-${n}`);
    writeFileSync(path, text);
    return { path, name };
  });
  expect(await recogniseFiles(given, null, noJob)).toEqual([
    { format: 'brat', files: [0, 2] },
    { format: null, files: [1] },
  ]);
});
