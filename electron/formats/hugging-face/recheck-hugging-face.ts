import { createHash } from 'node:crypto';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Reread, WrittenFiles } from '../format.ts';

type Span = { start: number; end: number; quote: string };
type Written = {
  id: string;
  text: string | null;
  sha256: string;
  unit: string;
  annotations: (Omit<Span, 'quote'> & { id: string; spans: Span[]; attributes: string; kept: string })[];
  relations: { id: string; from: string; to: string; to_article: string }[];
};
type Breathe = () => Promise<void> | undefined;
/** What offsets count in a text: all of its code points, or of its UTF-16 units; null where the text is not there. */
type Characters = string[] | null;

const AT_ONCE = 1000;
/** As they stand there, with what is a BOM elsewhere. */
const parsers = {
  stringFromBytes: (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
};

/**
 * Reads the rows back and holds each span against its text; without it, a quote is as long as its offsets say. All rows must
 * have the same columns. Spans of other articles that values name are held to their length.
 */
export async function recheckHuggingFace(
  files: WrittenFiles,
  { part }: { part: string | null },
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const split = part === 'dev' ? 'validation' : (part ?? 'train');
  const name = files.names.find((each) => each.startsWith(`data/${split}.`));
  if (name === undefined) return { ...reread, mismatches: [`data/${split}`] };
  let columns: string | null = null;
  for await (const row of name.endsWith('.parquet') ? readParquet(files.bytes(name)) : readLines(files, name)) {
    await breathe();
    const { id, text, sha256, unit, annotations, relations } = row;
    const own = Object.keys(row).join();
    columns ??= own;
    if (own !== columns) reread.mismatches.push(`columns of ${id}`);
    reread.articles += 1;
    if (!isHash(text, sha256)) reread.mismatches.push(`text of ${id}`);
    const characters = text === null ? null : unit === 'utf16' ? text.split('') : Array.from(text);
    for (const annotation of annotations) {
      reread.annotations += 1;
      if (!fits(annotation, characters, unit)) reread.mismatches.push(`annotation ${annotation.id}`);
      for (const value of [annotation.attributes, annotation.kept])
        for (const [article, span] of listNamed(JSON.parse(value)))
          if (!stands(article === id ? characters : null, span, unit))
            reread.mismatches.push(`a value of annotation ${annotation.id}`);
    }
    const ids = new Set(annotations.map((annotation) => annotation.id));
    reread.relations += relations.length;
    for (const { id: relation, from, to, to_article: toArticle } of relations)
      if (!ids.has(from) || (toArticle === id && !ids.has(to))) reread.mismatches.push(`relation ${relation}`);
  }
  return reread;
}

function* readLines(files: WrittenFiles, name: string): Generator<Written> {
  for (const line of files.lines(name)) yield JSON.parse(line) as Written;
}

async function* readParquet(bytes: Uint8Array): AsyncGenerator<Written> {
  const whole = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(whole);
  for (let rowStart = 0; rowStart < Number(metadata.num_rows); rowStart += AT_ONCE)
    yield* (await parquetReadObjects({
      file: whole,
      metadata,
      rowStart,
      rowEnd: rowStart + AT_ONCE,
      parsers,
    })) as Written[];
}

const isHash = (text: string | null, sha256: string) =>
  text === null ? /^[0-9a-f]{64}$/u.test(sha256) : createHash('sha256').update(text, 'utf8').digest('hex') === sha256;

const fits = ({ start, end, spans }: Written['annotations'][number], characters: Characters, unit: string) =>
  spans.every((span) => stands(characters, span, unit)) && spans[0]?.start === start && spans.at(-1)?.end === end;

const stands = (characters: Characters, { start, end, quote }: Span, unit: string) =>
  characters === null
    ? (unit === 'utf16' ? quote.length : Array.from(quote).length) === end - start
    : 0 <= start && end <= characters.length && characters.slice(start, end).join('') === quote;

/** Every object with an article and a quote is a span. */
function* listNamed(value: unknown): Generator<[string, Span]> {
  if (typeof value !== 'object' || value === null) return;
  if ('article' in value && 'quote' in value) yield [value.article as string, value as unknown as Span];
  else for (const part of Object.values(value)) yield* listNamed(part);
}
