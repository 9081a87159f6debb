import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { GalleyEvent, Progress } from '#shared/api/contract';
import type { CorpusStatus } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { checkFailed, checkPassed, readingBeside, readingCopy, unfinishedDiscarded } from '#shared/messages/en/notices';
import { listHeads, toFingerprint } from '../corpus/journal/chain.ts';
import { rebuildQuick } from '../corpus/derived/all-derived.ts';
import { openCorpus, type Corpus, type Environment } from '../corpus/open-corpus.ts';
import { getCorpusRow } from '../corpus/repositories/corpus-repository.ts';
import { discardUnfinished } from '../services/discard-batch.ts';
import { ensureAnnotator } from '../services/join.ts';
import { removeView, type AsOfView } from '../services/keeping/as-of.ts';
import { AutomaticBackups } from '../services/keeping/automatic-backups.ts';
import type { BackupOptions } from '../services/keeping/back-up.ts';
import type { Job } from '../services/job.ts';
import { rebuildDerived } from '../services/rebuild-derived.ts';
import { workWhenIdle, type IdleWork } from '../services/work-when-idle.ts';
import { upgradeCorpus } from '../services/upgrade-corpus.ts';
import { describeHolder, getWriter } from '../services/write-step.ts';
import { describeStatus } from './describe-status.ts';
import { Grants } from './grants.ts';
import { KeptSettings } from './kept-settings.ts';
import { openChecked, type CheckCorpus } from './open-checked.ts';

export type SessionOptions = {
  environment: Environment;
  /** Who is at the keyboard, where the door says so; else the settings' name. */
  person: string | null;
  folders: { settings: string; documents: string; home: string; sample: string };
  emit(event: GalleyEvent): void;
  checkCorpus: CheckCorpus;
};

/** `view`: what is shown in place of `corpus`, and when that was. */
type Behind = { corpus: Corpus; view: AsOfView };

/** By what lies at them: two paths may name one file. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a === b || (one !== undefined && one.dev === other?.dev && one.ino === other.ino);
}

/** What one worker holds: settings, files given out, and at most one open corpus. */
export class Session {
  readonly options: SessionOptions;
  readonly grants = new Grants();
  readonly settings: KeptSettings;
  corpus: Corpus | null = null;
  /** Stops the jobs that run on the open corpus and waits for their end; set by whoever runs them. */
  beforeClose: () => Promise<void> = () => Promise.resolve();
  /** Ends when the open corpus may be written, or is known to be damaged, or was closed. */
  #checked = Promise.withResolvers<void>();
  #opening: Promise<unknown> = Promise.resolve();
  /** Ends when derived tables that were out of date are made, or the corpus was closed. */
  #deriving: Promise<unknown> = Promise.resolve();
  /** Counts mentions again while nobody works on the open corpus. */
  #idle: IdleWork | null = null;
  #backups: AutomaticBackups | null = null;
  /** Made and not shown yet. */
  readonly #views = new Map<Handle, AsOfView>();
  /** The corpus itself, while it is shown as it was. */
  #behind: Behind | null = null;

  constructor(options: SessionOptions) {
    this.options = options;
    this.settings = new KeptSettings({
      folder: options.folders.settings,
      now: options.environment.now,
      onChange: () => options.emit({ type: 'settings' }),
      notify: (text) => this.notify(text),
    });
  }

  notify(text: string): void {
    this.options.emit({ type: 'notice', text });
  }

  /** Tells every page how far a call is that is no job. */
  readonly sayProgress = (progress: Progress): void => this.options.emit({ type: 'progress', progress });

  /** Who is at the keyboard, by name. */
  get person(): string | null {
    return this.options.person ?? this.settings.now.name;
  }

  /** Whoever renamed themself in the open corpus goes on under the new name. */
  rename(name: string): void {
    if (this.options.person === null) this.settings.update(() => ({ name }));
    else this.options.person = name;
  }

