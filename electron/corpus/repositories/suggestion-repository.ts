import type { BlockKind } from '#shared/domain/block';
import { toPartialDate, type PartialDate } from '#shared/domain/partial-date';
import type { Span } from '#shared/domain/span';
import type { SuggestionRule } from '#shared/domain/suggestion';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** What finders read of an article. */
export type ReadArticle = {
  text: string;
  blocks: { kind: BlockKind; start: number; end: number }[];
  language: string | null;
  date: PartialDate | null;
};

export function getReadArticle(db: ReadDb, uid: string): ReadArticle {
  const { id, year, month, day, ...article } = statement<[string], ArticleRow>(
    db,
    `SELECT a.id, coalesce(x.text, '') AS text, a.language, a.year, a.month, a.day
     FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.uid = ?`,
  ).get(uid)!;
  const blocks = statement<[number], ReadArticle['blocks'][number]>(
    db,
    'SELECT kind, start_offset AS start, end_offset AS end FROM block WHERE article_id = ? ORDER BY n',
  ).all(id);
  return { ...article, blocks, date: year === null ? null : toPartialDate({ year, month, day }) };
}
type ArticleRow = { id: number; text: string; language: string | null } & Record<
  'year' | 'month' | 'day',
  number | null
>;

/** How often words were tagged as this, by uid of label and entity; no entity: empty. */
export type KnownFormRow = { form: string; written: string; label: string; entity: string; n: number };

/** What begins with one of these words and was tagged before; of entities that were merged, what they were merged into. */
export const listKnownForms = (db: ReadDb, words: readonly string[]): (KnownFormRow & { tagged: string })[] =>
  statement<[string], KnownFormRow & { tagged: string }>(
    db,
    `SELECT kf.form, kf.written, kf.label, kf.entity AS tagged, coalesce(s.uid, e.uid, '') AS entity, kf.n
     FROM json_each(?) word CROSS JOIN known_form kf ON kf.first_word = word.value
       LEFT JOIN entity e ON e.uid = kf.entity LEFT JOIN entity s ON s.id = e.merged_into_id`,
  ).all(JSON.stringify(words));

export type AliasRow = {
  uid: string;
  form: string;
  folded: string;
  label: string;
  entity: string;
  neverAlone: number;
  /** Whether the outlet of the article uses it. */
  isOutlets: number;
};

/** Aliases that begin with one of these words, with and without the Arabic article, each once; `outlet` is by uid. */
export const listAliases = (db: ReadDb, words: readonly string[], outlet: string | null): AliasRow[] =>
  statement<[{ words: string; outlet: string | null }], AliasRow>(
    db,
    `SELECT ea.uid, ea.form, ea.folded, l.uid AS label, s.uid AS entity, ea.never_alone AS neverAlone,
       coalesce(ea.outlet_id IN (SELECT id FROM outlet WHERE uid = @outlet UNION ALL
         SELECT o.id FROM outlet b JOIN outlet o ON o.merged_into_id = b.id WHERE b.uid = @outlet), 0) AS isOutlets
     FROM (SELECT DISTINCT af.alias FROM json_each(@words) word CROSS JOIN alias_form af ON af.first_word = word.value) begins
       CROSS JOIN entity_alias ea ON ea.uid = begins.alias JOIN entity e ON e.id = ea.entity_id
       JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) JOIN label l ON l.id = s.label_id
     WHERE ${isSeen('ea')} AND ${isSeen('s')}`,
  ).all({ words: JSON.stringify(words), outlet });

/**
 * Those of aliases, by uid, that somebody else has learnt from an article: in a step that changed something of it too, and is no
 * merge or hand-out, which bring in what was learnt elsewhere.
 *
 * Source: indexes `journal_by_target`, `journal_by_step`.
 */
export const listLearntByOthers = (
  db: ReadDb,
  asked: { aliases: readonly string[]; article: string; person: string },
): string[] =>
  statement<[object], string>(
    db,
    `SELECT DISTINCT j.target FROM json_each(@aliases) named CROSS JOIN journal j ON j.target = named.value
       CROSS JOIN step s ON s.id = j.step_id
     WHERE j.op = 'insert' AND s.annotator_uid <> @person AND s.act NOT IN ('merge', 'hand out')
       AND EXISTS (SELECT 1 FROM journal k WHERE k.step_id = j.step_id AND k.article_uid = @article)`,
  )
    .pluck()
    .all({ ...asked, aliases: JSON.stringify(asked.aliases) });

/**
 * All aliases, by uid, that others than a person have learnt from any of some articles, as of `listLearntByOthers`.
 *
 * Source: indexes `journal_by_article`, `journal_by_step`.
 */
