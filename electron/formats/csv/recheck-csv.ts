import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Reread, WrittenFiles } from '../format.ts';
import { RelationEnds } from '../recheck-relations.ts';

type Row = Record<string, string>;
type Table = { delimiter: string; ending: string };
type Breathe = () => Promise<void> | undefined;
/** The text of an article; null where its hash only is there. */
type Text = { units: string; characters: string[] } | null;
type Named = {
  article: string;
  quote: string;
  start_codepoint: number;
  end_codepoint: number;
  start_utf16: number;
  end_utf16: number;
};
/** A span of another article that a value names, and the annotation that the value is of. */
type Elsewhere = { annotation: string; span: Named };

/**
 * Reads the tables back with a parser of its own, articles and annotations side by side, and holds each row against the text of its
 * article; without texts, a quote of one part is as long as its offsets say.
 */
export async function recheckCsv(
  files: WrittenFiles,
  table: Table,
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const rowsOf = (name: string) => readRows(files, `${name}.${table.ending}`, table.delimiter);
  const entities = new Set<string>();
  const elsewhere = new Map<string, Elsewhere[]>();
  const ends = new RelationEnds();
  if (files.names.includes(`relations.${table.ending}`))
    for await (const { relation, article, from, to, to_article: toArticle } of rowsOf('relations'))
      ends.add(relation!, article!, toArticle === article ? [from!, to!] : [from!]);
  reread.relations = ends.count;
  const annotations = rowsOf('annotations');
  let next = await annotations.next();
  for await (const { article, text: units, sha256 } of rowsOf('articles')) {
    await breathe();
    const text = toText(units!);
    reread.articles += 1;
    if (!isHash(text, sha256!)) reread.mismatches.push(`text of ${article}`);
    for (; !next.done && next.value['article'] === article; next = await annotations.next()) {
      const row = next.value;
      reread.annotations += 1;
      ends.see(article!, row['annotation']!);
      if (row['entity_uid'] !== '') entities.add(row['entity_uid']!);
      if (!standsRow(text, row)) reread.mismatches.push(`annotation ${row['annotation']}`);
      for (const span of listNamed(row['attributes'] === '' ? null : JSON.parse(row['attributes']!))) {
        const annotation = row['annotation']!;
        if (span.article !== article) remember(elsewhere, { annotation, span });
        else if (!stands(text, span)) reread.mismatches.push(`a value of annotation ${annotation}`);
      }
    }
  }
  if (!next.done) reread.mismatches.push(`article ${next.value['article']}`);
  reread.mismatches.push(...ends.listMissing());
  if (elsewhere.size > 0)
    for await (const { article, text } of rowsOf('articles'))
      for (const { annotation, span } of elsewhere.get(article!) ?? [])
        if (!stands(toText(text!), span)) reread.mismatches.push(`a value of annotation ${annotation}`);
  if (files.names.includes(`entities.${table.ending}`)) {
    for await (const row of rowsOf('entities')) entities.delete(row['entity_uid']!);
    for (const uid of entities) reread.mismatches.push(`entity ${uid}`);
  }
  return reread;
}

const remember = (elsewhere: Map<string, Elsewhere[]>, each: Elsewhere) =>
  elsewhere.set(each.span.article, [...(elsewhere.get(each.span.article) ?? []), each]);

/** Rows with their apostrophes taken away, by the names in the first. */
async function* readRows(files: WrittenFiles, name: string, delimiter: string): AsyncGenerator<Row> {
  const parser = Readable.from(withLineEnds(files.lines(name))).pipe(parse({ columns: true, delimiter, bom: true }));
  for await (const row of parser as AsyncIterable<Row>)
    yield Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguard(cell)]));
}

function* withLineEnds(lines: Iterable<string>): Generator<string> {
  let some = '';
  for (const line of lines) {
    some += `${line}\n`;
    if (some.length < 100_000) continue;
    yield some;
    some = '';
  }
  if (some !== '') yield some;
}

const toText = (units: string): Text => (units === '' ? null : { units, characters: Array.from(units) });

const isHash = (text: Text, sha256: string) =>
  text === null
    ? /^[0-9a-f]{64}$/u.test(sha256)
    : createHash('sha256').update(text.units, 'utf8').digest('hex') === sha256;

function standsRow(text: Text, row: Row): boolean {
  const at = {
    quote: row['quote']!,
    start_codepoint: Number(row['start_codepoint']),
    end_codepoint: Number(row['end_codepoint']),
    start_utf16: Number(row['start_utf16']),
    end_utf16: Number(row['end_utf16']),
  };
  if (row['parts'] === '1') return stands(text, at);
  const [points, units] = [toParts(row['parts_codepoint']!), toParts(row['parts_utf16']!)];
  if (text === null) return points.length === units.length && points.length === Number(row['parts']);
  return (
    stands(text, at) &&
    points.every(
      ([start, end], n) => text.characters.slice(start, end).join('') === text.units.substring(...units[n]!),
    ) &&
    points[0]![0] === at.start_codepoint &&
    points.at(-1)![1] === at.end_codepoint
  );
}

const toParts = (cell: string) => cell.split(' ').map((part) => part.split(':').map(Number) as [number, number]);

/** Every object with an article and a quote is a span. */
function listNamed(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'article' in value && 'quote' in value ? [value as Named] : Object.values(value).flatMap(listNamed);
}

/** Whether the words stand at their offsets; those of an article that is not in the dataset cannot be checked in it. */
function stands(text: Text, { quote, ...at }: Omit<Named, 'article'>): boolean {
  if (text === null)
    return (
      Array.from(quote).length === at.end_codepoint - at.start_codepoint &&
      quote.length === at.end_utf16 - at.start_utf16
    );
  if (at.start_codepoint < 0 || at.end_codepoint > text.characters.length || at.end_utf16 > text.units.length)
    return false;
  const byCodePoint = text.characters.slice(at.start_codepoint, at.end_codepoint).join('');
  return byCodePoint === quote && text.units.substring(at.start_utf16, at.end_utf16) === quote;
}

/** Takes the apostrophe away that keeps a spreadsheet from running a cell. */
function unguard(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const bare = cell.slice(cell.search(/[^']|$/u));
  return ['=', '+', '-', '@', '\t', '\r'].includes(bare.charAt(0)) ? cell.slice(1) : cell;
}
