import {
  listMarked,
  type ImportedArticle,
  type ImportReport,
  type MarkedArticle,
  type MarkedPage,
} from '#shared/domain/import';
import type { TableReading } from '#shared/domain/import-table';
import { alreadyThere, listLeftOut } from '#shared/messages/en/import';

type Decoded = Pick<MarkedPage, 'encoding' | 'strayBytes' | 'replaced'>;

/** Gathers what an import has to say; without `isListed` it keeps no list of the articles, as there may be very many. */
export class ImportReporter {
  readonly #isListed: boolean;
  readonly #report: ImportReport;
  readonly #marked: MarkedPage[] = [];
  /** Of the file that is being stored. */
  #file = { imported: 0, there: 0 };

  constructor(errors: ImportReport['errors'], isListed: boolean) {
    this.#isListed = isListed;
    this.#report = {
      articles: [],
      first: null,
      imported: 0,
      there: 0,
      skipped: [],
      errors: errors.map(({ source, message }) => ({ source, message })),
      marked: [],
      tables: [],
    };
  }

  addArticle(article: ImportedArticle): void {
    const report = this.#report;
    if (this.#isListed) report.articles.push(article);
    if (article.status === 'imported') {
      report.first ??= article.uid;
      this.#file.imported += 1;
    } else this.#file.there += 1;
  }

  addPage(source: string, page: Decoded, articles: ImportedArticle[]): void {
    for (const article of articles) this.addArticle(article);
    this.#marked.push({ source, ...page });
    this.#endFile(source);
  }

  addTable(reading: TableReading, rows: MarkedArticle[]): void {
    const { source, encoding, strayBytes } = reading;
    const replaced = rows.reduce((sum, each) => sum + each.replaced, 0);
    this.#marked.push({ source, encoding, strayBytes, replaced, rows });
    this.#report.tables.push(reading);
    const { skipped, errors } = listLeftOut(reading);
    this.#report.skipped.push(...skipped);
    this.#report.errors.push(...errors);
    this.#endFile(source);
  }

  #endFile(source: string): void {
    const { imported, there } = this.#file;
    this.#report.imported += imported;
    this.#report.there += there;
    this.#file = { imported: 0, there: 0 };
    if (imported === 0 && there > 0) this.#report.skipped.push({ source, reason: alreadyThere(there) });
  }

  finish(): ImportReport {
    return { ...this.#report, marked: listMarked(this.#marked) };
  }
}
