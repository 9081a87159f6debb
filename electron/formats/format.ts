import type { Annotation } from '#shared/domain/annotation';
import type { Article } from '#shared/domain/article';
import type { FormatName, Loss } from '#shared/domain/dataset';

/** One article as a dataset holds it: with the annotations that count. `textOf` gives the text of another one, by uid. */
export type DatasetArticle = {
  article: Pick<Article, 'uid' | 'title' | 'outlet' | 'date' | 'sha256' | 'text'>;
  annotations: Annotation[];
  textOf(article: string): string;
};

/** Some text for one of a dataset's files, named relative to its folder. Written as UTF-8. */
export type Chunk = { file: string; text: string };

/** `mismatches` names what does not read back as it should. */
export type Reread = { articles: number; annotations: number; mismatches: string[] };

/** The names of what was written, and a file's text, or its lines one by one. */
export type WrittenFiles = { names: string[]; read(file: string): string; lines(file: string): Iterable<string> };

/**
 * One format: adding one is a folder and a line in `formats.ts`.
 *
 * `recheck` reads back what was written; it shares no code with `write`.
 */
export type Format = {
  name: FormatName;
  /** What its offsets count, for the card. */
  unit: string;
  write(articles: Iterable<DatasetArticle>): Generator<Chunk>;
  listLosses(item: DatasetArticle): Loss[];
  recheck(files: WrittenFiles): Reread;
};
