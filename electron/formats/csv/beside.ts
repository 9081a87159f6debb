import type { OutsideId } from '#shared/domain/entity';
import { csvMessages } from '#shared/messages/en/formats/csv';
import { emptyDocument, type FileSet, type FoundDocument, type FoundRelation } from '../found.ts';
import { isStray } from '../json/read-file-values.ts';
import { mapColumns } from './columns.ts';
import { createFieldReader, isUid, toDecision, type Fields } from './fields.ts';
import { readColumns, readRows } from './read-records.ts';

/** What lies beside a table of annotations: relations by article, files of texts, and ids that others gave to entities, by uid. */
export type Beside = {
  refs: Map<string, OutsideId[]>;
  relations: Map<string, FoundRelation[]>;
  textOf(article: string): string | null;
};

/** Reads what lies beside a set's tables of annotations; `refuse` hears of what of it cannot be read. */
export function readBeside(
  files: FileSet,
  tables: readonly string[],
  refuse: (file: string, line: number, reason: string) => void,
): Beside {
  const relations: Beside['relations'] = new Map();
  for (const name of tables) {
    const columns = mapColumns(readColumns(files, name));
    if (columns.of.relation === undefined || !columns.isOurs) continue;
    const toFields = createFieldReader(columns);
    for (const row of readRows(files, name, columns.names)) {
      if ('reason' in row) {
        refuse(name, row.line, row.reason);
        continue;
      }
      const fields = toFields(row.cells);
      const own = relations.get(fields.document ?? '') ?? [];
      relations.set(fields.document ?? '', own);
      own.push(toRelation(fields, csvMessages.row(row.n)));
    }
  }
  return { refs: new Map(), relations, textOf: findTexts(files, refuse) };
}

/** A text lies in a file that is named after its article, in the table's folder or one below it. */
function findTexts(
  { names, text }: FileSet,
  refuse: (file: string, line: number, reason: string) => void,
): Beside['textOf'] {
  const byName = new Map<string, string>();
  for (const name of names) {
    if (/\.(csv|tsv|tab)$/iu.test(name)) continue;
    const own = name.slice(name.lastIndexOf('/') + 1);
    byName.set(own, name);
    byName.set(own.replace(/\.txt$/iu, ''), name);
  }
  return (article) => {
    const name = byName.get(article);
    if (name === undefined) return null;
    try {
      return text(name);
    } catch (error) {
      if (!isStray(error)) throw error;
      refuse(name, error.values.line ?? 1, error.values.reason);
      return null;
    }
  };
}

const toRelation = (
  { relation, kind, from, to, document, toArticle, ...rest }: Fields,
  place: string,
): FoundRelation => ({
  uid: relation ?? null,
  kind: kind ?? '',
  from: from ?? '',
  to: to ?? '',
  ...(toArticle !== undefined && toArticle !== document && { toDocument: toArticle }),
  annotator: rest.annotator ?? null,
  state: toDecision(rest.state),
  note: rest.note ?? '',
  place,
});

/** The document that a row tells of, with the relations that lead from it. */
export function toDocument(file: string, name: string, fields: Fields, beside: Beside): FoundDocument {
  const relations = beside.relations.get(name) ?? [];
  beside.relations.delete(name);
  return {
    ...emptyDocument(name, file),
    uid: isUid(name) ? name : null,
    text: fields.text ?? beside.textOf(name),
    sha256: fields.sha256 ?? null,
    title: fields.title ?? null,
    outlet: fields.outlet ?? null,
    date: fields.date ?? null,
    language: fields.language ?? null,
    address: fields.address ?? null,
    meta: fields.byline === undefined ? [] : [{ key: 'byline', value: fields.byline }],
    relations,
  };
}
