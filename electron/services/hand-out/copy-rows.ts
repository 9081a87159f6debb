import { statement, type ReadDb } from '../../corpus/connection.ts';
import { kinds, type Columns, type KindName, type Records } from '../../corpus/model/kinds.ts';
import { findRecord, isThere, iterateUids, listNamed } from '../../corpus/model/rows.ts';
import { findKeptFile, iterateHanging, type Hanging } from '../../corpus/repositories/package-repository.ts';
import { enterSource, iterateChunks, keepChunk, keepText } from '../../corpus/repositories/source-repository.ts';
import type { StepWriter } from '../write-step.ts';

type Fields = Record<string, unknown>;

/** What every package holds, whatever its articles are. */
const COMMON: readonly KindName[] = [
  'corpus',
  'annotator',
  'label',
  'attribute',
  'relation_kind',
  'entity',
  'entity_alias',
];
/** Kinds of rows that belong to articles: those of other articles stay outside. */
const OF_ARTICLES: ReadonlySet<KindName> = new Set([
  'article',
  'annotation',
  'relation',
  'review',
  'review_comment',
  'settlement',
  'settlement_comment',
] satisfies KindName[]);

export type Copier = {
  copyCommon(writer: StepWriter): void;
  /** An article with what hangs on it, or what hangs on its annotations. */
  copyHanging(writer: StepWriter, on: Hanging, of: { article: string; by: string | null }): void;
  count(kind: KindName): number;
};

/** Copies rows of a corpus, each behind what it names. `articles`: those that go along; `without`: rows that stay, by uid. */
export function createCopier(
  from: ReadDb,
  articles: ReadonlySet<string>,
  without: ReadonlySet<string> = new Set(),
): Copier {
  const counts = new Map<KindName, number>();
  const entering = new Set<string>();
  const owed: { kind: KindName; uid: string; record: Fields }[] = [];

  /** Whether a row is in the package, which it is put into if it may be. */
  function put(writer: StepWriter, kind: KindName, uid: string, isMeant = false): boolean {
    if (isThere(writer.db, kind, uid)) return true;
    if (OF_ARTICLES.has(kind) && !isMeant && !(kind === 'article' && articles.has(uid))) return false;
    if (entering.has(uid) || without.has(uid)) return false;
    const found = findRecord(from, kind, uid);
    if (!found) return false;
    if (kind === 'article') copyFiles(writer, from, found as Records['article']);
    const record: Fields = 'batch' in found ? { ...found, batch: null } : found;
    entering.add(uid);
    const missing = listMissing(writer, kind, record);
    entering.delete(uid);
    if ([...missing].some((each) => entering.has(each))) owed.push({ kind, uid, record }); // two labels that exclude each other
    const kept = keepInside(kind, record, missing);
    if (kept) writer.insert(kind, uid, kept as Records[KindName]);
    if (kept) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return kept !== undefined;
  }

  const listMissing = (writer: StepWriter, kind: KindName, record: Fields) =>
    new Set(
      listNamed(kind, record)
        .filter(([other, uid]) => !put(writer, other, uid))
        .map(([, uid]) => uid),
    );

  /** The record without what it names outside; undefined where it is nothing without that. */
  function keepInside(kind: KindName, record: Fields, missing: ReadonlySet<string>): Fields | undefined {
    const { columns, lists } = kinds[kind];
    const gone = listNaming(columns, record, missing);
    if (gone.some((field) => !isOptional(from, kind, field) || isSubject(kind, field))) return undefined;
    const kept: Fields = { ...record, ...Object.fromEntries(gone.map((field) => [field, null])) };
    for (const [field, list] of Object.entries(lists)) {
      const items = record[field] as Fields[];
      const left = items.filter((item) => listNaming(list.columns, item, missing).length > 0);
      if (kind === 'settlement' && left.length > 0) return undefined;
      kept[field] = items.filter((item) => !left.includes(item));
    }
    return kept;
  }

  /** What two rows say of each other, now that both are there. */
  function payOwed(writer: StepWriter): void {
    for (const { kind, uid, record } of owed.splice(0)) {
      const kept = keepInside(kind, record, listMissing(writer, kind, record));
      if (kept) writer.update(kind, uid, kept);
    }
  }

  return {
    copyCommon(writer) {
      for (const kind of COMMON) for (const uid of iterateUids(from, kind, { seen: true })) put(writer, kind, uid);
      payOwed(writer);
    },
    copyHanging(writer, on, of) {
      if (on === 'article') put(writer, 'article', of.article);
      for (const { kind, uid } of iterateHanging(from, on, of)) put(writer, kind, uid, true);
    },
    count: (kind) => counts.get(kind) ?? 0,
  };
}

const listNaming = (columns: Columns, from: Fields, missing: ReadonlySet<string>): string[] =>
  Object.entries(columns).flatMap(([field, column]) =>
    column !== 'value' && 'rowOf' in column && missing.has(from[field] as string) ? [field] : [],
  );

/** Whether a review is of what the field names: it may be empty, since a review is of one or the other. */
const isSubject = (kind: KindName, field: string) =>
  kind === 'review' && (field === 'annotation' || field === 'relation');

/** Whether a field may be empty, by the table itself. */
const isOptional = (db: ReadDb, kind: KindName, field: string): boolean =>
  statement<[string, string], number>(db, `SELECT "notnull" FROM pragma_table_info(?) WHERE name = ? || '_id'`)
    .pluck()
    .get(kind, field) === 0;

/** An article's text and its whole file, by hash. */
function copyFiles(writer: StepWriter, from: ReadDb, { text, source }: Records['article']): void {
  const words = statement<[string], string>(from, 'SELECT text FROM article_text WHERE sha256 = unhex(?)')
    .pluck()
    .get(text);
  keepText(writer.db, text, words!);
  const file = findKeptFile(from, source);
  if (!file) return;
  const { id, strayBytes, ...kept } = file;
  enterSource(writer.db, { ...kept, sha256: source, strayBytes: JSON.parse(strayBytes) as number[] });
  let n = 0;
  for (const { bytes } of iterateChunks(from, id)) {
    if (bytes !== null) keepChunk(writer.db, source, n, bytes);
    n += 1;
  }
}
