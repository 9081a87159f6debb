import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import { emptyDocument, type FoundDocument } from '../found.ts';
import { readFacts } from '../json/article-facts.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { listSpans } from './spacy-values.ts';
import { addRelations } from './to-relations.ts';
import { listTokens, toTag } from './to-tag.ts';

/** `n`: which of the file's values it is, from 1. */
export type Where = { file: string; line: number; n: number };

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A task as any format's document. What was rejected or ignored has no tags that count. */
export function toDocument(task: Json, text: string, { file, line, n }: Where): FoundDocument {
  const place = jsonMessages.line(line);
  const facts = readFacts(task['galley']);
  const meta = isObject(task['meta']) ? task['meta'] : {};
  const { title, outlet, date, ...rest } = meta;
  const id = meta['id'];
  const document: FoundDocument = {
    ...emptyDocument(typeof id === 'string' || typeof id === 'number' ? String(id) : String(n), file),
    text,
    ...facts,
    ...(facts && { title: toWords(title), outlet: toWords(outlet), date: toWords(date) }),
    meta: [
      ...(facts?.meta ?? []),
      ...toMeta(facts ? rest : meta),
      ...toMeta({ label: task['label'], ...(isObject(task['cats']) && task['cats']), accept: task['accept'] }),
    ],
  };
  const spans = listSpans(task);
  if (task['answer'] === 'reject' || task['answer'] === 'ignore') {
    if (spans.length > 0) document.left.push({ what: prodigyMessages.rejected, place, quote: '', count: spans.length });
    return document;
  }
  const tokens = listTokens(task['tokens']);
  const annotator = toWords(task['_annotator_id']) ?? toWords(task['_session_id']);
  for (const [m, span] of spans.entries()) {
    const tag = toTag(span, { id: `tag ${m}`, tokens, annotator, place, isOurs: facts !== undefined });
    if (tag) document.annotations.push(tag);
    else document.left.push({ what: prodigyMessages.badSpan, place, quote: JSON.stringify(span), count: 1 });
  }
  addRelations(document, listOf(task['relations']), { tokens, spans, annotator, place });
  const described = listOf(task['tokens']).filter((each) => isObject(each) && ('pos' in each || 'dep' in each)).length;
  if (described > 0) document.left.push({ what: prodigyMessages.described, place, quote: '', count: described });
  return document;
}
