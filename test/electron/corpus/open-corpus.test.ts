import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { toDiskError } from '../../../electron/corpus/disk-error.ts';
import { createCorpusFile, openCorpus, type Corpus } from '../../../electron/corpus/open-corpus.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { writeStep } from '../../../electron/services/write-step.ts';
import { readLine, startChild } from '../../helpers/child.ts';
import { createEnvironment, createTestCorpus, createTestFolder } from '../../helpers/corpus.ts';

const environment = createEnvironment(9);
const label = (name: string) => ({ name, key: null, excludes: [] });

/** The code of the failure that `act` ends in. */
function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof ExpectedError ? error.code : String(error);
  }
}

/** A closed corpus, changed by another program. */
function createAltered(alter: (db: Database) => void): { folder: string; path: string } {
  const folder = createTestFolder();
  const path = join(folder, 'war.galley');
  createCorpus(path, 'Sara', createEnvironment());
  const db = new BetterSqlite3(path);
  alter(db);
  db.close();
  return { folder, path };
}

describe('a file that is refused is left as it was, byte for byte, and nothing is put beside it', () => {
  const inDeleteMode = (db: Database) => db.pragma('journal_mode = DELETE');
  test.each<[string, string, (path: string) => void, RegExp]>([
    ['from a newer Galley', 'corpus-newer', alterBy((db) => db.pragma('user_version = 99')), /format 99/u],
    ['with a table of somebody else’s', 'corpus-altered', alterBy((db) => db.exec('CREATE TABLE x (y)')), /table x/u],
    [
      'with a column more',
      'corpus-altered',
      alterBy((db) => db.exec('ALTER TABLE label ADD COLUMN x TEXT')),
      /changed table label/u,
    ],
    [
      'with a foreign trigger',
      'corpus-altered',
      alterBy((db) => db.exec(`CREATE TRIGGER spy AFTER INSERT ON label BEGIN SELECT 1; END`)),
      /trigger spy/u,
    ],
    [
      'without a trigger of ours',
      'corpus-altered',
      alterBy((db) => db.exec('DROP TRIGGER journal_is_append_only')),
      /missing trigger journal_is_append_only/u,
    ],
    [
      'of another program',
      'not-a-corpus',
      alterBy((db) => (inDeleteMode(db), db.pragma('application_id = 7'))),
      /war/u,
    ],
    ['that is a text', 'not-a-corpus', (path) => writeFileSync(path, 'Not a database at all. '.repeat(99)), /war/u],
    ['that is empty', 'not-a-corpus', (path) => writeFileSync(path, ''), /war/u],
  ])('%s: %s', (_, code, prepare, name) => {
    const { folder, path } = createAltered(() => {});
    prepare(path);
    const before = readFileSync(path);
    for (const access of ['read', 'write'] as const) {
      expect(codeOf(() => openCorpus(path, access, environment))).toBe(code);
      expect(() => openCorpus(path, access, environment)).toThrow(name);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['war.galley']);
  });

  function alterBy(alter: (db: Database) => void) {
    return (path: string) => {
      const db = new BetterSqlite3(path);
      alter(db);
      db.close();
    };
  }

  test('a folder and a missing file are refused by name', () => {
    const folder = createTestFolder();
    expect(codeOf(() => openCorpus(folder, 'write', environment))).toBe('not-a-corpus');
    expect(codeOf(() => openCorpus(join(folder, 'no.galley'), 'read', environment))).toBe('corpus-missing');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an open corpus', () => {
  test('has every setting that keeps what was committed', () => {
    const { corpus } = createTestCorpus();
    const read = (name: string) => corpus.writer!.db.pragma(name, { simple: true });
    expect(
      Object.fromEntries(
        [
          'journal_mode',
          'synchronous',
          'checkpoint_fullfsync',
          'foreign_keys',
          'trusted_schema',
          'recursive_triggers',
          'cell_size_check',
        ].map((name) => [name, read(name)]),
      ),
    ).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      checkpoint_fullfsync: 1,
      foreign_keys: 1,
      trusted_schema: 0,
      recursive_triggers: 1,
      cell_size_check: 1,
    });
    expect(read('mmap_size') ?? 0).toBe(0);
  });

  test('cannot be written through its reading connection', () => {
    const { corpus } = createTestCorpus();
    expect(() => corpus.read.exec(`UPDATE corpus SET title = 'x'`)).toThrow(/readonly/u);
  });

  test('is one file again when it is closed', () => {
    const { corpus, folder, sara } = createTestCorpus();
    addLabel(corpus, sara, label('weapon'));
    expect(readdirSync(folder).length).toBeGreaterThan(1);
    corpus.close();
    expect(readdirSync(folder)).toEqual(['test.galley']);
  });

  test('that was opened to be read does not change its file', () => {
    const made = createTestCorpus();
    made.corpus.close();
    const before = readFileSync(made.path);
    const corpus = openCorpus(made.path, 'read', environment);
    expect(corpus.mode).toBe('read');
    expect(codeOf(() => addLabel(corpus, 'x', label('weapon')))).toBe('corpus-read-only');
    corpus.close();
    expect(readFileSync(made.path).equals(before)).toBe(true);
    expect(readdirSync(made.folder)).toEqual(['test.galley']);
  });
});

