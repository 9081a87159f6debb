import type { Annotation } from '#shared/domain/annotation';
import type { Codebook } from '#shared/domain/codebook';
import type { FormatName, FormatOptions, Loss, LossKind, OffsetUnit, PartName } from '#shared/domain/dataset';
import type {
  ArticleDetails,
  DatasetCluster,
  DatasetEntity,
  DatasetRelation,
  DatasetText,
} from '#shared/domain/dataset-item';
import type { FormatReader } from './found.ts';

export type { ArticleDetails, DatasetCluster, DatasetEntity, DatasetRelation } from '#shared/domain/dataset-item';

/**
 * One article as a dataset holds it: with the annotations that count, in order of uid, and the relations that lead from them.
 * `textOf` gives the text of another one, by uid.
 */
export type DatasetArticle = {
  article: DatasetText;
  annotations: Annotation[];
  relations: DatasetRelation[];
  textOf(article: string): string;
  /** What few formats have a place for, asked of the corpus only then. */
  details?(): ArticleDetails;
};

/**
 * A dataset, or one part of a split one, to be written. Each call of `articles` goes through all of it again, in order of uid;
 * so do `entities`, those that annotations or values in it name, and `clusters`.
 */
export type Dataset = {
  title: string;
  licence: string;
  part: PartName | null;
  codebook: Codebook;
  options: FormatOptions;
  /** Whether texts go along; where they do not, quotes of annotations are the only words. */
  withText: boolean;
  /** When the newest change in the corpus was made (ISO 8601): the only date that a file may say. */
  date: string;
  version: string;
  articles(): Iterable<DatasetArticle>;
  entities(): Iterable<DatasetEntity>;
  /** Those of them that are named, for which articles are not gone through. */
  entitiesOf(uids: readonly string[]): Iterable<DatasetEntity>;
  clusters(): Iterable<DatasetCluster>;
};

/**
 * Something for one of a dataset's files, named relative to its folder. Text is written as UTF-8; what is so already `isText` too.
 */
export type Chunk = { file: string; text: string } | { file: string; bytes: Uint8Array; isText?: true };

/** Null where the format has no way to count them. `mismatches` names what does not read back as it should. */
export type Reread = {
  articles: number | null;
  annotations: number | null;
  relations: number | null;
  mismatches: string[];
};

/** The names of what was written, and a file's text, its lines one by one, or its bytes. */
export type WrittenFiles = {
  names: string[];
  read(file: string): string;
  lines(file: string): Iterable<string>;
  bytes(file: string): Uint8Array;
};

/**
 * One format: adding one is a folder and a line in `formats.ts`.
 *
 * `recheck` reads back what was written, its offsets and quotes; it shares no code with `write`.
 */
export type Format = {
  name: FormatName;
  /** What its offsets may count; the first is its own, none where it counts tokens. */
  units: readonly OffsetUnit[];
  /** Whether it says nothing without the texts. */
  needsText: boolean;
  /** What it carries of each annotation and article; the rest is lost, and is listed by `losses.ts`. */
  carries: ReadonlySet<Carried>;
  /** What stands before the dataset's card, as this format has it: `files` are those of the parts together. */
  frontMatter?(facts: CardFacts): string;
  /** Its files are packed into one ZIP of this name. */
  archive?: string;
  /** It names the part of a split dataset in its files; else each part is a folder. */
  namesParts?: boolean;
  write(dataset: Dataset): Iterable<Chunk> | AsyncIterable<Chunk>;
  /** What it cannot carry of one article besides what it never carries. */
  listLosses?(item: DatasetArticle, dataset: Pick<Dataset, 'codebook' | 'options' | 'withText'>): Loss[];
  recheck(
    files: WrittenFiles,
    dataset: Pick<Dataset, 'options' | 'withText' | 'part'>,
    /** To be asked between files or lines: what it gives, if anything, is to be awaited. */
    breathe?: () => Promise<void> | undefined,
  ): Reread | Promise<Reread>;
  /** Reads files of this format that others, or we, made. Left out where a format is only written. */
  reader?: FormatReader;
};

/** What a card is headed with. `languages`: of the articles, as BCP 47, where they are known. */
export type CardFacts = {
  dataset: Dataset;
  files: readonly string[];
  parts: readonly PartName[];
  articles: number;
  annotations: number;
  languages: readonly string[];
};

/** What a format may carry at all. */
type Carried = Exclude<LossKind, 'overlap' | 'gap-joined' | 'gap-split' | 'moved' | 'renamed' | 'changed' | 'text'>;
