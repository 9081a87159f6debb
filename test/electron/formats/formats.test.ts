import { describe, expect, test } from 'vitest';
import { formats, getFormat } from '../../../electron/formats/formats.ts';
import { toDataset, toFileSet, writeInMemory } from '../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../helpers/formats/plain-article.ts';

describe('files that Galley wrote are read by the format that wrote them:', () => {
  test.each(formats.filter(({ reader }) => reader).map(({ name }) => name))('%s', async (name) => {
    const files = await writeInMemory(getFormat(name), toDataset([plainArticle('Ann met Bob', ['actor', 0, 3])]));
    files.set('README.md', Buffer.from('# Two harbours\n'));
    const first = formats.find(({ reader }) => reader?.recognises(toFileSet(files)));
    expect(first?.name).toBe(name);
  });
});
