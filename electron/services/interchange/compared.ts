import type { Annotation } from '#shared/domain/annotation';
import type { ChangedPart } from '#shared/domain/interchange';
import type { DatasetRelation } from '../../formats/format.ts';
import type { FoundRelation } from '../../formats/found.ts';
import type { Changes, ReadAnnotation } from './list-changes.ts';
import type { ArticleOfDocument, PlacedDocument } from './match-documents.ts';

/** An end of a relation, by the uid that its annotation has or gets. */
export type End = { uid: string; label: string; quote: string };

/** A relation of the files beside what is here. `key`: its uid here, or the one that it gets. */
export type ComparedRelation = {
  key: string;
  status: 'same' | 'new' | 'changed';
  here: DatasetRelation | null;
  found: FoundRelation;
  kind: string;
  from: End;
  to: End;
  annotator: string;
  changes: ChangedPart[];
  article: ArticleOfDocument;
  file: string;
};

/** `deleted`: relations here between annotations that the files hold, and that are not in them. */
export type ComparedRelations = {
  relations: ComparedRelation[];
  deleted: { relation: DatasetRelation; from: End; to: End; article: ArticleOfDocument }[];
};

/** An annotation of the files beside what is here. `key`: its uid here, or the one that it gets. `annotator`: by name. */
export type ComparedAnnotation = ReadAnnotation & {
  key: string;
  status: 'same' | 'new' | 'changed';
  here: Annotation | null;
  annotator: string;
  changes: Changes;
};

/** How the annotations of a document stand on its text. */
type Placing = {
  annotations: number;
  quoted: number;
  agree: number;
  moved: number;
  widened: number;
  unplaced: number;
};

/** A document beside what is here. `deleted`: annotations here that it should hold and does not. */
export type ComparedDocument = {
  placed: PlacedDocument;
  article: ArticleOfDocument;
  annotations: ComparedAnnotation[];
  deleted: Annotation[];
  relations: ComparedRelations;
  placing: Placing;
};

/** What is here of the articles of some documents, read at once. */
export type HereOf = {
  /** All that are seen, by article. */
  all: Map<string, Annotation[]>;
  /** Those that count, by article. */
  results: Map<string, Annotation[]>;
  relations: Map<string, (DatasetRelation & { article: string })[]>;
};
