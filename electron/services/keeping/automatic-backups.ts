import { statSync } from 'node:fs';
import { keepingNotices } from '#shared/messages/en/keeping';
import { openForReading } from '../../corpus/open-connection.ts';
import { countArticles } from '../../corpus/repositories/article-repository.ts';
import { identifyCorpus, type Corpus, type Environment } from '../../corpus/open-corpus.ts';
import { migrations, readSchemaVersion } from '../../corpus/migrate.ts';
import { findHolder } from '../../corpus/writer-lock.ts';
import type { Job } from '../job.ts';
import { backUpIntoFolder, isDue, type BackupOptions } from './back-up.ts';

/** How often it is asked whether a backup is due while people work. Unit: ms. */
const EVERY_MS = 5 * 60_000;
/** A larger corpus is backed up while people work only, so that nobody waits for it to close. Unit: bytes. */
const MOST_AT_CLOSE = 200e6;

/** Backs one open corpus up by the rule, while it is changed and when it closes; a failure is told, and stops nothing. */
export class AutomaticBackups {
  readonly #corpus: Corpus;
  readonly #options: () => BackupOptions;
  readonly #notify: (text: string) => void;
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor(corpus: Corpus, options: () => BackupOptions, notify: (text: string) => void) {
    this.#corpus = corpus;
    this.#options = options;
    this.#notify = notify;
  }

  noteChange(): void {
    this.#timer ??= setInterval(() => {
      this.#running = this.#running.then(() => this.#backUpIfDue(() => this.#isEnding));
    }, EVERY_MS).unref();
  }

  /** One before much is changed at once, whether due or not; where nothing is in the corpus yet there is nothing to back up. */
  async backUpNow({ isCancelled }: Pick<Job, 'isCancelled'>): Promise<void> {
    if (countArticles(this.#corpus.read) === 0) return;
    this.#running = this.#running.then(() => this.#backUp(isCancelled));
    await this.#running;
  }

  /** The last one; a corpus that nobody changed needs none. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#running;
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    if (this.#corpus.mode === 'write' && statSync(this.#corpus.path).size <= MOST_AT_CLOSE)
      await this.#backUpIfDue(() => false);
  }

  async #backUpIfDue(isCancelled: Job['isCancelled']): Promise<void> {
    await this.#backUp(isCancelled, () => isDue(this.#corpus, this.#options()));
  }

  async #backUp(isCancelled: Job['isCancelled'], isWanted = () => true): Promise<void> {
    try {
      if (isWanted()) await backUpIntoFolder(this.#corpus, this.#options(), false, { report: () => {}, isCancelled });
    } catch (error) {
      if (!isCancelled()) this.#notify(keepingNotices.failed(error instanceof Error ? error.message : String(error)));
    }
  }
}

/**
 * Backs up a corpus of an older format before its writer brings it up to date; gives the backup's name, or null where there
 * is nothing to do. Errors: those of a backup; then it must not be brought up to date.
 */
export async function backUpBeforeUpgrade(
  path: string,
  environment: Environment,
  options: BackupOptions,
): Promise<string | null> {
  if (!isOlder(path) || findHolder(path)) return null;
  const read = openForReading(path);
  try {
    const quiet: Job = { report: () => {}, isCancelled: () => false };
    return (await backUpIntoFolder({ path, place: path, read, environment }, options, false, quiet))?.file ?? null;
  } finally {
    read.close();
  }
}

/** Whether a file is a corpus of ours in an older format, in a place where it could be changed. */
function isOlder(path: string): boolean {
  try {
    const place = identifyCorpus(path);
    place.remove();
    if (place.isCopy) return false;
    const read = openForReading(path);
    try {
      return readSchemaVersion(read) < migrations.length;
    } finally {
      read.close();
    }
  } catch {
    return false; // whoever opens it says what is wrong
  }
}
