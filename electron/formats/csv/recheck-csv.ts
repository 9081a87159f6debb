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
      const values = unguard(row['attributes'] ?? '');
      if (values !== '' && !listNamed(JSON.parse(values)).every((span) => stands(files, span)))
        reread.mismatches.push(`a value of annotation ${row['annotation']}`);
    }
  }
  return reread;
}

type Named = {
  article: string;
  quote: string;
  start_codepoint: number;
  end_codepoint: number;
  start_utf16: number;
  end_utf16: number;
};

/** Every object with an article and a quote is a span. */
function listNamed(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'article' in value && 'quote' in value ? [value as Named] : Object.values(value).flatMap(listNamed);
}

/** Whether the words stand at their offsets; those of an article that is not in the dataset cannot be checked in it. */
function stands(files: WrittenFiles, { article, quote, ...at }: Named): boolean {
  const name = `texts/${article}.txt`;
  if (!files.names.includes(name)) return true;
  const text = files.read(name);
  const byCodePoint = Array.from(text).slice(at.start_codepoint, at.end_codepoint).join('');
  return byCodePoint === quote && text.substring(at.start_utf16, at.end_utf16) === quote;
}

/** Takes the apostrophe away that keeps a spreadsheet from running a cell. */
function unguard(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const bare = cell.slice(cell.search(/[^']|$/u));
  return ['=', '+', '-', '@', '\t', '\r'].includes(bare.charAt(0)) ? cell.slice(1) : cell;
}