describe('one writer', () => {
  test('a second process is refused and named who writes, and reads beside', async () => {
    const made = createTestCorpus();
    const child = startChild('test/helpers/hold-corpus.ts', [made.path]);
    expect(await readLine(child)).toEqual({ mode: 'read', holder: 'a test' });
    addLabel(made.corpus, made.sara, label('weapon'));
    const reader = openCorpus(made.path, 'read', environment);
    expect(getCodebook(reader.read).labels.map(({ name }) => name)).toContain('weapon');
    reader.close();
  });

  test('a second opening in this process is refused too', () => {
    const made = createTestCorpus();
    const second = openCorpus(made.path, 'write', environment);
    expect(second).toMatchObject({ mode: 'read', holder: { door: 'a test', pid: process.pid } });
    expect(codeOf(() => addLabel(second, 'x', label('weapon')))).toBe('corpus-in-use');
    second.close();
    addLabel(made.corpus, made.sara, label('weapon')); // and the first is still the one
  });

  test('a killed writer’s lock is free at once, and what it had committed is there', async () => {
    const made = createTestCorpus();
    made.corpus.close();
    const child = startChild('test/helpers/hold-corpus.ts', [made.path]);
    expect(await readLine(child)).toEqual({ mode: 'write', holder: null });
    const reader = openCorpus(made.path, 'write', environment);
    expect(reader.holder).toMatchObject({ door: 'another test', pid: child.process.pid });
    reader.close();
    await child.kill();
    made.corpus = openCorpus(made.path, 'write', made.environment);
    expect(made.corpus.mode).toBe('checking');
    expect(getCodebook(made.corpus.read).labels.map(({ name }) => name)).toContain('held');
  });

  test('reading after a kill leaves the log for the next writer to see', async () => {
    const made = createTestCorpus();
    made.corpus.close();
    const child = startChild('test/helpers/hold-corpus.ts', [made.path]);
    await readLine(child);
    await child.kill();
    const log = statSync(`${made.path}-wal`).size;
    const reader = openCorpus(made.path, 'read', environment);
    expect(getCodebook(reader.read).labels.map(({ name }) => name)).toContain('held');
    reader.close();
    expect(statSync(`${made.path}-wal`).size).toBe(log);
    made.corpus = openCorpus(made.path, 'write', made.environment);
    expect(made.corpus.mode).toBe('checking');
  });
});

describe('a file that another is put in place of', () => {
  test('is not written again, and all that was saved lies beside it', () => {
    const made = createTestCorpus();
    const older = join(made.folder, 'older.galley');
    createCorpus(older, 'Sara', createEnvironment(2));
    addLabel(made.corpus, made.sara, label('weapon'));
    renameSync(older, made.path);
    const replaced = readFileSync(made.path);
    expect(codeOf(() => addLabel(made.corpus, made.sara, label('vehicle')))).toBe('corpus-replaced');
    expect(codeOf(() => addLabel(made.corpus, made.sara, label('vehicle')))).toBe('corpus-replaced');
    expect(readFileSync(made.path).equals(replaced)).toBe(true);
    const kept = openCorpus(made.corpus.kept!, 'read', environment);
    expect(getCodebook(kept.read).labels.map(({ name }) => name)).toContain('weapon');
    kept.close();
  });

  test('counts as such when it was removed, too', () => {
    const made = createTestCorpus();
    renameSync(made.path, join(made.folder, 'elsewhere'));
    expect(codeOf(() => addLabel(made.corpus, made.sara, label('weapon')))).toBe('corpus-replaced');
    expect(existsSync(made.corpus.kept!)).toBe(true);
  });
});

