import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';

type Span = { start: number; end: number; quote: string };
type Written = {
  galley: number;
  unit: string;
  id: string;
  text?: string;
  sha256: string;
  blocks?: { start: number; end: number }[];
  annotations: { id: string; spans: Span[]; entity_uid: string | null; attributes: unknown; kept?: unknown }[];
  relations: { id: string; from: string; to: string; to_article: string }[];
};
/** A span of another article that a value names, and the annotation that the value is of. */
type Named = { annotation: string; span: Span };
type Breathe = () => Promise<void> | undefined;

/**
 * Reads the files back as another program would: by lines, counting code points by walking the text. Spans in articles that
 * are not in the file cannot be checked in it; without texts, a quote is as long as its offsets say.
 */
export async function recheckJsonl(
  files: WrittenFiles,
  _: unknown,
  breathe: Breathe = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const named = new Map<string, Named[]>();
  const entities = new Set<string>();
  for (const line of readLines<Written>(files, 'articles.jsonl')) {
    const { galley, unit, id, text, sha256, blocks, annotations, relations } = line;
    await breathe();
    if (galley !== 1 || unit !== 'codepoint') reread.mismatches.push(`form of ${id}`);
    const characters = text === undefined ? null : Array.from(text);
    reread.articles += 1;
    if (!isHash(text, sha256)) reread.mismatches.push(`text of ${id}`);
    if (blocks && characters && !cover(characters, blocks)) reread.mismatches.push(`blocks of ${id}`);
    for (const annotation of annotations) {
      reread.annotations += 1;
      if (annotation.entity_uid !== null) entities.add(annotation.entity_uid);
      const fits = annotation.spans.every((span) => stands(characters, span));
      if (!fits) reread.mismatches.push(`annotation ${annotation.id}`);
      for (const [article, span] of listNamed([annotation.attributes, annotation.kept ?? null])) {
        if (article !== id) named.set(article, [...(named.get(article) ?? []), { annotation: annotation.id, span }]);
        else if (!stands(characters, span)) reread.mismatches.push(`a value of annotation ${annotation.id}`);
      }
    }
    const own = new Set(annotations.map((annotation) => annotation.id));
    reread.relations += relations.length;
    for (const { id: relation, from, to, to_article: toArticle } of relations)
      if (!own.has(from) || (toArticle === id && !own.has(to))) reread.mismatches.push(`relation ${relation}`);
  }
  if (named.size > 0) for (const each of listMisplaced(files, named)) reread.mismatches.push(each);
  if (files.names.includes('entities.jsonl')) {
    for (const { id } of readLines<{ id: string }>(files, 'entities.jsonl')) entities.delete(id);
    for (const uid of entities) reread.mismatches.push(`entity ${uid}`);
  }
  return reread;
}

function* readLines<T>(files: WrittenFiles, name: string): Generator<T> {
  if (files.names.includes(name)) for (const line of files.lines(name)) yield JSON.parse(line) as T;
}

const isHash = (text: string | undefined, sha256: string) =>
  text === undefined
    ? /^[0-9a-f]{64}$/u.test(sha256)
    : createHash('sha256').update(text, 'utf8').digest('hex') === sha256;

/** Whether blocks are in order, with nothing but white space between them. */
function cover(characters: string[], blocks: { start: number; end: number }[]): boolean {
  const borders = [...blocks, { start: characters.length, end: characters.length }];
  return borders.every(({ start }, n) => {
    const before = n === 0 ? 0 : borders[n - 1]!.end;
    return before <= start && characters.slice(before, start).join('').trim() === '';
  });
}

const stands = (characters: string[] | null, { start, end, quote }: Span) =>
  characters === null
    ? Array.from(quote).length === end - start
    : 0 <= start && end <= characters.length && characters.slice(start, end).join('') === quote;

/** Every object with an article and a quote is a span. */
function* listNamed(value: unknown): Generator<[string, Span]> {
  if (typeof value !== 'object' || value === null) return;
  if ('article' in value && 'quote' in value) yield [value.article as string, value as unknown as Span];
  else for (const part of Object.values(value)) yield* listNamed(part);
}

function* listMisplaced(files: WrittenFiles, named: Map<string, Named[]>): Generator<string> {
  for (const { id, text } of readLines<Written>(files, 'articles.jsonl')) {
    const here = named.get(id);
    if (!here) continue;
    const characters = text === undefined ? null : Array.from(text);
    for (const { annotation, span } of here) if (!stands(characters, span)) yield `a value of annotation ${annotation}`;
  }
}
