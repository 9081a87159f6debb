import type { Span } from '#shared/domain/span';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { markArticle } from '../../electron/services/edit-article.ts';
import type { TestCorpus } from './corpus.ts';

/** Label and where it begins and ends, in one or several spans. */
type Tag = [label: string, ...spans: [start: number, end: number][]];

/** Imports a text and lets people tag it and say that they are done; gives its uid. */
export async function importCoded(
  made: TestCorpus,
  text: string,
  people: Record<string, Tag[]>,
  { finish = Object.keys(people) }: { finish?: string[] } = {},
): Promise<string> {
  const article = await made.importText(text, `${made.environment.newUid()}.txt`);
  for (const [name, tags] of Object.entries(people)) {
    for (const [label, ...spans] of tags)
      createAnnotation(made.corpus, made.person(name), {
        article,
        label,
        spans: spans.map(([start, end]): Span => ({ start, end })),
      });
    if (finish.includes(name)) markArticle(made.corpus, made.person(name), article, 'done');
  }
  return article;
}

/** A text of so many words of four letters, each with a blank after it but the last; no two texts are alike. */
export const toWords = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, n) => String(1000 + from + n)).join(' ');
