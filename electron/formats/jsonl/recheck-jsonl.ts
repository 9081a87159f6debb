import { createHash } from 'node:crypto';
import type { Reread, WrittenFiles } from '../format.ts';

type Written = {
  id: string;
  text: string;
  sha256: string;
  annotations: { id: string; spans: { start: number; end: number; quote: string }[] }[];
};

/** Reads the file back as another program would: by lines, counting code points by walking the text. */
export function recheckJsonl(files: WrittenFiles): Reread {
  const reread: Reread = { articles: 0, annotations: 0, mismatches: [] };
  for (const line of files.lines('articles.jsonl')) {
    const { id, text, sha256, annotations } = JSON.parse(line) as Written;
    const characters = Array.from(text);
    reread.articles += 1;
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256) reread.mismatches.push(`text of ${id}`);
    for (const annotation of annotations) {
      reread.annotations += 1;
      const fits = annotation.spans.every(({ start, end, quote }) => characters.slice(start, end).join('') === quote);
      if (!fits) reread.mismatches.push(`annotation ${annotation.id}`);
    }
  }
  return reread;
}
