import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { savePicture, toFileName } from '../../../../electron/services/compare/save-picture.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';

test('the name of a picture is one that a file of a folder can have on every system', () => {
  expect(toFileName('What A and B call ../../etc/<x>:|', 'svg')).toBe('What A and B call ______etc__x___.svg');
  expect(toFileName('خفر السواحل', 'svg')).toBe('خفر السواحل.svg');
  expect(toFileName('...', 'png')).toBe('___.png');
});

test('a picture that the page drew is written as it is', async () => {
  const { corpus, folder } = createTestCorpus();
  const at = join(folder, 'pictures');
  await savePicture(corpus, at, {
    name: 'map',
    kind: 'png',
    content: Buffer.from([137, 80, 78, 71]).toString('base64'),
  });
  expect(readdirSync(at)).toEqual(['map.png']);
  expect([...readFileSync(join(at, 'map.png'))]).toEqual([137, 80, 78, 71]);
});
