import { listMarked, type ImportPlan, type ImportReport, type PlannedTable } from '#shared/domain/import';
import { TableReading } from '#shared/domain/import-table';
import { alreadyThere, listLeftOut } from '#shared/messages/en/import';

/** What an import that stores nothing has to report. */
export function reportPlan({ pages, tables, errors }: ImportPlan): ImportReport {
  const files = [
    ...pages.map(({ source, articles }) => ({ source, fresh: articles.filter(isNew).length, all: articles.length })),
    ...tables.map(({ source, fresh, there }) => ({ source, fresh, all: fresh + there })),
  ];
  const leftOut = tables.map(listLeftOut);
  return {
    articles: [...pages.flatMap(toPlannedArticles), ...tables.flatMap(({ articles }) => articles)],
    first: null,
    imported: 0,
    there: files.reduce((sum, { fresh, all }) => sum + all - fresh, 0),
    skipped: [
      ...leftOut.flatMap(({ skipped }) => skipped),
      ...files
        .filter(({ fresh, all }) => fresh === 0 && all > 0)
        .map(({ source, all }) => ({ source, reason: alreadyThere(all) })),
    ],
    errors: [...leftOut.flatMap((each) => each.errors), ...errors.map(({ source, message }) => ({ source, message }))],
    marked: listMarked([...pages, ...tables.map(toMarkedTable)]),
    tables: tables.map((table) => TableReading.parse(table)),
  };
}

const isNew = ({ status }: { status: string }) => status === 'new';

const toPlannedArticles = ({ source, articles }: ImportPlan['pages'][number]): ImportReport['articles'] =>
  articles.map(({ uid, title, outlet, date, sha256, status, sameTextAs }) => ({
    uid,
    title,
    outlet,
    date,
    sha256,
    source,
    status: status === 'new' ? 'would-be-imported' : 'already-there',
    sameTextAs,
  }));

const toMarkedTable = ({ source, encoding, strayBytes, marked }: PlannedTable) => ({
  source,
  encoding,
  strayBytes,
  replaced: marked.reduce((sum, { replaced }) => sum + replaced, 0),
  rows: marked,
});
