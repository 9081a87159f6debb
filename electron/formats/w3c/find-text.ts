import type { FileSet } from '../found.ts';
import { textContent } from '../html/text-content.ts';

const isPage = (name: string) => /\.x?html?$/iu.test(name);

/**
 * Finds the text that annotations in a file are of, where it is among the files: what the source names, ours beside the pages, or
 * what has the same name as the file. Null where it is not there. `onFault` is told once of one that cannot be read.
 */
export function createTextFinder(
  files: FileSet,
  onFault: (file: string, error: unknown) => void,
): (file: string, source: string | null) => string | null {
  const known = new Set(files.names.filter((name) => isPage(name) || /\.txt$/iu.test(name)));
  return (file, source) => {
    const name = listNames(file, source ?? '').find((each) => known.has(each));
    if (name === undefined) return null;
    try {
      const text = files.text(name);
      return isPage(name) ? textContent(text) : text;
    } catch (error) {
      onFault(name, error);
      known.delete(name);
      return null;
    }
  };
}

function listNames(file: string, source: string): string[] {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const above = folder.replace(/[^/]+\/$/u, '');
  const stem = file.replace(/\.[^./]+$/u, '');
  const last = source.slice(source.lastIndexOf('/') + 1);
  return [
    `${above}texts/${source}.txt`,
    `${folder}${source}`,
    `${folder}${last}`,
    `${folder}texts/${last}`,
    ...['.txt', '.html', '.htm', '.xhtml'].map((ending) => stem + ending),
  ];
}
