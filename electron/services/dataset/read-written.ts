import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { WrittenFiles } from '../../formats/format.ts';

/** Files below a folder, to be read back. */
export const readWritten = (folder: string, names: string[]): WrittenFiles => ({
  names,
  read: (file) => readFileSync(join(folder, file), 'utf8'),
  lines: (file) => iterateLines(join(folder, file)),
  bytes: (file) => readFileSync(join(folder, file)),
});

/** The lines of a file that may be larger than a string can be; none for a file that was never begun. */
function* iterateLines(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(fd);
  }
}
