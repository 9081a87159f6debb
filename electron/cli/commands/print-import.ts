import type { ImportReport } from '#shared/domain/import';
import type { TableReading } from '#shared/domain/import-table';
import { cliMessages } from '#shared/messages/en/command-line';
import { importCliMessages as words } from '#shared/messages/en/import-cli';
import { print, printError, printTable } from '../print.ts';

/** More articles are counted only. */
const MOST_ROWS = 50;

const MOST_MARKED = 200;

/** What an import did, or would do, for people. */
export function printReport({ articles, imported, there, skipped, errors, marked, tables }: ImportReport): void {
  for (const table of tables) printReading(table);
  if (articles.length > 0) {
    const rows = articles
      .slice(0, MOST_ROWS)
      .map(({ uid, title, outlet, date, status }) => [
        uid.slice(0, 8),
        title,
        outlet ?? cliMessages.unknownOutlet,
        date,
        status,
      ]);
    printTable(['article', 'title', 'outlet', 'date', 'status'], rows);
    if (articles.length > MOST_ROWS) print(words.more(articles.length - MOST_ROWS));
  }
  for (const { title, sameTextAs } of articles.filter((article) => article.sameTextAs !== null).slice(0, MOST_ROWS))
    print(cliMessages.sameText(title, sameTextAs!.slice(0, 8)));
  for (const { source, reason } of skipped) print(`${source}: ${reason}`);
  for (const { source, encoding, strayBytes, replaced, rows = [] } of marked) {
    print(cliMessages.marked(source, encoding, strayBytes, replaced));
    for (const row of rows.slice(0, MOST_MARKED)) print(words.markedRow(row));
  }
  for (const { message } of errors) printError(message);
  const would = articles.filter(({ status }) => status === 'would-be-imported').length;
  print(would > 0 ? cliMessages.wouldImport(would) : cliMessages.imported(imported, there, errors.length));
}

/** Which column is what, and how the dates are read. */
function printReading({ source, format, rows, columns, dates }: TableReading): void {
  print(words.table(source, format, rows));
  for (const { name, field } of columns) if (field !== null) print(words.mapped(field, name));
  const others = columns.filter(({ field }) => field === null).map(({ name }) => name);
  if (others.length > 0) print(words.kept(others));
  if (dates.isOpen) print(words.datesOpen(dates.example));
  else if (dates.read > 0) print(words.dates(dates.order, dates.first!, dates.last!));
  if (!dates.isOpen && dates.unread > 0) print(words.datesUnread(dates.unread));
}
