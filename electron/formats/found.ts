import type { EntityLink, Layer, Origin } from '#shared/domain/annotation';
import type { Block } from '#shared/domain/block';
import type { CodebookFile } from '#shared/domain/codebook-file';
import type { FormatName, OffsetUnit } from '#shared/domain/dataset';
import type { NewAlias, OutsideId } from '#shared/domain/entity';
import type { Decision } from '#shared/domain/review';

/** Files that are read as one thing: a folder, a ZIP, some files, or one. Names have `/` between folders. */
export type FileSet = {
  names: readonly string[];
  sizeOf(name: string): number;
  /** Errors: file-unreadable, archive-bomb. */
  bytes(name: string): Uint8Array;
  /** As strict UTF-8, without a BOM. Errors: format-invalid (with the line of the first stray byte). */
  text(name: string): string;
  /** The lines of a file that may be larger than a string can be, without their line ends (LF, CRLF). */
  lines(name: string): Iterable<string>;
  /** All characters of such a file, some at a time, as strict UTF-8 without a BOM. Errors: format-invalid. */
  slices(name: string): Iterable<string>;
  /** The first 64 KiB, for telling what a file is; stray bytes are U+FFFD. */
  head(name: string): string;
};

/**
 * A span as a file gives it, in the file's own unit. `quote`: the words that it says stand there; null where it does not. `before`,
 * `after`: what it says stands beside them.
 */
export type FoundSpan = { start: number; end: number; quote: string | null; before?: string; after?: string };

/**
 * An annotation as a file gives it, by its names for things.
 *
 * `id`: its own, that relations and messages name. `uid`: ours, where the file carries it along. `quote`: its words where they are
 * given for all spans together, joined by `joiner`. `attributes`: by name; plain strings where the format has no types. A link to
 * an entity by rule was nobody's decision. `place` says where it stands for a person (`line 12`, `task 3`).
 *
 * Our own files also say whose layer it is in, how it came to be, and the uid of the annotation that it, a correction, revises.
 */
export type FoundAnnotation = {
  id: string;
  uid: string | null;
  label: string;
  spans: FoundSpan[];
  quote?: { text: string; joiner: string };
  entity: { name: string; uid: string | null; refs: OutsideId[]; link?: EntityLink } | null;
  attributes: Record<string, unknown>;
  kept?: Record<string, unknown>;
  layer?: Layer;
  origin?: Origin;
  revises?: string | null;
  annotator: string | null;
  state: Decision | null;
  note: string;
  place: string;
};

/** `from` and `to` are ids of annotations, of the same document unless another is named. */
export type FoundRelation = {
  uid: string | null;
  kind: string;
  from: string;
  to: string;
  toDocument?: string;
  annotator: string | null;
  state: Decision | null;
  note: string;
  place: string;
};

/** Something that Galley has no place for; alike things are counted together, unless `quote` tells them apart. */
export type Left = { what: string; place: string; quote: string; count: number };

/**
 * One text with what stands on it. `name`: what the file calls it. `textFile`: the file that the text stands in, where that is
 * another. `text`: null where only its hash is given.
 *
 * `unit`: what its offsets count, where the file says so. `joinsLines`: a span that ends where a line does and one that begins
 * with the next were one before the format parted them.
 */
export type FoundDocument = {
  name: string;
  /** What relations of other documents call it, where that is not its name. */
  key?: string;
  file: string;
  textFile?: string;
  uid: string | null;
  text: string | null;
  sha256: string | null;
  title: string | null;
  outlet: string | null;
  date: string | null;
  language: string | null;
  address: string | null;
  meta: { key: string; value: string; foundBy?: string }[];
  /** What its stretches are, where the file says so, in its unit. */
  blocks?: Block[];
  unit: OffsetUnit | null;
  joinsLines?: boolean;
  annotations: FoundAnnotation[];
  relations: FoundRelation[];
  left: Left[];
};

/** An entity that a file describes beside its documents. `label`: by name; `aliases`: beside its name. */
export type FoundEntity = {
  uid: string | null;
  label: string;
  kind: string | null;
  name: string;
  description: string;
  latitude: number | null;
  longitude: number | null;
  refs: OutsideId[];
  aliases: NewAlias[];
};

/** An event card. `place`: an entity, by name; `members`: ids of annotations of any document that was found before it. */
export type FoundCluster = {
  uid: string | null;
  title: string;
  date: string | null;
  place: string | null;
  note: string;
  members: string[];
};

/**
 * What a file holds, one by one: a document, or a part that cannot be read, with its line (from 1) and why. Our own also say the
 * codebook and the entities, which come before the documents, and the event cards, which come behind them.
 */
export type Found =
  | { document: FoundDocument }
  | { refused: { file: string; line: number | null; reason: string } }
  | { codebook: CodebookFile }
  | { entity: FoundEntity }
  | { cluster: FoundCluster };

/** What reading is to assume where a file does not say; `unit`: what its offsets count. */
type ReadChoice = { unit: OffsetUnit | 'auto' };

/** Reads one format. What it says of a unit is tried first; others are tried where its quotes agree better with them. */
export type FormatReader = {
  name: FormatName;
  /** The unit that the format's rules name. */
  unit: OffsetUnit;
  /** Whether files are of this format, by their names and first characters; the more particular formats are asked first. */
  recognises(files: FileSet): boolean;
  /** Errors: format-invalid, for what makes the whole unreadable. */
  read(files: FileSet, choice: ReadChoice): Iterable<Found> | AsyncIterable<Found>;
};

/** The file that a text was read from: what is kept of it as evidence. */
export const fileOfText = ({ file, textFile = file }: FoundDocument): string => textFile;

/** A document with nothing known of it yet. */
export const emptyDocument = (name: string, file: string): FoundDocument => ({
  name,
  file,
  uid: null,
  text: null,
  sha256: null,
  title: null,
  outlet: null,
  date: null,
  language: null,
  address: null,
  meta: [],
  unit: null,
  annotations: [],
  relations: [],
  left: [],
});
