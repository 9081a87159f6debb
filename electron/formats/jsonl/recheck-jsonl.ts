import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';

type Span = { start: number; end: number; quote: string };
type Written = {
  id: string;
  text: string;
  sha256: string;
  annotations: { id: string; spans: Span[]; attributes: unknown; kept?: unknown }[];
};
/** A span that a value names, in this article or another, and the annotation that the value is of. */
type Named = { annotation: string; span: Span };

/**
 * Reads the file back as another program would: by lines, counting code points by walking the text. Spans in articles that
 * are not in the file cannot be checked in it.
 */
export function recheckJsonl(files: WrittenFiles): Reread {
  const reread: Reread = { articles: 0, annotations: 0, mismatches: [] };
  const named = new Map<string, Named[]>();
  for (const { id, text, sha256, annotations } of readArticles(files)) {
    const characters = Array.from(text);
    reread.articles += 1;
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256) reread.mismatches.push(`text of ${id}`);
    for (const annotation of annotations) {
      reread.annotations += 1;
      const fits = annotation.spans.every((span) => stands(characters, span));
      if (!fits) reread.mismatches.push(`annotation ${annotation.id}`);
      for (const [article, span] of listNamed([annotation.attributes, annotation.kept ?? null]))
        named.set(article, [...(named.get(article) ?? []), { annotation: annotation.id, span }]);
    }
  }
  if (named.size > 0) reread.mismatches.push(...listMisplaced(files, named));
  return reread;
}

function* readArticles(files: WrittenFiles): Generator<Written> {
  for (const line of files.lines('articles.jsonl')) yield JSON.parse(line) as Written;
}

const stands = (characters: string[], { start, end, quote }: Span) => characters.slice(start, end).join('') === quote;

/** Every object with an article and a quote is a span. */
function* listNamed(value: unknown): Generator<[string, Span]> {
  if (typeof value !== 'object' || value === null) return;
  if ('article' in value && 'quote' in value) yield [value.article as string, value as unknown as Span];
  else for (const part of Object.values(value)) yield* listNamed(part);
}

function* listMisplaced(files: WrittenFiles, named: Map<string, Named[]>): Generator<string> {
  for (const { id, text } of readArticles(files)) {
    const here = named.get(id);
    if (!here) continue;
    const characters = Array.from(text);
    for (const { annotation, span } of here) if (!stands(characters, span)) yield `a value of annotation ${annotation}`;
  }
}
