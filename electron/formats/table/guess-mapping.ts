import { ArticleField, type ColumnMapping } from '#shared/domain/import-table';

/** What people call the columns, the surer ones first; compared without case and signs. */
const names: Readonly<Record<ArticleField, string>> = {
  text: 'text articletext articlecontent content fulltext body articlebody maintext bodytext article story contenttext',
  title: 'title articletitle headline head heading articleheadline',
  outlet: 'outlet source publisher publication newspaper sourcename media agency newssource site outletname domain',
  date: 'date publishedat publishdate pubdate publicationdate datepublished published publisheddate articledate datetime datepublish timestamp createdat',
  byline: 'byline author authors writer journalist by articleauthor',
  language: 'language lang locale',
  address: 'url address link href permalink weburl uri articleurl sourceurl',
};
const toKey = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Without a column of a known name, the text is the one with the longest cells, if they are as long as a text. Unit: UTF-16, on average. */
const LONG = 200;

/** A column's name and how long its cells are on average. */
export type ColumnLook = { name: string; length: number };

/** Columns by the names that people give them; `given` stands, and no column is taken twice. */
export function guessMapping(columns: ColumnLook[], given: ColumnMapping): ColumnMapping {
  const mapping: ColumnMapping = { ...given };
  const taken = new Set(Object.values(given).filter((name) => name !== null));
  const take = (field: ArticleField, column: ColumnLook | undefined) => {
    if (!column || mapping[field] !== undefined) return;
    mapping[field] = column.name;
    taken.add(column.name);
  };
  const isFree = ({ name }: ColumnLook) => !taken.has(name);
  for (const field of ArticleField.options) {
    const known = names[field].split(' ');
    const found = known.map((key) => columns.find((column) => isFree(column) && toKey(column.name) === key));
    take(
      field,
      found.find((column) => column !== undefined),
    );
  }
  const longest = columns.filter(isFree).sort((a, b) => b.length - a.length)[0];
  if (longest && longest.length >= LONG) take('text', longest);
  return mapping;
}

/** Whether a first row names a text and something else of an article, so that a file without a telling name is a table. */
export function namesArticles(header: string[]): boolean {
  const mapping = guessMapping(
    header.map((name) => ({ name, length: 0 })),
    {},
  );
  return mapping.text !== undefined && Object.keys(mapping).length > 1;
}
