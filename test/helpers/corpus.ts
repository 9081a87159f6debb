import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { Handle } from '#shared/domain/ids';
import { ReadOptions, type ImportReport, type PageChoice } from '#shared/domain/import';
import { openCorpus, type Corpus, type Environment } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { createCorpus } from '../../electron/services/create-corpus.ts';
import { importArticles } from '../../electron/services/import-articles.ts';
import type { Job } from '../../electron/services/job.ts';
import { ensureAnnotator } from '../../electron/services/join.ts';

/** A job that nobody stops. */
export const noJob: Job = { report: () => {}, isCancelled: () => false };

/** How often an environment was asked for the time and for a uid. */
type Asked = { looks: number; uids: number };

/** A clock that goes on by a second a look, and uids that follow from `seed` and how many there were before. */
export function createEnvironment(seed = 1, asked: Asked = { looks: 0, uids: 0 }): Environment {
  return {
    now: () => new Date(Date.UTC(2026, 0, 2, 3, 4, (asked.looks += 1))),
    newUid: () => {
      asked.uids += 1;
      const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
      return `${hex(asked.uids, 8)}-${hex(seed, 4)}-7000-8000-${hex(asked.uids, 12)}`;
    },
    door: 'a test',
    version: '0.0.0',
  };
}

/** New corpora as files, by seed, and how far the clock and the uids of each had come. */
const newCorpora = new Map<number, { bytes: Uint8Array; asked: Asked }>();

/** Puts a new corpus of Sara's at `path`: made once by seed and copied from then on. Gives the environment, as it was left. */
function placeNewCorpus(path: string, seed: number): Environment {
  let made = newCorpora.get(seed);
  if (made) writeFileSync(path, made.bytes, { flag: 'wx' });
  else {
    const asked = { looks: 0, uids: 0 };
    createCorpus(path, 'Sara', createEnvironment(seed, asked));
    made = { bytes: readFileSync(path), asked };
    newCorpora.set(seed, made);
  }
  return createEnvironment(seed, { ...made.asked });
}

/** A folder of its own that is removed when the test has ended. */
export function createTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What an import is given: the name of each file, and its text or bytes. */
export type Files = Record<string, string | Uint8Array>;
export type Choices = { options?: Partial<ReadOptions>; choice?: Partial<PageChoice>; by?: string };

/** A corpus in a real file, and the ways in which tests change it. */
export class TestCorpus {
  readonly folder: string;
  readonly path: string;
  readonly environment: Environment;
  corpus: Corpus;

  /** `of`: a closed corpus that it is a copy of; else it is a new one. */
  constructor(folder: string, seed: number, of?: string) {
    this.folder = folder;
    this.path = join(folder, 'test.galley');
    if (of !== undefined) copyFileSync(of, this.path);
    this.environment = of === undefined ? placeNewCorpus(this.path, seed) : createEnvironment(seed);
    this.corpus = openCorpus(this.path, 'write', this.environment);
  }

  get sara(): string {
    return this.person('Sara');
  }

  person(name: string): string {
    return ensureAnnotator(this.corpus, name);
  }

  /** Writes files and imports them, as one step. */
  async import(files: Files, { options = {}, choice = {}, by = 'Sara' }: Choices = {}): Promise<ImportReport> {
    const requests = Object.entries(files).map(([name, content]) => {
      const path = join(this.folder, name);
      writeFileSync(path, content);
      return { path, name, choice: { handle: Handle.parse(name), ...choice } };
    });
    return importArticles(this.corpus, this.person(by), requests, ReadOptions.parse(options), noJob);
  }

  /** Imports one text as one article; gives its uid. */
  async importText(text: string, name = 'page.txt'): Promise<string> {
    const { articles, errors } = await this.import({ [name]: text }, { options: { split: 'never' } });
    if (errors[0]) throw new Error(errors[0].message);
    return articles[0]!.uid;
  }

  tag(article: string, label: string, start: number, end: number, by = 'Sara'): Annotation {
    return createAnnotation(this.corpus, this.person(by), { article, label, spans: [{ start, end }] });
  }

  /** Closes the corpus and opens it again, as a restart does. */
  reopen(access: 'read' | 'write' = 'write'): Corpus {
    this.corpus.close();
    this.corpus = openCorpus(this.path, access, this.environment);
    return this.corpus;
  }

  remove(): void {
    this.corpus.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A new corpus of Sara's that lives as long as the test, or until `remove` where there is none. */
export function createTestCorpus({ seed = 1, keep = false }: { seed?: number; keep?: boolean } = {}): TestCorpus {
  const made = new TestCorpus(mkdtempSync(join(tmpdir(), 'galley-test-')), seed);
  if (!keep) onTestFinished(() => made.remove());
  return made;
}

/** A copy of a closed corpus, open for writing, that lives as long as the test, or until `remove`. */
export function copyTestCorpus(of: string, { seed, keep = false }: { seed: number; keep?: boolean }): TestCorpus {
  const made = new TestCorpus(mkdtempSync(join(tmpdir(), 'galley-test-')), seed, of);
  if (!keep) onTestFinished(() => made.remove());
  return made;
}

/** One article with a headline and two paragraphs, Arabic, an emoji of several code points and a combining mark in it. */
export const SAMPLE_TEXT = `Harbour council votes to reopen the old ferry

The council of Morrow voted on Monday to reopen the ferry, said Mayor Ann Dell 👩‍👩‍👧‍👦 at the cafe\u0301.

قال المجلس إن العبارة ستعود إلى العمل في الربيع، بحسب البلدية.
`;
