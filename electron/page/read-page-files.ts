import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export type PageFile = { bytes: Uint8Array<ArrayBuffer>; type: string };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Every file of the built page by its address below the root ("index.html"), read once; nothing else is ever served. */
export function readPageFiles(folder: string): Map<string, PageFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => [
      relative(folder, path).split(sep).map(encodeURIComponent).join('/'),
      { bytes: new Uint8Array(readFileSync(path)), type: types[extname(path)] ?? 'application/octet-stream' },
    ]),
  );
}
