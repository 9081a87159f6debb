import { SaxesParser } from 'saxes';
import type { Reread, WrittenFiles } from '../format.ts';

type Breathe = () => Promise<void> | undefined;

/** Reads the sheets back, cell by cell: a tag's words are as long as its offsets say, and all stands in articles that are there. */
export async function recheckXlsx(
  files: WrittenFiles,
  _: unknown,
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const known = new Set<string>();
  for (const cells of readRows(files, 'articles')) {
    await breathe();
    reread.articles += 1;
    known.add(cells[0]!);
  }
  for (const [uid, article, , , , , words, , , from, to] of readRows(files, 'tags')) {
    await breathe();
    reread.annotations += 1;
    if (!known.has(article!) || !isAsLong(words ?? '', Number(to) - Number(from)))
      reread.mismatches.push(`annotation ${uid}`);
  }
  for (const cells of readRows(files, 'relations')) if (cells.length > 0) reread.relations += 1;
  return reread;
}

/** Words of several parts have something between them; those that are too long for a cell were cut. */
const isAsLong = (words: string, length: number) =>
  Array.from(words).length === length || words.includes(' … ') || (words.endsWith('…') && words.length >= 32_766);

/** Rows of all sheets of one kind, without their headings. Columns: by their letters, from A. */
function* readRows(files: WrittenFiles, kind: string): Generator<(string | undefined)[]> {
  for (const name of files.names.filter((each) => each.startsWith(`xl/worksheets/${kind}`))) {
    const rows: (string | undefined)[][] = [];
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    let column = 0;
    let words = '';
    parser.on('opentag', ({ name: tag, attributes }) => {
      if (tag === 'row') rows.push([]);
      if (tag === 'c') column = attributes['r']!.charCodeAt(0) - 65;
      if (tag === 'c') words = '';
    });
    parser.on('text', (text) => (words += text));
    parser.on('closetag', ({ name: tag }) => {
      if (tag === 'c')
        rows.at(-1)![column] = words.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) =>
          String.fromCharCode(parseInt(code, 16)),
        );
    });
    let isHeading = true;
    for (const line of files.lines(name)) {
      for (let at = 0; at < line.length; at += 100_000) {
        parser.write(line.slice(at, at + 100_000));
        for (const row of rows.splice(0, rows.length - 1)) {
          if (!isHeading) yield row;
          isHeading = false;
        }
      }
      parser.write('\n');
    }
    parser.close();
    for (const row of rows) {
      if (!isHeading) yield row;
      isHeading = false;
    }
  }
}
