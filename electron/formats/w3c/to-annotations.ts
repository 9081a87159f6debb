import { w3cMessages } from '#shared/messages/en/formats/w3c';
import type { FoundAnnotation, FoundRelation, FoundSpan, Left } from '../found.ts';
import { NOWHERE } from '../json/nowhere.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { readTagFacts } from '../json/tag-facts.ts';
import { readBodies, type Bodies } from './read-bodies.ts';
import { listOf } from './find-fault.ts';

/** What one item of a file comes to. `source`: of which text it is; null where it says nothing of it. */
export type ReadItem = {
  source: string | null;
  annotations: FoundAnnotation[];
  relations: FoundRelation[];
  left: Left[];
};

const URN = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
const uidOf = (id: string) => URN.exec(id)?.[1] ?? null;

/** An annotation as any format's. `isOurs`: its address is our uid. */
export function readItem(item: Json, place: string, isOurs: boolean): ReadItem {
  const id = String(item['id']);
  const bodies = readBodies(item);
  const targets = listOf(item['target']);
  const read: ReadItem = { source: sourceOf(targets[0]), annotations: [], relations: [], left: [] };
  const leave = (what: string, quote = id) => read.left.push({ what, place, quote, count: 1 });
  for (const each of bodies.outside) leave(w3cMessages.outside, each);
  if (Array.isArray(item['references']) && item['references'].length > 0) {
    leave(w3cMessages.reply, bodies.note);
    return read;
  }
  if (listOf(item['motivation']).includes('linking') && !targets.some(hasSelector)) {
    const relation = toRelation(item, bodies, { id, place, isOurs });
    if (relation) read.relations.push(relation);
    else leave(w3cMessages.noEnds);
    return read;
  }
  const spans = targets.map(toSpan).filter((span) => span !== undefined);
  if (spans.length === 0) leave(w3cMessages.noWords);
  else read.annotations = toAnnotations(item, { id, bodies, spans, place, isOurs });
  return read;
}

const hasSelector = (target: unknown) => isObject(target) && 'selector' in target;

/** Characters of a plain text. Source: RFC 5147, 2.2. */
const CHARACTERS = /(?:^|#)char=(\d+),(\d+)(?:;.*)?$/u;

function sourceOf(target: unknown): string | null {
  if (typeof target === 'string') return CHARACTERS.test(target) ? target.slice(0, target.indexOf('#')) : target;
  if (!isObject(target)) return null;
  const { source, id } = target;
  const named = isObject(source) ? source['id'] : (source ?? id);
  return typeof named === 'string' ? named : null;
}

/** By position and words, or by either; selectors may refine one another. */
function toSpan(target: unknown): FoundSpan | undefined {
  if (typeof target === 'string') return toCharacters(target);
  if (!isObject(target)) return undefined;
  const selectors: Json[] = [];
  const open = listOf(target['selector']);
  for (let each = open.shift(); each !== undefined; each = open.shift()) {
    if (!isObject(each)) continue;
    selectors.push(each);
    open.push(...listOf(each['refinedBy']));
  }
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const fragment = selectors.find(({ type }) => type === 'FragmentSelector');
  const place = position
    ? { start: Number(position['start']), end: Number(position['end']) }
    : toCharacters(String(fragment?.['value']));
  if (!place && !quote) return undefined;
  const { exact, prefix, suffix } = quote ?? {};
  return {
    ...(place ?? NOWHERE),
    quote: typeof exact === 'string' ? exact : null,
    ...(typeof prefix === 'string' && { before: prefix }),
    ...(typeof suffix === 'string' && { after: suffix }),
  };
}

function toCharacters(fragment: string): FoundSpan | undefined {
  const [, start, end] = CHARACTERS.exec(fragment) ?? [];
  return start === undefined ? undefined : { start: Number(start), end: Number(end), quote: null };
}

type Read = { id: string; bodies: Bodies; place: string; isOurs: boolean };

/** One for each tag; without one, it goes by why it was made. */
function toAnnotations(item: Json, { id, bodies, spans, place, isOurs }: Read & { spans: FoundSpan[] }) {
  const motivation = listOf(item['motivation'])[0];
  const labels = bodies.tags.length > 0 ? bodies.tags : [typeof motivation === 'string' ? motivation : 'highlighting'];
  const facts = readTagFacts(bodies.facts);
  return labels.map((label, n): FoundAnnotation => ({
    id: n === 0 ? id : `${id}/${n}`,
    uid: isOurs && n === 0 ? uidOf(id) : null,
    label,
    spans,
    ...facts,
    entity: facts.entity ?? bodies.entity,
    annotator: facts.annotator ?? annotatorOf(item),
    note: bodies.note,
    place,
  }));
}

/** Whoever made it, or the first of its bodies: by name, or by the last part of an address. */
function annotatorOf(item: Json): string | null {
  const bodies = listOf(item['body']).filter(isObject);
  const [who] = [item['creator'] ?? item['user'], ...bodies.map(({ creator }) => creator)].flatMap(listOf);
  if (typeof who === 'string') return toName(who);
  if (!isObject(who)) return null;
  const known = [who['name'], who['nickname'], who['id']].find((name) => typeof name === 'string' && name !== '');
  return typeof known === 'string' ? toName(known) : null;
}

const toName = (who: string) => who.replace(/^acct:/u, '').replace(/^https?:\/\/.*?\/([^/]+)\/*$/u, '$1');

/** From one annotation to another: both are targets, or one is and the other stands in the body. */
function toRelation(item: Json, { tags, note, facts, outside }: Bodies, { id, place, isOurs }: Omit<Read, 'bodies'>) {
  const ends = [...listOf(item['target']).map(sourceOf), ...outside];
  const [from, to] = ends;
  if (ends.length !== 2 || typeof from !== 'string' || typeof to !== 'string') return undefined;
  const { annotator, state } = readTagFacts(facts);
  const other = isObject(facts) && typeof facts['to_article'] === 'string' ? facts['to_article'] : undefined;
  const relation: FoundRelation = {
    uid: isOurs ? uidOf(id) : null,
    kind: tags[0] ?? 'linking',
    from,
    to,
    ...(other !== undefined && { toDocument: other }),
    annotator: annotator ?? annotatorOf(item),
    state,
    note,
    place,
  };
  return relation;
}
