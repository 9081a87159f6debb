import type { Span } from '#shared/domain/span';
import { isWordOfOutlet } from '#shared/domain/outlet';
import type { Voice } from '#shared/domain/comparison';
import { listQuotations } from '#shared/text/quotations';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { STATE_OF_ANNOTATION } from './annotation-state.ts';
import { CLAIM, groupByItem, listClaimValues, type ClaimValue } from './claim-values.ts';
import { toResult, toResultOwner } from './result-layer.ts';
import { IS_LEFT_OUT } from './word-repository.ts';

/**
 * An annotation that counts. `entity`: as it is linked, also where that was merged into another; 0 where none is. `form`: its words,
 * those of a claim are left out.
 */
export type StoredMention = {
  annotation: number;
  label: number;
  entity: number;
  form: string;
  voice: Voice;
  isClaim: boolean;
  isChecked: boolean;
  isLoaded: boolean;
  start: number;
};

/** What counts of an article, in reading order. `annotator`: whose annotations that is made from; null where people settled it. */
export type ArticleMentions = { article: number; annotator: number | null; mentions: StoredMention[] };

type Row = Span & {
  id: number;
  uid: string;
  article: number;
  label: number;
  labelUid: string;
  entity: number;
  form: string;
  state: string;
  loaded: number;
};
type Block = Span & { article: number; isLeftOut: number };
type Article = { id: number; uid: string; text: string; outletEntity: string | null };
/** A claim that is made by another than the outlet: where it stands, and the words that say who makes it. */
type Attributed = { spans: Span[]; naming: Span[] };

const LOADED = deriveUid('attribute', 'actor', 'loaded term');
const OF_THESE = 'SELECT value FROM json_each(@articles)';
const begins = ({ start }: Span, outer: Span) => start >= outer.start && start < outer.end;
const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/**
 * What counts of each article that has annotations: its result, without what begins in boilerplate or in a repeat of an earlier block.
 *
 * Checked is what reviews accepted or corrected, and what people settled (docs/decisions/0011-checking.md).
 */
export function readMentions(db: ReadDb, articles: readonly number[]): ArticleMentions[] {
  const these = { articles: JSON.stringify(articles) };
  const owners = statement<[object], { article_id: number; annotator_id: number | null }>(
    db,
    toResultOwner(OF_THESE),
  ).all(these);
  const rows = Map.groupBy(statement<[object], Row>(db, RESULT).all(these), ({ article }) => article);
  const blocks = Map.groupBy(statement<[object], Block>(db, BLOCKS).all(these), ({ article }) => article);
  const known = new Map(
    statement<[object], Article>(db, ARTICLES)
      .all(these)
      .map((article) => [article.id, article]),
  );
  return owners.map(({ article_id: article, annotator_id: annotator }) => ({
    article,
    annotator,
    mentions: toMentions(db, known.get(article)!, rows.get(article) ?? [], blocks.get(article) ?? []),
  }));
}

const RESULT = `
  SELECT n.id, n.uid, n.article_id AS article, n.label_id AS label, l.uid AS labelUid, coalesce(n.entity_id, 0) AS entity,
    f.start_offset AS start, f.end_offset AS end, ${STATE_OF_ANNOTATION} AS state,
    iif(l.uid = '${CLAIM}', '', (
      SELECT group_concat(q.quote, ' … ' ORDER BY q.n) FROM annotation_span q WHERE q.annotation_id = n.id)) AS form,
    EXISTS (SELECT 1 FROM annotation_value v JOIN attribute t ON t.id = v.attribute_id
      WHERE v.annotation_id = n.id AND t.uid = '${LOADED}' AND v.number = 1) AS loaded
  FROM (${toResult(OF_THESE)}) n CROSS JOIN label l ON l.id = n.label_id
    CROSS JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0
  ORDER BY n.article_id, start, f.end_offset DESC, n.uid`;

const BLOCKS = `
  SELECT b.article_id AS article, b.start_offset AS start, b.end_offset AS end, ${IS_LEFT_OUT} AS isLeftOut
  FROM json_each(@articles) j CROSS JOIN block b ON b.article_id = j.value ORDER BY b.article_id, b.n`;

