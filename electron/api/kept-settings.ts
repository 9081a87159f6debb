import { ExpectedError } from '#shared/errors';
import { MOST_KNOWN, MOST_RECENT, type Settings } from '#shared/domain/settings';
import { loadSettings, saveSettings } from '../services/settings-file.ts';

type Options = { folder: string; now(): Date; onChange(): void; notify(text: string): void };

/** The settings of this installation: in memory, and in a file that another Galley may write too. */
export class KeptSettings {
  readonly #options: Options;
  #now: Settings;

  constructor(options: Options) {
    this.#options = options;
    const { settings, notice } = loadSettings(options.folder, options.now());
    this.#now = settings;
    if (notice !== null) options.notify(notice);
  }

  get now(): Settings {
    return this.#now;
  }

  /** Changes what is stored, which another Galley may have changed since we read it. Errors: those of `saveSettings`. */
  update(change: (stored: Settings) => Partial<Settings>): void {
    const { folder, now, onChange } = this.#options;
    const { settings: stored } = loadSettings(folder, now());
    const others = stored.known.filter(({ path }) => !this.#now.known.some((own) => own.path === path));
    const known = [...this.#now.known, ...others].slice(0, MOST_KNOWN);
    const settings = { ...stored, known, ...change(stored) };
    saveSettings(folder, settings);
    this.#now = settings;
    onChange();
  }

  /** A corpus that was made or checked here needs no check when it is opened. */
  know(path: string, uid: string): void {
    const others = this.#now.known.filter((other) => other.path !== path);
    this.#now = { ...this.#now, known: [{ path, uid }, ...others].slice(0, MOST_KNOWN) };
  }

  /** Names a corpus that was opened; settings that cannot be written must not keep it from being open. */
  remember(path: string, uid: string): void {
    this.know(path, uid);
    const add = ({ recent }: Settings) => ({
      recent: [path, ...recent.filter((other) => other !== path)].slice(0, MOST_RECENT),
    });
    try {
      this.update(add);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      this.#now = { ...this.#now, ...add(this.#now) };
    }
  }
}
