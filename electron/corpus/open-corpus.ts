import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { AccessMode } from '#shared/domain/corpus';
import { findForeignSchema } from './check-schema.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { rebuildOutdated, rebuildQuick } from './derived/all-derived.ts';
import { leaveMerging } from './derived/merge-index.ts';
import { toDiskError } from './disk-error.ts';
import { createChain, type Chain } from './journal/chain.ts';
import type { Records } from './model/kinds.ts';
import { APPLICATION_ID, migrate, migrations, readSchemaVersion } from './migrate.ts';
import {
  copyByConnection,
  findReadingPlace,
  hasPendingLog,
  openForReading,
  openForWriting,
  type ReadingPlace,
} from './open-connection.ts';
import { placeFile } from './place-file.ts';
import { isLock, takeWriterLock, type Holder, type WriterLock } from './writer-lock.ts';

/** What the corpus takes from outside: tests give their own. */
export type Environment = { now(): Date; newUid(): string; door: string; version: string };

/** The right to write, and the strand that this opening writes. `dev` and `ino` say which file was opened. */
export type Writer = { db: WriteDb; lock: WriterLock; chain: Chain; dev: number; ino: number };

export type Corpus = {
  path: string;
  /** Where it is read: `path`, or a private copy of it. */
  place: string;
  mode: AccessMode;
  holder: Holder | undefined;
  read: ReadDb;
  writer: Writer | undefined;
  environment: Environment;
  /** People who have asked to write and have changed nothing yet, by the uid that they will have. */
  newcomers: Map<string, Records['annotator']>;
  /** Where the work went when another file was put in this one's place. */
  kept?: string;
  /** Called after each commit with what it changed. */
  onChange: (change: Change) => void;
  close(): void;
};

/** What one transaction changed, for pages that show it; `annotations` is null where they are too many to name. */
type Change = { kinds: string[]; articles: string[]; annotations: string[] | null };

/** Refuses what is no corpus of ours, or of a newer Galley; nothing is changed by looking. */
function checkIdentity(db: ReadDb, path: string): void {
  const file = basename(path);
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new ExpectedError('not-a-corpus', { file });
  const version = readSchemaVersion(db);
  if (version > migrations.length)
    throw new ExpectedError('corpus-newer', { file, schema: version, known: migrations.length });
  const foreign = findForeignSchema(db, version);
  if (foreign !== undefined) throw new ExpectedError('corpus-altered', { file, what: foreign });
}

/**
 * Looks at a file with a connection that is closed again: gives where it can be read, or refuses it by name.
 *
 * Errors: corpus-missing, not-a-corpus, corpus-newer, corpus-altered, corpus-damaged, disk-failed.
 */
