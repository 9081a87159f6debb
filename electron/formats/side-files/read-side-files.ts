import { sideFileMessages } from '#shared/messages/en/formats/side-files';
import { Decision } from '#shared/domain/review';
import type { FileSet, FoundDocument, FoundRelation } from '../found.ts';
import { ARTICLES, RELATIONS } from './columns.ts';
import { folderOf, listTables, readTable } from './read-table.ts';

/** The tables that Galley writes beside a format's own files, where they are there. */
export type SideFiles = {
  /** Documents of a folder, in the order that they were written in. */
  documents(folder: string): readonly string[];
  /** Says of a document what the tables say of it. */
  describe(document: FoundDocument, name: string, folder: string): void;
};

/** Errors: format-invalid. */
export function readSideFiles(files: FileSet): SideFiles {
  const articles = new Map<string, Map<string, string[]>>();
  const relations = new Map<string, Map<string, string[][]>>();
  for (const name of listTables(files, 'articles.csv')) {
    const rows = readTable(files, name, ARTICLES);
    articles.set(folderOf(name), new Map(rows.map((row) => [row[0]!, row])));
  }
  for (const name of listTables(files, 'relations.csv')) {
    const rows = readTable(files, name, RELATIONS);
    relations.set(
      folderOf(name),
      Map.groupBy(rows, ([document]) => document!),
    );
  }
  return {
    documents: (folder) => [...(articles.get(folder)?.keys() ?? [])],
    describe: (document, name, folder) => {
      const row = articles.get(folder)?.get(name);
      if (row) describe(document, row);
      const own = relations.get(folder)?.get(name) ?? [];
      for (const [n, each] of own.entries()) document.relations.push(toRelation(each, n));
    },
  };
}

const orNull = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell);

function describe(found: FoundDocument, [document, sha256, title, outlet, date, language, address]: string[]): void {
  found.uid = orNull(document);
  found.sha256 = orNull(sha256);
  found.title = orNull(title);
  found.outlet = orNull(outlet);
  found.date = orNull(date);
  found.language = orNull(language);
  found.address = orNull(address);
}

/** What a checker decided, where that is one of the decisions. */
export const toState = (state: unknown): Decision | null =>
  Decision.options.find((decision) => decision === state) ?? null;

const toRelation = (
  [, uid, kind = '', from = '', to = '', annotator, state, note = '']: string[],
  n: number,
): FoundRelation => ({
  uid: orNull(uid),
  kind,
  from,
  to,
  annotator: orNull(annotator),
  state: toState(state),
  note,
  place: sideFileMessages.row('relations.csv', n + 1),
});
