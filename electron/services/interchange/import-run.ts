import type { ImportedAnnotations, TakeChoice, DifferenceKind } from '#shared/domain/interchange';
import type { Corpus } from '../../corpus/open-corpus.ts';
import type { ImportRun } from '../import/store-article.ts';
import type { SourceDigest } from '../source-digest.ts';
import type { ArticleOfDocument } from './match-documents.ts';
import type { Notes, Reading } from './reading.ts';
import type { ComparedAnnotation, ComparedRelation } from './compared.ts';

/** As `TakeChoice`, to be asked of each difference. */
type Taken = Exclude<TakeChoice, { keys: string[] }> | { keys: ReadonlySet<string> };

/** An annotation whose values name what is not there before all is stored; `file`: for notes. */
type LateValues = {
  uid: string;
  label: string;
  attributes: Record<string, unknown>;
  article: string;
  file: string;
};

/**
 * One import of annotations: what comes new goes into a batch as it is read; what changes what is here waits until the batch is
 * published, all in one transaction.
 */
export type AnnotationImport = ImportRun & {
  corpus: Corpus;
  reading: Reading;
  notes: Notes;
  /** The importer, by uid. */
  person: string;
  take: Taken;
  digestOf(file: string): SourceDigest;
  /** Files whose bytes are to be kept, by name. */
  sources: Set<string>;
  /** People by name, and entities by label and name or uid, as they were found or made. */
  people: Map<string, string>;
  entities: Map<string, string | null>;
  /** Articles here by the uid that the files know them by. */
  articles: Map<string, string>;
  lateValues: LateValues[];
  /** Relations that stand for an attribute of a claim. */
  lateRelations: ComparedRelation[];
  changed: { compared: ComparedAnnotation; file: string; article: ArticleOfDocument }[];
  deleted: string[];
  changedRelations: ComparedRelation[];
  deletedRelations: string[];
  report: Omit<ImportedAnnotations, 'counts' | 'notes'>;
};

export const isTaken = ({ take }: Pick<AnnotationImport, 'take'>, kind: DifferenceKind, key: string): boolean =>
  take === 'all' || ('kinds' in take ? take.kinds.includes(kind) : take.keys.has(key));

/** Whether articles come in of which nothing else is taken. */
export const takesNew = ({ take }: Pick<AnnotationImport, 'take'>): boolean =>
  take === 'all' || ('kinds' in take && take.kinds.includes('new'));
