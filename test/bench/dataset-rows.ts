import { isSeen } from '../../electron/corpus/model/rows.ts';
import { STATE_OF_ANNOTATION, toStateOfRelation } from '../../electron/corpus/repositories/annotation-state.ts';
import { survivor } from '../../electron/corpus/repositories/relation-ends.ts';
import { toResult } from '../../electron/corpus/repositories/result-layer.ts';

/** A JSON array of an object a row of a query, in the order of its rows; older programs cannot order within an aggregate. */
const toArray = (object: string, from: string) => `(SELECT json_group_array(json_object(${object})) FROM (${from}))`;

const SPANS = toArray(
  `'start', start_offset, 'end', end_offset, 'quote', quote`,
  'SELECT * FROM annotation_span WHERE annotation_id = n.id ORDER BY n',
);
const VALUES = toArray(
  `'attribute', name, 'path', path, 'text', text, 'number', number, 'entity', entity, 'article', article,
   'start', start_offset, 'end', end_offset, 'quote', quote`,
  `SELECT v.*, y.name, ${survivor('entity', 'v.entity_id')} AS entity,
     (SELECT uid FROM article WHERE id = v.article_id) AS article
   FROM annotation_value v JOIN attribute y ON y.id = v.attribute_id WHERE v.annotation_id = n.id ORDER BY v.n`,
);
const ANNOTATIONS = `(
  SELECT json_group_array(json_object('id', n.uid, 'label', l.name, 'spans', ${SPANS},
    'entity', coalesce(g.name, e.name), 'entity_uid', coalesce(g.uid, e.uid), 'entity_link', n.entity_link,
    'attributes', ${VALUES}, 'annotator', p.name, 'state', ${STATE_OF_ANNOTATION}, 'note', n.note, 'layer', n.layer,
    'origin', n.origin, 'revises', (SELECT b.uid FROM annotation b WHERE b.id = n.revises_id)))
  FROM (SELECT * FROM annotation o WHERE o.article_id = a.id AND o.id IN meant ORDER BY o.uid) n
    JOIN label l ON l.id = n.label_id JOIN annotator p ON p.id = n.annotator_id
    LEFT JOIN entity e ON e.id = n.entity_id LEFT JOIN entity g ON g.id = e.merged_into_id)`;
const RELATIONS = toArray(
  `'id', uid, 'kind', kind, 'symmetric', symmetric, 'from', from_uid, 'to', to_uid, 'to_article', to_article,
   'note', note, 'annotator', annotator, 'state', state`,
  `SELECT z.uid, k.name AS kind, k.symmetric, f.uid AS from_uid, t.uid AS to_uid, b.uid AS to_article, z.note,
     p.name AS annotator, ${toStateOfRelation('z')} AS state
   FROM annotation f CROSS JOIN relation z ON z.from_annotation_id = f.id
     JOIN relation_kind k ON k.id = z.relation_kind_id JOIN annotation t ON t.id = z.to_annotation_id
     JOIN article b ON b.id = t.article_id JOIN annotator p ON p.id = z.annotator_id
   WHERE f.article_id = a.id AND f.id IN meant AND t.id IN meant AND ${isSeen('z')} ORDER BY z.uid`,
);
const META = toArray(
  `'key', key, 'value', value, 'found_by', found_by`,
  'SELECT * FROM article_meta WHERE article_id = a.id ORDER BY n',
);
const BLOCKS = toArray(
  `'kind', kind, 'start', start_offset, 'end', end_offset, 'repeat_of', repeat_of, 'found_by', found_by`,
  'SELECT * FROM block WHERE article_id = a.id ORDER BY n',
);
const ARTICLES = `
  WITH meant AS MATERIALIZED (SELECT id FROM (${toResult('SELECT id FROM article')}))
  SELECT json_object('galley', 1, 'unit', 'utf16', 'id', a.uid, 'text', x.text,
    'outlet', ${survivor('outlet', 'a.outlet_id')}, 'title', a.title,
    'date', printf('%04d', a.year) || ifnull(printf('-%02d', a.month), '') || ifnull(printf('-%02d', a.day), ''),
    'language', a.language, 'address', a.address, 'byline', a.byline, 'date_written', a.date_written,
    'meta', ${META}, 'blocks', ${BLOCKS}, 'sha256', lower(hex(x.sha256)),
    'annotations', ${ANNOTATIONS}, 'relations', ${RELATIONS})
  FROM article a JOIN article_text x ON x.id = a.text_id ORDER BY a.uid`;

const REFS = toArray(`'scheme', scheme, 'value', value`, 'SELECT * FROM entity_ref WHERE entity_id = e.id ORDER BY n');
const ALIASES = toArray(
  `'form', form, 'script', script, 'outlet', outlet, 'never_alone', never_alone`,
  `SELECT k.*, ${survivor('outlet', 'k.outlet_id')} AS outlet FROM entity_alias k
   WHERE k.entity_id = e.id AND ${isSeen('k')} ORDER BY k.uid`,
);
const ENTITIES = `
  SELECT json_object('galley', 1, 'id', e.uid, 'label', l.name, 'kind', e.kind, 'name', e.name,
    'description', e.description, 'latitude', e.latitude, 'longitude', e.longitude, 'refs', ${REFS}, 'aliases', ${ALIASES})
  FROM entity e JOIN label l ON l.id = e.label_id
  WHERE e.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM annotation n WHERE n.entity_id = e.id) ORDER BY e.uid`;

/**
 * Queries that give the rows of a dataset in Galley's JSONL as SQLite makes JSON of them, a line a row, with all that these lines
 * hold and no more: of the annotations that count, spans, entity, values, who, state, note, layer, origin and what each stands in
 * place of; of articles the text and what else is known; relations; the entities that are named.
 *
 * Values are in a list and not put together by attribute, and offsets stay as they are stored: SQLite cannot easily do either.
 * The corpora of the benchmarks have neither event cards nor entities that were merged; the codebook's few lines are left out.
 */
export const DATASET_ROWS: readonly string[] = [ARTICLES, ENTITIES];
