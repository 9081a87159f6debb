import type { Origin } from '#shared/domain/annotation';
import type { QuotedSpan, Span } from '#shared/domain/span';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** One span of an annotation; those of one annotation stand together, in their order. */
export type OwnSpan = Span & {
  article: number;
  coder: number;
  annotation: number;
  label: number;
  origin: Origin;
};

/** What an article is counted by and shown by. `date`: year, month and day as one number, what is not known as zero. */
export type AgreedText = {
  id: number;
  uid: string;
  title: string;
  outlet: string | null;
  date: number;
  text: string;
  /** Characters in boilerplate and in repeats of what stands before. */
  boilerplate: number;
};

/**
 * What people have in their own layers of articles, article by article, person by person, in reading order. Ids are those of rows; labels and
 * people that were merged are what they were merged into. Source: index `annotation_by_article`.
 */
export const listOwnSpans = (db: ReadDb, articles: readonly number[], coders: readonly number[]): OwnSpan[] =>
  statement<[string, string], OwnSpan>(
    db,
    `SELECT n.article_id AS article, coalesce(p.merged_into_id, p.id) AS coder, n.id AS annotation,
       coalesce(l.merged_into_id, l.id) AS label, n.origin, f.start_offset AS start, f.end_offset AS end
     FROM json_each(?) named CROSS JOIN annotation n ON n.article_id = named.value
       CROSS JOIN annotator p ON p.id = n.annotator_id CROSS JOIN label l ON l.id = n.label_id
       CROSS JOIN annotation_span f ON f.annotation_id = n.id
     WHERE n.layer = 'own' AND ${isSeen('n')} AND coder IN (SELECT value FROM json_each(?))
     ORDER BY named.key, coder, (SELECT g.start_offset FROM annotation_span g WHERE g.annotation_id = n.id AND g.n = 0), n.uid, f.n`,
  ).all(JSON.stringify(articles), JSON.stringify(coders));

/** Texts in the order of their ids here. */
export const listAgreedTexts = (db: ReadDb, articles: readonly number[]): AgreedText[] =>
  statement<[string], AgreedText>(
    db,
    `SELECT a.id, a.uid, a.title, o.name AS outlet, l.date, coalesce(x.text, '') AS text,
       (SELECT coalesce(sum(b.end_offset - b.start_offset), 0) FROM block b
        WHERE b.article_id = a.id AND (b.kind = 'boilerplate' OR b.repeat_of IS NOT NULL)) AS boilerplate
     FROM json_each(?) named CROSS JOIN listed_article l ON l.article_id = named.value
       CROSS JOIN article a ON a.id = l.article_id CROSS JOIN article_text x ON x.id = a.text_id
       LEFT JOIN outlet o ON o.id = l.outlet_id
     ORDER BY named.key`,
  ).all(JSON.stringify(articles));

/** Uids of articles by ids of rows. */
export const mapArticleUids = (db: ReadDb, articles: readonly number[]): Map<number, string> =>
  new Map(
    statement<[string], [number, string]>(
      db,
      'SELECT a.id, a.uid FROM json_each(?) named CROSS JOIN article a ON a.id = named.value',
    )
      .raw()
      .all(JSON.stringify(articles)),
  );

/** An annotation as a list shows it. */
export type ShownAnnotation = { uid: string; spans: QuotedSpan[] };

/** By ids of rows. */
export function mapShownAnnotations(db: ReadDb, annotations: readonly number[]): Map<number, ShownAnnotation> {
  const rows = statement<[string], QuotedSpan & { id: number; uid: string }>(
    db,
    `SELECT n.id, n.uid, f.start_offset AS start, f.end_offset AS end, f.quote
     FROM json_each(?) named CROSS JOIN annotation n ON n.id = named.value CROSS JOIN annotation_span f ON f.annotation_id = n.id
     ORDER BY n.id, f.n`,
  ).all(JSON.stringify([...new Set(annotations)])); // one that is in several pairs is named by each
  const shown = new Map<number, ShownAnnotation>();
  for (const { id, uid, ...span } of rows) {
    const known = shown.get(id);
    if (known) known.spans.push(span);
    else shown.set(id, { uid, spans: [span] });
  }
  return shown;
}