export function identifyCorpus(path: string): ReadingPlace {
  const file = basename(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ExpectedError('corpus-missing', { file: path });
  if (!stat.isFile() || stat.size === 0) throw new ExpectedError('not-a-corpus', { file });
  let place: ReadingPlace | undefined;
  let db: ReadDb | undefined;
  try {
    place = findReadingPlace(path);
    db = openForReading(place.path);
    checkIdentity(db, path);
    return place;
  } catch (error) {
    db?.close();
    db = undefined;
    place?.remove();
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new ExpectedError('not-a-corpus', { file });
    throw toDiskError(error, path) ?? error;
  } finally {
    db?.close();
  }
}

/**
 * Opens a corpus: looks at what it is, takes the writer's lock where writing is asked for, and connects.
 *
 * Never refuses for want of the lock: the corpus is then open for reading and `holder` says who writes it. After an
 * unclean close `mode` is `checking`: the caller has it checked and calls `allowWriting`.
 * Errors: corpus-missing, not-a-corpus, corpus-newer, corpus-altered, corpus-damaged, not-durable.
 */
export function openCorpus(path: string, access: 'read' | 'write', environment: Environment): Corpus {
  const place = identifyCorpus(path);
  if (place.isCopy) return openAsReader(path, place, undefined, environment);
  if (access === 'read') return openAsReader(path, place, undefined, environment);
  const wasUnclean = hasPendingLog(path);
  const me = { door: environment.door, pid: process.pid, at: environment.now().toISOString() };
  const lock = takeWriterLock(path, me, environment.newUid());
  if (!isLock(lock)) return openAsReader(path, place, lock, environment);
  return openAsWriter(path, lock, wasUnclean ? 'checking' : 'write', environment);
}

function openAsReader(path: string, found: ReadingPlace, holder: Holder | undefined, environment: Environment): Corpus {
  const mode = found.isCopy ? 'copy' : 'read';
  const { path: place, remove } = toCurrentSchema(found);
  const read = openForReading(place);
  const close = () => {
    read.close();
    remove();
  };
  const writer = undefined;
  return { path, place, mode, holder, read, writer, environment, newcomers: new Map(), onChange: () => {}, close };
}

/** A corpus that this process has open, for a worker that reads beside the one that opened it. */
export function openBeside(
  { path, place, mode, holder }: Pick<Corpus, 'path' | 'place' | 'mode' | 'holder'>,
  environment: Environment,
): Corpus {
  const read = openForReading(place);
  const close = () => void read.close();
  const writer = undefined;
  return { path, place, mode, holder, read, writer, environment, newcomers: new Map(), onChange: () => {}, close };
}

/** What an older Galley wrote is read in a private copy that is brought up to date; the file itself waits for its writer. */
function toCurrentSchema(place: ReadingPlace): ReadingPlace {
  const db = openForReading(place.path);
  let copy: ReadingPlace;
  try {
    if (readSchemaVersion(db) === migrations.length) return place;
    copy = copyByConnection(db, place.path);
  } finally {
    db.close();
  }
  place.remove();
  const copied = openForWriting(copy.path);
  try {
    migrate(copied);
    rebuildQuick(copied);
  } finally {
    copied.close();
  }
  return copy;
}

function openAsWriter(path: string, lock: WriterLock, mode: AccessMode, environment: Environment): Corpus {
  let db: WriteDb | undefined;
  try {
    db = openForWriting(path);
    checkIdentity(db, path); // again, now that nobody else can change it
    migrate(db);
    leaveMerging(db);
    rebuildQuick(db); // lists are there from the first call on, also while the file is being checked
    const { dev, ino } = statSync(path);
    const read = openForReading(path);
    const writer: Writer = { db, lock, chain: createChain(db, environment.newUid()), dev, ino };
    const close = () => {
      read.close();
      writer.db.close(); // the last to close folds the log in and leaves one file
      lock.release();
    };
    const holder = undefined;
    const newcomers = new Map<string, Records['annotator']>();
    return { path, place: path, mode, holder, read, writer, environment, newcomers, onChange: () => {}, close };
  } catch (error) {
    db?.close();
    lock.release();
    throw toDiskError(error, path) ?? error;
  }
}

/** A corpus that is being made under a name that nobody else knows. */
export type DraftFile = {
  corpus: Corpus;
  /** Puts the file in its place, whole. Errors: corpus-exists, not-durable, disk-full, disk-failed. */
  place(): void;
  /** Removes it; gives what to throw. */
  abandon(error: unknown): unknown;
};

/** Errors: corpus-exists, folder-missing, folder-read-only, disk-full, disk-failed. */
export function draftCorpusFile(path: string, environment: Environment): DraftFile {
  const folder = dirname(path);
  if (existsSync(path)) throw new ExpectedError('corpus-exists', { file: path });
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedError('folder-missing', { folder });
  const draft = `${path}.new-${environment.newUid()}`;
  let corpus: Corpus | undefined;
  const abandon = (error: unknown): unknown => {
    corpus?.close();
    for (const part of ['', '-wal', '-shm']) rmSync(draft + part, { force: true });
    if (error instanceof ExpectedError)
      return nameAnew(error as ExpectedError, { from: basename(draft), to: basename(path) });
    const { code } = error as { code?: string };
    if (code === 'EEXIST') return new ExpectedError('corpus-exists', { file: path });
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'SQLITE_CANTOPEN')
      return new ExpectedError('folder-read-only', { folder });
    return toDiskError(error, path) ?? error;
  };
  try {
    accessSync(folder, constants.W_OK);
    const db = openForWriting(draft);
    migrate(db);
    db.close();
    const lock: WriterLock = { release() {} }; // nobody else knows the name
    corpus = openAsWriter(draft, lock, 'write', environment);
  } catch (error) {
    throw abandon(error);
  }
  const made = corpus;
  const place = () => {
    rebuildOutdated(made.writer!.db); // the first opening has nothing to write
    made.close();
    corpus = undefined;
    placeFile(draft, path);
  };
  return { corpus: made, place, abandon };
}

/** A refusal that says which file it is about; that of a draft is not known to anybody. */
function nameAnew(error: ExpectedError, { from, to }: { from: string; to: string }): ExpectedError {
  const { code, values } = error.toFailure();
  const isOfDraft = (values as { file?: string } | undefined)?.file === from;
  return isOfDraft ? new ExpectedError(code, { ...(values as object), file: to }) : error;
}

/**
 * Makes a corpus file and lets `fill` write its first step; the file appears whole or not at all.
 *
 * Errors: corpus-exists, folder-missing, folder-read-only, not-durable, disk-full, disk-failed.
 */
export function createCorpusFile(path: string, environment: Environment, fill: (corpus: Corpus) => void): void {
  const draft = draftCorpusFile(path, environment);
  try {
    fill(draft.corpus);
    draft.place();
  } catch (error) {
    throw draft.abandon(error);
  }
}

/** A connection of its own that sees the corpus as it is now, whatever is written meanwhile; the caller closes it. */
export function openSnapshot({ place }: Pick<Corpus, 'place'>): ReadDb {
  const db = openForReading(place);
  db.exec('BEGIN');
  db.prepare('SELECT count(*) FROM sqlite_schema').get(); // the view is taken at the first read
  return db;
}
