import { createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { unpackZip } from '../../../electron/zip/unpack-zip.ts';
import { createTestFolder } from '../../helpers/corpus.ts';

async function pack(files: Record<string, Buffer | string>): Promise<string> {
  const path = join(createTestFolder(), 'in.zip');
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function unpack(path: string) {
  const folder = join(createTestFolder(), 'out');
  mkdirSync(folder);
  return { folder, done: unpackZip({ path, name: 'in.zip', sizeBytes: statSync(path).size }, folder) };
}

test('the files of a ZIP are unpacked under their names, without what systems put beside them', async () => {
  const { folder, done } = unpack(
    await pack({ 'a/b.txt': 'one', 'c.txt': 'two', '__MACOSX/c.txt': 'x', 'a/.DS_Store': 'x' }),
  );
  expect(await done).toEqual(['a/b.txt', 'c.txt']);
  expect(existsSync(join(folder, 'a', 'b.txt'))).toBe(true);
  expect(existsSync(join(folder, '__MACOSX'))).toBe(false);
});

test('a ZIP that unpacks to more than a hundred times its size is refused', async () => {
  const { done } = unpack(await pack({ 'zeros.txt': Buffer.alloc(4_000_000) }));
  await expect(done).rejects.toMatchObject({ code: 'archive-bomb' });
});

test('a name that leads out of the folder is refused, and a damaged ZIP too', async () => {
  const path = await pack({ 'aa/evil.txt': 'x', 'bb.txt': 'y' });
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(path).toString('latin1');
  for (const name of ['../evil.txt', '/a/evil.txt']) {
    writeFileSync(path, Buffer.from(bytes.replaceAll('aa/evil.txt', name), 'latin1'));
    await expect(unpack(path).done).rejects.toMatchObject({ code: 'archive-unreadable' });
  }
  writeFileSync(path, Buffer.from(bytes.slice(0, -10), 'latin1'));
  await expect(unpack(path).done).rejects.toMatchObject({ code: 'archive-unreadable' });
});
