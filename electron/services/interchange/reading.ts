import type { Codebook } from '#shared/domain/codebook';
import type { FoundName, NameSort, NoteKind, ReadingNote } from '#shared/domain/interchange';
import type { ReadDb } from '../../corpus/connection.ts';
import type { OpenFiles } from './files/open-files.ts';
import { toNameKey } from './name-key.ts';
import type { ReadableFormat } from './recognise.ts';
import type { Survey } from './survey.ts';

/** Whoever imports; `uid` is null where the corpus does not know them yet. */
export type Importer = { uid: string | null; name: string };

/** Files as they are read: what was found out of them as a whole, and what their names stand for. */
export type Reading = {
  db: ReadDb;
  files: OpenFiles;
  format: ReadableFormat;
  surveyed: Survey;
  names: readonly FoundName[];
  ours: NameLookup;
  importer: Importer;
  /** Whose annotations are that name nobody. */
  byDefault: string;
  codebook: Codebook;
  /** Labels of the files that the codebook has no room for. */
  withoutRoom: ReadonlySet<string>;
  /** Hears of what there is no place for, and of what could not be read as it stands. */
  note(note: ReadingNote): void;
};

/** The name here of a name of the files; null where it is left out. */
export type NameLookup = (sort: NameSort, theirs: string) => string | null;

export function createLookup(names: readonly FoundName[]): NameLookup {
  const bySort = new Map<string, string | null>(names.map(({ sort, theirs, ours }) => [`${sort}\0${theirs}`, ours]));
  return (sort, theirs) => bySort.get(`${sort}\0${toNameKey(theirs)}`) ?? null;
}

/** How many notes of a kind are kept; more are counted. */
const MOST_NOTES = 10_000;

/** Enough to know a name or a quote by: one may be as long as its file. Unit: UTF-16 code units. */
const MOST_LETTERS = 500;

const shorten = (words: string) =>
  words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS).toWellFormed()}…`;

/** Control characters of the files as signs for them (␀): a page shows nothing of one, and a terminal obeys it. */
const toShown = (words: string) =>
  shorten(words).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/gu, (control) =>
    String.fromCharCode(control === '\x7f' ? 0x2421 : 0x2400 + control.charCodeAt(0)),
  );

/** Keeps notes, with their numbers. */
export class Notes {
  readonly counts: Record<NoteKind, number> = {
    refused: 0,
    unplaced: 0,
    moved: 0,
    left: 0,
    values: 0,
    'without-text': 0,
  };
  readonly list: ReadingNote[] = [];
  readonly #kept = new Map<NoteKind, number>();
  readonly #cut = new Set<NoteKind>();

  /** Whether all of these are listed. */
  isWhole(kinds: readonly NoteKind[]): boolean {
    return !kinds.some((kind) => this.#cut.has(kind));
  }

  readonly add = (note: ReadingNote): void => {
    this.counts[note.kind] += note.count;
    const kept = this.#kept.get(note.kind) ?? 0;
    if (kept === MOST_NOTES) {
      this.#cut.add(note.kind);
      return;
    }
    this.#kept.set(note.kind, kept + 1);
    const { what, place, quote } = note;
    this.list.push({ ...note, what: toShown(what), place: toShown(place), quote: toShown(quote) });
  };
}
