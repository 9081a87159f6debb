import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import { emptyDocument, type FoundDocument } from '../found.ts';
import { readFacts } from '../json/article-facts.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { alignTokens } from './align-tokens.ts';
import { listSpans } from './spacy-values.ts';
import { addRelations } from './to-relations.ts';
import { listTokens, toTag } from './to-tag.ts';

/** `n`: which of the file's values it is, from 1. */
export type Where = { file: string; line: number; n: number };

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);
/** What a task says of its text, and how it was worked on; every other column is metadata of the article. */
const KNOWN = new Set([
  ...['text', 'tokens', 'spans', 'ents', 'sents', 'relations', 'meta', 'cats', 'label', 'accept', 'answer', 'galley'],
  ...['options', 'html', 'versions', 'sessions', 'view_id', 'config'],
]);

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
      ...toMeta(Object.fromEntries(Object.entries(task).filter(([name]) => !KNOWN.has(name) && !name.startsWith('_')))),
    ],
  };
  const add = (what: string, count: number, quote = '') => {
    if (count > 0) document.left.push({ what, place, quote, count });
  };
  add(
    prodigyMessages.versions,
    listOf(task['versions']).flatMap((each) => (isObject(each) ? listSpans(each) : [])).length,
  );
  const spans = listSpans(task);
  if (isAgainst(task)) {
    add(prodigyMessages.rejected, spans.length);
    return document;
  }
  const said = listTokens(task['tokens']);
  const aligned = alignTokens(text, said, spans);
  if (aligned) document.unit = 'codepoint';
  const tokens = aligned ?? said;
  const annotator = toWords(task['_annotator_id']) ?? toWords(task['_session_id']);
  const around = { tokens, annotator, place, isOurs: facts !== undefined, isAligned: aligned !== undefined };
  for (const [m, span] of spans.entries()) {
    const tag = isAgainst(span) ? undefined : toTag(span, { id: `tag ${m}`, ...around });
    if (tag) document.annotations.push(tag);
    else if (isAgainst(span)) add(prodigyMessages.rejected, 1, JSON.stringify(span));
    else add(prodigyMessages.badSpan, 1, JSON.stringify(span));
  }
  if (aligned) add(prodigyMessages.realigned, document.annotations.length);
  addRelations(document, listOf(task['relations']), { tokens, spans, annotator, place });
  const described = listOf(task['tokens']).filter((each) => isObject(each) && ('pos' in each || 'dep' in each)).length;
  add(prodigyMessages.described, described);
  return document;
}

/** Of a task or of one of its tags. */
const isAgainst = (value: unknown) => isObject(value) && (value['answer'] === 'reject' || value['answer'] === 'ignore');