  /** Somebody else sits down at the keyboard; every page hears of it. Errors: those of `saveSettings`. */
  switchPerson(name: string): void {
    this.rename(name);
    if (this.options.person !== null) this.options.emit({ type: 'settings' });
  }

  /** Errors: no-corpus-open. */
  getCorpus(): Corpus {
    if (!this.corpus) throw new ExpectedError('no-corpus-open');
    return this.corpus;
  }

  /** The person at the keyboard as an annotator of the open corpus. Errors: no-annotator and those of writing. */
  getAnnotator(): string {
    if (this.person === null) throw new ExpectedError('no-annotator');
    const corpus = this.getCorpus();
    getWriter(corpus); // before any work is done for a change that could not be kept
    return ensureAnnotator(corpus, this.person);
  }

  /** Waits until a check after an unclean close has ended, or the person would not wait for it. */
  async whenWritable(): Promise<void> {
    if (this.corpus?.mode === 'checking') await this.#checked.promise;
  }

  /** Opens a corpus in place of the one that is open, one after the other. Errors: those of `corpus:open`. */
  open(path: string, access: 'read' | 'write'): Promise<CorpusStatus> {
    return this.#inTurn(async () => {
      const before = this.corpus;
      try {
        return await this.#open(path, access);
      } catch (error) {
        // it had to be closed to be opened anew, and cannot be
        if (before && !this.corpus) this.options.emit({ type: 'corpus' });
        throw error;
      }
    });
  }

  /** What puts another corpus in the place of the open one is done one after the other. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#opening.then(act);
    this.#opening = done.catch(() => {});
    return done;
  }

  async #open(path: string, access: 'read' | 'write'): Promise<CorpusStatus> {
    // our own lock would refuse us
    if (this.isOpen(path)) await this.#close();
    const corpus = await openChecked(path, access, {
      environment: this.options.environment,
      known: this.settings.now.known,
      checkCorpus: this.options.checkCorpus,
      backups: this.backupOptions,
      notify: (text) => this.notify(text),
    });
    await this.#close();
    this.corpus = corpus;
    this.#checked = Promise.withResolvers();
    const backups = new AutomaticBackups(
      corpus,
      () => this.backupOptions,
      (text) => this.notify(text),
    );
    this.#backups = backups;
    this.#idle = workWhenIdle(corpus, (why) => this.notify(why));
    corpus.onChange = (change) => {
      backups.noteChange();
      this.#idle?.wait();
      this.options.emit({ type: 'changed', ...change, fingerprint: toFingerprint(listHeads(corpus.read)) });
    };
    const { mode, holder } = corpus;
    const file = basename(path);
    if (mode === 'copy') this.notify(readingCopy(file));
    if (access === 'write' && holder) this.notify(readingBeside(file, describeHolder(holder)));
    if (mode === 'write') this.#clean(corpus);
    if (mode === 'checking') void this.#checkThenAllow(corpus);
    this.settings.remember(path, getCorpusRow(corpus.read)?.uid ?? '');
    this.options.emit({ type: 'corpus' });
    return this.getStatus()!;
  }

  get backupOptions(): BackupOptions {
    return { checkCorpus: this.options.checkCorpus, folder: this.settings.now.backups };
  }

  /** A backup of the open corpus before much of it is changed at once; where that fails, it is said, and work goes on. */
  async backUpBefore(job: Job): Promise<void> {
    await this.#backups?.backUpNow(job);
  }

  /** Whether two paths name the corpus that is open, also where it is shown as it was. */
  isOpen(path: string): boolean {
    return this.#present !== null && isSameFile(this.#present.path, path);
  }

  get #present(): Corpus | null {
    return this.#behind?.corpus ?? this.corpus;
  }

  /** The corpus as it is, also where it is shown as it was. Errors: no-corpus-open. */
  getPresent(): Corpus {
    return this.#present ?? this.getCorpus();
  }

  getCorpusPath(): string {
    return this.getPresent().path;
  }

  /** A corpus as it was, until it is shown or the open one is closed. */
  keepView(view: AsOfView): Handle {
    const handle = this.grants.grant(view.path);
    this.#views.set(handle, view);
    return handle;
  }

  /** Shows a corpus as it was in place of the one that is open, which stays open behind it. Errors: handle-unknown. */
  showAsOf(handle: Handle): Promise<CorpusStatus> {
    return this.#inTurn(async () => {
      const corpus = this.getPresent();
      const view = this.#views.get(handle);
      if (!view) throw new ExpectedError('handle-unknown');
      const shown = openCorpus(view.path, 'read', this.options.environment);
      await this.beforeClose();
      this.#views.delete(handle);
      if (this.#behind) this.#closeView();
      this.#behind = { corpus, view };
      this.corpus = shown;
      this.options.emit({ type: 'corpus' });
      return this.getStatus()!;
    });
  }

  backToNow(): Promise<CorpusStatus> {
    return this.#inTurn(async () => {
      if (this.#behind) {
        await this.beforeClose();
        this.#closeView();
        this.options.emit({ type: 'corpus' });
      }
      this.getCorpus();
      return this.getStatus()!;
    });
  }

  #closeView(): void {
    if (!this.#behind) return;
    this.corpus?.close();
    removeView(this.#behind.view.path);
    this.corpus = this.#behind.corpus;
    this.#behind = null;
  }

  async #checkThenAllow(corpus: Corpus): Promise<void> {
    const problem = await this.options.checkCorpus(corpus.path, 'quick');
    if (corpus !== this.#present || corpus.mode !== 'checking') return;
    if (problem === null) {
      this.allowWriting(corpus);
      this.notify(checkPassed());
    } else {
      corpus.mode = 'read';
      this.notify(checkFailed(basename(corpus.path), problem));
      this.options.emit({ type: 'corpus' });
      this.#checked.resolve();
    }
  }

  allowWriting(corpus: Corpus): void {
    if (corpus.mode !== 'checking') return;
    corpus.mode = 'write';
    this.#clean(corpus);
    this.options.emit({ type: 'corpus' });
    this.#checked.resolve();
  }

  /** What an older Galley left is brought up to date: what is quick at once, the rest while people work. */
  #bringUpToDate(corpus: Corpus): void {
    const slow = rebuildQuick(getWriter(corpus).db);
    if (slow.length === 0) return;
    const job: Job = { report: () => {}, isCancelled: () => corpus !== this.#present };
    this.#deriving = rebuildDerived(corpus, slow, job).catch((error: unknown) => {
      if (corpus === this.#present) this.notify(error instanceof Error ? error.message : String(error));
    });
  }

  /** What was cut off stays unseen where it cannot be taken back now; the corpus can be read all the same. */
  #clean(corpus: Corpus): void {
    try {
      const count = discardUnfinished(corpus);
      if (count > 0) this.notify(unfinishedDiscarded(count));
      upgradeCorpus(corpus);
      this.#bringUpToDate(corpus);
      this.#idle?.wait();
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      this.notify(error.message);
    }
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  async #close(): Promise<void> {
    this.#checked.resolve(); // whoever waited for the check is told that no corpus is open
    await this.beforeClose();
    this.#closeView();
    for (const { path } of this.#views.values()) removeView(path);
    this.#views.clear();
    const { corpus } = this;
    this.corpus = null; // also where it cannot be closed well
    await this.#deriving;
    await this.#backups?.end();
    this.#backups = null;
    this.#idle?.end();
    corpus?.close();
  }

  getStatus(): CorpusStatus | null {
    if (!this.corpus) return null;
    const asOf = this.#behind?.view.asOf ?? null;
    return describeStatus(this.corpus, this.getPresent(), { annotator: this.person, asOf });
  }
}