describe('a new corpus', () => {
  test('does not write over a file that is there', () => {
    const path = join(createTestFolder(), 'war.galley');
    writeFileSync(path, 'mine');
    expect(codeOf(() => createCorpus(path, 'Sara', environment))).toBe('corpus-exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('leaves nothing behind when it cannot be filled', () => {
    const folder = createTestFolder();
    const fill = () => {
      throw new Error('no');
    };
    expect(() => createCorpusFile(join(folder, 'war.galley'), environment, fill)).toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves nothing behind when another file takes its name meanwhile, which stays', () => {
    const folder = createTestFolder();
    const path = join(folder, 'war.galley');
    expect(codeOf(() => createCorpusFile(path, environment, () => writeFileSync(path, 'mine')))).toBe('corpus-exists');
    expect(readdirSync(folder)).toEqual(['war.galley']);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('is refused where there is no folder', () => {
    const path = join(createTestFolder(), 'no', 'war.galley');
    expect(codeOf(() => createCorpus(path, 'Sara', environment))).toBe('folder-missing');
  });
});

test('a full disk is said, nothing of the change is kept, and work goes on when there is room', () => {
  const made = createTestCorpus();
  const { db } = made.corpus.writer!;
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  const add = (n: number) => addLabel(made.corpus, made.sara, label(`${n} ${'x'.repeat(4000)}`));
  expect(codeOf(() => [1, 2, 3, 4, 5].map(add))).toBe('disk-full');
  const kept = getCodebook(made.corpus.read).labels.length;
  db.pragma('max_page_count = 1000000');
  addLabel(made.corpus, made.sara, label('weapon'));
  expect(getCodebook(made.corpus.read).labels).toHaveLength(kept + 1);
});

test('a full disk is said of the corpus that was to be made, not of its draft, and nothing is left', () => {
  const folder = createTestFolder();
  const fill = ({ writer }: Corpus) => {
    writer!.db.pragma(`max_page_count = ${writer!.db.pragma('page_count', { simple: true }) as number}`);
    writer!.db.exec('CREATE TABLE filler (bytes); INSERT INTO filler VALUES (zeroblob(100000))');
  };
  const write = (corpus: Corpus) => {
    try {
      fill(corpus);
    } catch (error) {
      throw toDiskError(error, corpus.path)!;
    }
  };
  for (const make of [fill, write])
    expect(() => createCorpusFile(join(folder, 'war.galley'), createEnvironment(), make)).toThrow(
      new ExpectedError('disk-full', { file: 'war.galley' }),
    );
  expect(readdirSync(folder)).toEqual([]);
});

test('a change that fails half-way leaves neither rows nor a gap in the journal', () => {
  const made = createTestCorpus();
  const rows = () => made.corpus.read.prepare('SELECT number FROM journal ORDER BY id').pluck().all();
  const before = rows();
  const fail = () =>
    writeStep(made.corpus, made.sara, 'change codebook', (step) => {
      step.update('corpus', corpusUid(made.corpus.read), { title: 'x' });
      throw new Error('half-way');
    });
  expect(fail).toThrow('half-way');
  expect(rows()).toEqual(before);
  addLabel(made.corpus, made.sara, label('weapon'));
  addLabel(made.corpus, made.sara, label('vehicle'));
  const strand = rows().slice(before.length);
  expect(strand).toEqual(strand.map((_, n) => n));
});

const corpusUid = (db: Database) => db.prepare('SELECT uid FROM corpus').pluck().get() as string;

test('a listener that fails after a commit does not undo what was committed', () => {
  const made = createTestCorpus();
  made.corpus.onChange = () => {
    throw new Error('a page is gone');
  };
  expect(() => addLabel(made.corpus, made.sara, label('weapon'))).toThrow('a page is gone');
  made.corpus.onChange = () => {};
  addLabel(made.corpus, made.sara, label('vehicle'));
  expect(getCodebook(made.corpus.read).labels.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['weapon', 'vehicle']),
  );
});

test('a copy of a closed corpus opens as the corpus itself', () => {
  const made = createTestCorpus();
  made.corpus.close();
  const copy = join(made.folder, 'copy.galley');
  copyFileSync(made.path, copy);
  made.corpus = openCorpus(copy, 'write', made.environment);
  expect(made.corpus.mode).toBe('write');
});