export const listLearntFrom = (db: ReadDb, articles: readonly string[], person: string): string[] =>
  statement<[object], string>(
    db,
    `SELECT DISTINCT j.target
     FROM (SELECT DISTINCT k.step_id FROM json_each(@articles) named CROSS JOIN journal k ON k.article_uid = named.value) touching
       CROSS JOIN step s ON s.id = touching.step_id CROSS JOIN journal j ON j.step_id = s.id AND j.kind = 'entity_alias'
     WHERE j.op = 'insert' AND s.annotator_uid <> @person AND s.act NOT IN ('merge', 'hand out')`,
  )
    .pluck()
    .all({ articles: JSON.stringify(articles), person });

/** A span that is tagged: label and entity by uid; of an entity that was merged, what it was merged into. */
export type TaggedSpan = Span & { label: string; entity: string | null };

/** Where a person has tagged an article, or where anybody has. Source: index `annotation_by_article`. */
export const listTagged = (db: ReadDb, article: string, annotator: string | null): TaggedSpan[] =>
  statement<[string, string | null, string | null], TaggedSpan>(
    db,
    `SELECT f.start_offset AS start, f.end_offset AS end, l.uid AS label, coalesce(s.uid, e.uid) AS entity
     FROM annotation n JOIN annotation_span f ON f.annotation_id = n.id JOIN label l ON l.id = n.label_id
       LEFT JOIN entity e ON e.id = n.entity_id LEFT JOIN entity s ON s.id = e.merged_into_id
     WHERE n.article_id = (SELECT id FROM article WHERE uid = ?) AND n.layer = 'own'
       AND (? IS NULL OR +n.annotator_id = (SELECT id FROM annotator WHERE uid = ?)) AND ${isSeen('n')}`,
  ).all(article, annotator, annotator);

type SpanRow = Span & { quote: string };
export type DismissalRow = { uid: string; suggestion: string; label: string; rule: SuggestionRule; spans: SpanRow[] };

/** What a person has dismissed in an article. Source: index `dismissal_by_article`. */
export const listDismissals = (db: ReadDb, article: string, annotator: string): DismissalRow[] =>
  statement<[string, string], Omit<DismissalRow, 'spans'> & { id: number }>(
    db,
    `SELECT ds.id, ds.uid, ds.suggestion, l.uid AS label, ds.rule FROM dismissal ds JOIN label l ON l.id = ds.label_id
     WHERE ds.article_id = (SELECT id FROM article WHERE uid = ?) AND ds.annotator_id = (SELECT id FROM annotator WHERE uid = ?)
     ORDER BY ds.uid`,
  )
    .all(article, annotator)
    .map(({ id, ...row }) => ({ ...row, spans: listSpans(db, 'dismissal', id) }));

export type PredictionRow = {
  label: string;
  tool: string;
  score: number | null;
  entity: string | null;
  attributes: string;
  spans: SpanRow[];
};

/** What other tools have said of an article. Source: index `prediction_by_article`. */
export const listPredictions = (db: ReadDb, article: string): PredictionRow[] =>
  statement<[string], Omit<PredictionRow, 'spans'> & { id: number }>(
    db,
    `SELECT pr.id, l.uid AS label, pr.tool, pr.score, pr.entity_name AS entity, pr.attributes
     FROM prediction pr JOIN label l ON l.id = pr.label_id
     WHERE pr.article_id = (SELECT id FROM article WHERE uid = ?)
       AND ${isSeen('pr')}`,
  )
    .all(article)
    .map(({ id, ...row }) => ({ ...row, spans: listSpans(db, 'prediction', id) }));

const listSpans = (db: ReadDb, owner: 'dismissal' | 'prediction', id: number): SpanRow[] =>
  statement<[number], SpanRow>(
    db,
    `SELECT start_offset AS start, end_offset AS end, quote FROM ${owner}_span WHERE ${owner}_id = ? ORDER BY n`,
  ).all(id);

/** Rules that a person has kept, by uid. */
export const listOwnRules = (db: ReadDb, annotator: string): Set<string> =>
  new Set(
    statement<[string], string>(
      db,
      'SELECT uid FROM propagation_rule WHERE annotator_id = (SELECT id FROM annotator WHERE uid = ?)',
    )
      .pluck()
      .all(annotator),
  );

/** Names of entities by uid. */
export function mapEntityNames(db: ReadDb, uids: readonly string[]): ReadonlyMap<string, string> {
  const rows = statement<[string], { uid: string; name: string }>(
    db,
    'SELECT uid, name FROM entity WHERE uid IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(uids));
  return new Map(rows.map(({ uid, name }) => [uid, name]));
}
