import type { ReadDb, WriteDb } from '../connection.ts';
import type { KindName } from '../model/kinds.ts';

type Fields = Record<string, unknown>;

/** One changed model row, as derived tables hear of it; of an update, `before` and `after` hold the fields that changed. */
export type RowChange = {
  op: 'insert' | 'update' | 'delete';
  kind: KindName;
  uid: string;
  /** The article that the row belongs to, by uid, as in the journal. */
  article: string | null;
  before: Fields | null;
  after: Fields | null;
};

/** How far a rebuild is. Unit: articles. */
export type RebuildProgress = { done: number; total: number };

/**
 * Tables that are made from model rows, follow them in the same transaction, and can be made anew at any time.
 *
 * `version` is raised when what they hold is made otherwise: they are then made anew at the next opening for writing.
 * `isQuick`: made anew in a moment, whatever the size; others are made in slices while people work.
 */
export type Derived = {
  name: string;
  version: number;
  isQuick: boolean;
  /** After the rows of a transaction, before its commit. */
  follow(db: WriteDb, changes: readonly RowChange[]): void;
  /** What is otherwise than `rebuild` would make it, as far as it can be said; null after each slice of what takes long. */
  listProblems?(db: ReadDb): Iterable<string | null>;
  /** Empties the tables and fills them; what is done up to each `yield` is one transaction. */
  rebuild(db: WriteDb): Generator<RebuildProgress>;
};