const ARTICLES = `
  SELECT a.id, a.uid, coalesce(x.text, '') AS text, (
    SELECT coalesce(g.uid, e.uid) FROM outlet o JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id)
      JOIN entity e ON e.id = s.entity_id LEFT JOIN entity g ON g.id = e.merged_into_id WHERE o.id = a.outlet_id
  ) AS outletEntity
  FROM json_each(@articles) j CROSS JOIN article a ON a.id = j.value JOIN article_text x ON x.id = a.text_id`;

function toMentions(db: ReadDb, article: Article, rows: readonly Row[], blocks: readonly Block[]): StoredMention[] {
  const toVoice = openVoices(db, article, rows);
  return rows.flatMap((row) => {
    const block = blocks.find((each) => begins(row, each));
    if (block?.isLeftOut) return [];
    const isClaim = row.labelUid === CLAIM;
    const voice = toVoice(row, block);
    return {
      annotation: row.id,
      label: row.label,
      entity: row.entity,
      form: row.form,
      voice: isClaim && voice === 'attributed' ? 'own' : voice,
      isClaim,
      isChecked: row.state === 'accepted' || row.state === 'corrected',
      isLoaded: row.loaded === 1,
      start: row.start,
    };
  });
}

/** Gives in whose voice words of an article are; `block`: the one that they begin in. */
type Voices = (words: Span, block: Span | undefined) => Voice;

/** Source: as `readMentions`. */
export function readVoices(db: ReadDb, article: number): Voices {
  const these = { articles: JSON.stringify([article]) };
  const [known] = statement<[object], Article>(db, ARTICLES).all(these);
  return openVoices(db, known!, statement<[object], Row>(db, RESULT).all(these));
}

/** `rows`: what counts of the article. */
function openVoices(db: ReadDb, article: Article, rows: readonly Row[]): Voices {
  const attributed = listAttributed(db, article, rows);
  const quotations = new Map<Span, Span[]>(); // a long block has many mentions
  const listQuoted = (block: Span) => {
    let found = quotations.get(block);
    if (!found) quotations.set(block, (found = listQuotations(article.text, block)));
    return found;
  };
  return (words, block) => {
    if (block && listQuoted(block).some((quotation) => begins(words, quotation))) return 'quoted';
    const isAttributed = attributed.some(
      ({ spans, naming }) => spans.some((span) => begins(words, span)) && !naming.some((each) => overlaps(words, each)),
    );
    return isAttributed ? 'attributed' : 'own';
  };
}

/** The claims of an article that somebody else than its outlet makes. */
function listAttributed(db: ReadDb, { uid: article, outletEntity }: Article, rows: readonly Row[]): Attributed[] {
  const claims = new Map(rows.filter(({ labelUid }) => labelUid === CLAIM).map(({ uid, id }) => [uid, id]));
  if (claims.size === 0) return [];
  const values = listClaimValues(db, claims.keys(), ['who', 'words', 'verb']);
  return [...Map.groupBy(values, ({ claim }) => claim)]
    .filter(([, own]) => groupByItem(own).some((item) => isOfAnother(item, outletEntity)))
    .map(([claim, own]) => ({
      spans: statement<[number], Span>(
        db,
        'SELECT start_offset AS start, end_offset AS end FROM annotation_span WHERE annotation_id = ? ORDER BY n',
      ).all(claims.get(claim)!),
      naming: own.flatMap(({ attribute, ...value }) =>
        attribute !== 'who' && value.article === article ? toSpan(value) : [],
      ),
    }));
}

const toSpan = ({ start, end }: Pick<ClaimValue, 'start' | 'end'>): Span => ({ start: start!, end: end! });

/** Who is not known is still another, where words name them. */
function isOfAnother(item: readonly ClaimValue[], outletEntity: string | null): boolean {
  const who = item.find(({ attribute }) => attribute === 'who');
  return who ? !isWordOfOutlet(who, outletEntity) : item.some(({ attribute }) => attribute === 'words');
}
