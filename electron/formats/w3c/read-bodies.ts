import type { FoundAnnotation } from '../found.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { listOf } from './find-fault.ts';

/** What is said of the words. `facts`: what our own files say besides; `outside`: addresses of what is not in the file. */
export type Bodies = {
  tags: string[];
  note: string;
  entity: FoundAnnotation['entity'];
  facts: unknown;
  outside: string[];
};

/** The bodies of an annotation by what they are for; Hypothesis has its text and tags beside them. */
export function readBodies(item: Json): Bodies {
  const bodies: Bodies = { tags: [], note: '', entity: null, facts: undefined, outside: [] };
  const notes: string[] = [];
  const motivation = listOf(item['motivation'])[0];
  for (const body of listOf(item['body'])) {
    if (!isObject(body)) bodies.outside.push(String(body));
    else addBody(body, body['purpose'] ?? motivation, bodies, notes);
  }
  for (const tag of listOf(item['tags'])) if (typeof tag === 'string') bodies.tags.push(tag);
  for (const text of [item['bodyValue'], item['text']]) if (typeof text === 'string' && text !== '') notes.push(text);
  return { ...bodies, note: notes.join('\n\n') };
}

function addBody(body: Json, purpose: unknown, bodies: Bodies, notes: string[]): void {
  const { value, format, source, id, items } = body;
  const { id: sourceId, label: sourceLabel } = isObject(source) ? source : { id: source, label: undefined };
  const address = [sourceId, id].find((each): each is string => typeof each === 'string');
  const said = typeof value === 'string' ? value : sourceLabel;
  const isTag = purpose === 'tagging' || purpose === 'classifying';
  if (typeof said !== 'string') {
    if (purpose === 'identifying' && address !== undefined) bodies.entity = byAddress(address);
    else bodies.outside.push(address ?? JSON.stringify(items ?? body));
  } else if (format === 'application/json' && purpose === 'describing') bodies.facts = parseJson(said);
  else if (isTag) bodies.tags.push(said);
  else if (purpose === 'identifying') {
    if (body['type'] === 'SpecificResource' && /^https?:\/\/\S+$/u.test(said)) bodies.entity = byAddress(said);
    else if (isBareKind(body)) bodies.tags.push(said);
    else bodies.entity = { name: said, uid: null, refs: address === undefined ? [] : byAddress(address).refs };
  } else notes.push(said);
}

/** What Recogito writes where it is not known yet which place or person is meant. */
const isBareKind = ({ type, id, value }: Json) =>
  type === 'SpecificResource' && id === undefined && typeof value === 'string' && /^[A-Z]+$/u.test(value);

/** Known by its address alone, whose last part serves as a name. */
function byAddress(address: string): NonNullable<FoundAnnotation['entity']> {
  const last = /([^/#]+)[/#]*$/u.exec(address)?.[1] ?? address;
  return { name: last, uid: null, refs: [{ scheme: 'uri', value: address }] };
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
