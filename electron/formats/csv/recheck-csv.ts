import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';

type Row = Record<string, string>;

/** Reads the table back with a parser of its own and holds each row against the text that lies beside it. */
export function recheckCsv(files: WrittenFiles): Reread {
  const rows: Row[] = parse(files.read('annotations.csv'), { columns: true });
  const articles = files.names.filter((name) => name.startsWith('texts/')).length;
  const reread: Reread = { articles, annotations: 0, mismatches: [] };
  const byArticle = Map.groupBy(rows, (row) => row['article'] ?? '');
  for (const [article, own] of byArticle) {
    const text = files.read(`texts/${article}.txt`);
    const characters = Array.from(text);
    for (const row of own) {
      reread.annotations += 1;
      const quote = unguard(row['quote'] ?? '');
      const byCodePoint = characters.slice(Number(row['start_codepoint']), Number(row['end_codepoint'])).join('');
      const byUtf16 = text.substring(Number(row['start_utf16']), Number(row['end_utf16']));
      if (byCodePoint !== quote || byUtf16 !== quote) reread.mismatches.push(`annotation ${row['annotation']}`);
    }
  }
  return reread;
}

/** Takes the apostrophe away that keeps a spreadsheet from running a cell. */
function unguard(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const bare = cell.slice(cell.search(/[^']|$/u));
  return ['=', '+', '-', '@', '\t', '\r'].includes(bare.charAt(0)) ? cell.slice(1) : cell;
}
