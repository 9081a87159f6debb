import type { Handle } from '#shared/domain/ids';
import type {
  ImportFormat,
  ImportPlan,
  PageChoice,
  PlannedArticle,
  PlannedPage,
  PlannedTable,
} from '#shared/domain/import';
import type { ArticleField, TableChoice } from '#shared/domain/import-table';
import { PartialDate } from '#shared/domain/partial-date';

/** What a person wrote in place of what was found, as they wrote it; an empty text means that it is not known. */
export type Details = { title?: string; outlet?: string; date?: string };

/** A file that is to be imported, with what was decided about it. `details` are by where an article begins in the page. */
export type ImportFile = {
  handle: Handle;
  name: string;
  encoding?: string;
  stray?: 'mark';
  cuts?: number[];
  format?: ImportFormat;
  /** Of a table: which column is what, and the outlet of rows that name none. */
  table?: TableChoice;
  outlet?: string;
  details: Readonly<Record<number, Details>>;
};

/** What the reading of a file depends on. */
export function toPreviewChoice({ handle, encoding, stray, cuts, format, table }: ImportFile): PageChoice {
  return {
    handle,
    ...(encoding !== undefined && { encoding }),
    ...(stray !== undefined && { stray }),
    ...(cuts !== undefined && { cuts }),
    ...(format !== undefined && { format }),
    ...(table !== undefined && { table }),
  };
}

/** What is to be stored of a table, as it was looked at. */
export function toTableImport(file: ImportFile, { sha256 }: PlannedTable): PageChoice {
  const outlet = file.outlet?.trim() ?? '';
  return { ...toPreviewChoice(file), sha256, ...(outlet !== '' && { outlet }) };
}

/** A table with one column taken for another field; what it was before is then read from no column. */
export function chooseField(
  { columns }: Pick<PlannedTable, 'columns'>,
  table: TableChoice | undefined,
  name: string,
  field: ArticleField | null,
): TableChoice {
  const before = columns.find((column) => column.name === name)?.field ?? null;
  return {
    dateOrder: null,
    ...table,
    map: { ...table?.map, ...(before !== null && { [before]: null }), ...(field !== null && { [field]: name }) },
  };
}

/** What is to be stored of a file, as it was looked at. */
export function toImportChoice(file: ImportFile, page: PlannedPage): PageChoice {
  const articles = page.articles.flatMap(({ start }) => {
    const details = file.details[start];
    return details ? [{ start, ...toValues(details) }] : [];
  });
  return { ...toPreviewChoice(file), sha256: page.sha256, articles };
}

function toValues({ title = '', outlet, date }: Details) {
  return {
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(outlet !== undefined && { outlet: outlet.trim() || null }),
    ...(date !== undefined && { date: date.trim() || null }),
  };
}

export const isDateGood = (written: string) => written.trim() === '' || PartialDate.safeParse(written.trim()).success;

/** The outlet of an article as it would be stored; empty where none is known. */
export const outletOf = (article: PlannedArticle, file: ImportFile) =>
  file.details[article.start]?.outlet ?? article.outlet ?? '';

/** Where the articles of a page begin once another one does at `offset`. */
export const addCut = ({ articles }: PlannedPage, offset: number) =>
  [...new Set([...articles.map(({ start }) => start), offset])].sort((a, b) => a - b);

/** Where the articles of a page begin once the one at `start` belongs to the one before. */
export const removeCut = ({ articles }: PlannedPage, start: number) =>
  articles.map((article) => article.start).filter((each) => each !== start || each === 0);

export const isNew = ({ status }: PlannedArticle) => status === 'new';

/** How much of a plan comes in, is there already, and is left out. */
export function countPlan({ pages, tables, errors }: ImportPlan): { coming: number; there: number; leftOut: number } {
  const all = pages.flatMap(({ articles }) => articles);
  const inPages = all.filter(isNew).length;
  const sum = (count: 'fresh' | 'there') => tables.reduce((total, table) => total + table[count], 0);
  return { coming: inPages + sum('fresh'), there: all.length - inPages + sum('there'), leftOut: errors.length };
}

/** Articles that would come in with a date that cannot be read. */
export function listBadDates(files: ImportFile[], { pages }: ImportPlan): { handle: Handle; start: number }[] {
  return pages.flatMap(({ handle, articles }) => {
    const details = files.find((file) => file.handle === handle)?.details ?? {};
    return articles
      .filter((article) => isNew(article) && !isDateGood(details[article.start]?.date ?? ''))
      .map(({ start }) => ({ handle, start }));
  });
}
