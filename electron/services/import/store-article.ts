import type { ArticleId } from '#shared/domain/ids';
import type { ImportedArticle } from '#shared/domain/import';
import { toDateParts } from '#shared/domain/partial-date';
import type { WriteDb } from '../../corpus/connection.ts';
import type { Records } from '../../corpus/model/kinds.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { findArticleWithText } from '../../corpus/repositories/article-repository.ts';
import { findImported } from '../../corpus/repositories/imported-articles.ts';
import { enterSource, keepText, type SourceToKeep } from '../../corpus/repositories/source-repository.ts';
import type { FoundArticle } from '../../formats/reader.ts';
import { ensureOutlet } from '../edit-article.ts';
import { continueStep, type OpenStep, type StepWriter } from '../write-step.ts';

/** One import: a step over many transactions, whose rows stand in a batch that nobody sees until it is published. */
export type ImportRun = {
  corpus: Corpus;
  step: OpenStep;
  batch: string;
  /** Outlets by the name that articles give them. */
  outlets: Map<string, string>;
};

/** An article with its uid and the SHA-256 of its text. */
export type ArticleToStore = FoundArticle & { uid: ArticleId; sha256: string };

/** A file with articles of it. */
export type FileToStore = { source: SourceToKeep; articles: ArticleToStore[] };

/** Stores articles of one file in one transaction, with the file, by `keep`, if there is a new one; gives what became of each. */
export const storeArticles = (
  run: ImportRun,
  source: SourceToKeep,
  articles: ArticleToStore[],
  keep: (db: WriteDb) => void = (db) => enterSource(db, source),
): ImportedArticle[] => storeFiles(run, [{ source, articles }], keep);

/** The same of several files, in one transaction. */
export function storeFiles(
  run: ImportRun,
  files: readonly FileToStore[],
  keep: (db: WriteDb, source: SourceToKeep) => void = enterSource,
): ImportedArticle[] {
  const { corpus, step, batch } = run;
  const isBegun = step.id !== null;
  let isOpen = isBegun;
  const store = (writer: StepWriter) =>
    files.flatMap(({ source, articles }) => {
      let isEntered = false;
      const enter = () => {
        if (isEntered) return;
        if (!isOpen) writer.insert('batch', batch, { step: step.uid, state: 'open' });
        isOpen = true;
        keep(writer.db, source);
        isEntered = true;
      };
      return articles.map((article): ImportedArticle => {
        const { uid, title, outlet, date, sha256 } = article;
        const there = findImported(writer.db, uid, batch);
        if (there !== 'standing') {
          enter();
          storeArticle(run, writer, source, article, there === 'hidden');
        }
        const sameTextAs = findArticleWithText(writer.db, sha256, uid, batch) ?? null;
        const status = there === 'standing' ? 'already-there' : 'imported';
        return { uid, title, outlet, date, sha256, source: source.name, status, sameTextAs };
      });
    });
  // the first transaction may also bring the person who imports, whom others see
  return continueStep(corpus, step, store, { isSeen: !isBegun });
}

function storeArticle(
  run: ImportRun,
  writer: StepWriter,
  source: SourceToKeep,
  article: ArticleToStore,
  isHidden: boolean,
): void {
  const { batch } = run;
  const { uid, date, sha256 } = article;
  keepText(writer.db, sha256, article.text);
  const record: Records['article'] = {
    text: sha256,
    source: source.sha256,
    source_name: source.name,
    encoding: source.encoding,
    place: article.place,
    place_start: article.start,
    place_end: article.end,
    outlet: article.outlet === null ? null : findOutlet(run, writer, article.outlet),
    title: article.title,
    byline: article.byline,
    date_written: article.dateWritten,
    ...(date === null ? { year: null, month: null, day: null } : toDateParts(date)),
    language: article.language,
    address: article.address,
    version_of: null,
    batch,
    meta: article.meta.map(({ key, value, foundBy }) => ({ key, value, found_by: foundBy })),
    blocks: article.blocks.map((block) => ({
      kind: block.kind,
      start_offset: block.start,
      end_offset: block.end,
      repeat_of: block.repeatOf,
      found_by: block.foundBy,
    })),
  };
  // an import that was undone left it hidden: it comes back as it is read now
  if (isHidden) writer.update('article', uid, record);
  else writer.insert('article', uid, record);
}

function findOutlet({ corpus, batch, outlets }: ImportRun, writer: StepWriter, name: string): string {
  const known = outlets.get(name);
  if (known !== undefined) return known;
  const uid = ensureOutlet(writer, corpus, name, batch);
  outlets.set(Buffer.from(name).toString(), uid); // a copy: what a cell is cut out of would be kept with it
  return uid;
}
