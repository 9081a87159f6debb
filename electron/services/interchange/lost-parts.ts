import type { Annotation } from '#shared/domain/annotation';
import { FormatOptions, type Loss, type LossKind } from '#shared/domain/dataset';
import type { ReadDb } from '../../corpus/connection.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { listDatasetArticles } from '../../corpus/repositories/dataset-repository.ts';
import type { DatasetRelation } from '../../formats/format.ts';
import { listLosses } from '../../formats/losses.ts';
import type { ArticleOfDocument } from './match-documents.ts';
import type { Reading } from './reading.ts';

/** What the format cannot say of an annotation as it is here: that it is not in the file is no difference. */
export type LostParts = (annotation: string, kind: LossKind, part?: string) => boolean;

type Here = { annotations: readonly Annotation[]; relations: DatasetRelation[] };

/** Of the annotations of one article that count. */
export function findLostParts({ format, codebook, db }: Reading, article: ArticleOfDocument, here: Here): LostParts {
  const [text] = listDatasetArticles(db, [article.uid]);
  const item = {
    article: text!,
    annotations: here.annotations.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
    relations: here.relations,
    textOf: toTextOf(db, article),
  };
  const losses = listLosses(format, item, { codebook, options: FormatOptions.parse({}), withText: true });
  const byUid = Map.groupBy(losses, ({ annotation }: Loss) => annotation);
  return (annotation, kind, part) =>
    byUid
      .get(annotation)
      ?.some((loss) => loss.kind === kind && (part === undefined || loss.part === undefined || loss.part === part)) ??
    false;
}

const toTextOf =
  (db: ReadDb, { uid, text }: ArticleOfDocument) =>
  (other: string) =>
    other === uid ? text : getArticleText(db, other);
