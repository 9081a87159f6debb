import { doccanoMessages } from '#shared/messages/en/formats/doccano';
import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { emptyDocument, type FoundAnnotation, type FoundDocument, type Left } from '../found.ts';
import { readFacts } from '../json/article-facts.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { createQueue } from '../json/uid-queue.ts';
import { findLabels, isOfPython, parseTag } from './columns.ts';

type Where = { file: string; n: number; line: number; textColumn: string };

/** One record as any format's document. Columns that are not doccano's become metadata of the article. */
export function toDocument(record: Json, { file, n, line, textColumn }: Where): FoundDocument {
  const { id, galley } = record;
  const place = jsonMessages.line(line);
  const labels = findLabels(record);
  const facts = readFacts(galley);
  const known = facts ? ['title', 'outlet', 'date', 'galley'] : [];
  const taken = new Set(['id', textColumn, labels, 'relations', 'Comments', 'comments', ...known]);
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => !taken.has(name)));
  const document: FoundDocument = {
    ...emptyDocument(typeof id === 'number' || typeof id === 'string' ? String(id) : String(n), file),
    text: record[textColumn] as string,
    ...facts,
    ...(facts && { title: toWords(record['title']), outlet: toWords(record['outlet']), date: toWords(record['date']) }),
    meta: [...(facts?.meta ?? []), ...toMeta(rest)],
  };
  const tags = labels === undefined ? [] : (record[labels] as unknown[]);
  if (tags.length > 0 && tags.every(isOfPython)) document.unit ??= 'codepoint';
  addTags(document, tags, { column: labels ?? '', place });
  addRelations(document, record['relations'], place);
  if (facts) addUids(document, galley as Json);
  const comments = record['Comments'] ?? record['comments'];
  if (Array.isArray(comments))
    for (const each of comments)
      document.left.push(
        toLeft(doccanoMessages.comment, place, typeof each === 'string' ? each : JSON.stringify(each)),
      );
  return document;
}

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);

const toLeft = (what: string, place: string, quote: string): Left => ({ what, place, quote, count: 1 });

/** A label without a place is one of the whole text. */
function addTags(document: FoundDocument, tags: unknown[], { column, place }: { column: string; place: string }): void {
  for (const [n, raw] of tags.entries()) {
    const tag = parseTag(raw);
    if (typeof raw === 'string') document.meta.push({ key: column, value: raw });
    else if (!tag) document.left.push(toLeft(doccanoMessages.badSpan, place, JSON.stringify(raw)));
    else
      for (const [m, label] of tag.labels.entries())
        document.annotations.push({
          ...blank,
          id: `${tag.id ?? `tag ${n}`}${m === 0 ? '' : `/${m}`}`,
          label,
          spans: [{ start: tag.start, end: tag.end, quote: tag.quote }],
          annotator: tag.annotator,
          attributes: { ...tag.attributes },
          place,
        });
  }
}

const blank: Omit<FoundAnnotation, 'id' | 'label' | 'spans' | 'annotator' | 'attributes' | 'place'> = {
  uid: null,
  entity: null,
  state: null,
  note: '',
};

function addRelations(document: FoundDocument, relations: unknown, place: string): void {
  if (!Array.isArray(relations)) return;
  const ids = new Set(document.annotations.map(({ id }) => id));
  for (const each of relations as unknown[]) {
    const { from_id: from, to_id: to, type } = isObject(each) ? each : {};
    if (ids.has(String(from)) && ids.has(String(to)) && typeof type === 'string')
      document.relations.push({
        uid: null,
        kind: type,
        from: String(from),
        to: String(to),
        annotator: null,
        state: null,
        note: '',
        place,
      });
    else document.left.push(toLeft(doccanoMessages.noEnds, place, JSON.stringify(each)));
  }
}

/** Our uids go to the tags and relations that stand as they were written; each to one. */
function addUids({ annotations, relations }: FoundDocument, { annotations: tags, relations: links }: Json): void {
  const uids = new Map<string, string>();
  const ofTags = createQueue<string>(tags);
  for (const annotation of annotations) {
    const { start, end } = annotation.spans[0]!;
    annotation.uid = ofTags(start, end, annotation.label);
    uids.set(annotation.id, annotation.uid ?? annotation.id);
  }
  const ofLinks = createQueue<string>(links);
  for (const relation of relations)
    relation.uid = ofLinks(uids.get(relation.from), uids.get(relation.to), relation.kind);
}
