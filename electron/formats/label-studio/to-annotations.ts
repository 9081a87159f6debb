import { createUnitMap } from '#shared/text/offset-units';
import type { FoundAnnotation, FoundSpan } from '../found.ts';
import { NOWHERE } from '../json/nowhere.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { readTagFacts } from '../json/tag-facts.ts';
import { toPlain } from '../plain-values.ts';
import { attributeOf } from './controls.ts';
import { resolveWords } from './resolve-words.ts';
import type { Said } from './results.ts';

type Where = { said: Said; place: string; text: string; several: ReadonlySet<string> };
type Others = {
  notText: Map<string, number>;
  unlabelled: Map<string, number>;
  ofTask: { key: string; value: string }[];
};

/** Regions as annotations, with the values that share their ids; `others`: values of the whole task, and regions of no text or without a label. */
export function toAnnotations(
  results: readonly Json[],
  { said, place, text, several }: Where,
): { annotations: FoundAnnotation[]; others: Others } {
  const toStarts = createStarts(text);
  const annotations = new Map<string, FoundAnnotation[]>();
  for (const result of results) {
    const value = isObject(result['value']) ? result['value'] : {};
    const labels = listLabels(result, value);
    const span = labels.length > 0 ? toSpan(value, text, toStarts) : undefined;
    if (!span) continue;
    const id = `${said.prefix}${String(result['id'])}`;
    const known = annotations.get(id) ?? [];
    for (const label of labels) {
      const n = known.length;
      known.push(toAnnotation(result, { id: n === 0 ? id : `${id}/${n}`, label, span, said, place }));
    }
    annotations.set(id, known);
  }
  const others: Others = { notText: new Map(), unlabelled: new Map(), ofTask: [] };
  for (const result of results)
    addValue(result, annotations.get(`${said.prefix}${String(result['id'])}`), others, several);
  return { annotations: [...annotations.values()].flat(), others };
}

/** A region's labels stand under the name of its type. */
function listLabels({ type }: Json, value: Json): string[] {
  const labels = value[String(type)] ?? value['labels'];
  return /labels$/u.test(String(type)) && Array.isArray(labels) ? labels.map(String) : [];
}

/** Where a region begins in UTF-16, by what its start may count. */
function createStarts(text: string): (start: number) => number[] {
  const { toUtf16 } = createUnitMap(text, 'codepoint');
  return (start) => [toUtf16(start), start];
}

/** Of a page, code points of its text where they are said, else only the words. Undefined for what has no place in a text. */
function toSpan(value: Json, text: string, toStarts: (start: number) => number[]): FoundSpan | undefined {
  const { start, end, globalOffsets, text: words } = value;
  if (start === undefined || (typeof words !== 'string' && typeof start !== 'number')) return undefined;
  const global = isObject(globalOffsets) ? globalOffsets : undefined;
  const from = Number(global?.['start'] ?? start);
  const to = Number(global?.['end'] ?? end);
  const isPlaced = Number.isInteger(from) && Number.isInteger(to);
  const quote = typeof words === 'string' ? resolveWords(text, words, isPlaced ? toStarts(from) : []) : null;
  if (!isPlaced && quote === null) return undefined;
  return { ...(isPlaced ? { start: from, end: to } : NOWHERE), quote };
}

const UID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

function toAnnotation(
  { id: written, meta }: Json,
  { id, label, span, said, place }: { id: string; label: string; span: FoundSpan; said: Said; place: string },
): FoundAnnotation {
  const { text, galley } = isObject(meta) ? meta : {};
  const facts = readTagFacts(galley);
  const isOurs = isObject(galley) && typeof written === 'string' && UID.test(written) && id === written;
  return {
    id,
    uid: isOurs ? written : null,
    label,
    spans: [span],
    ...facts,
    attributes: { ...facts.attributes },
    annotator: facts.annotator ?? said.annotator,
    state: facts.state ?? said.state,
    note: Array.isArray(text) ? text.join('\n') : typeof text === 'string' ? text : '',
    place,
  };
}

/** What was chosen or typed for a region, or for the whole task. */
function addValue(
  result: Json,
  annotations: readonly FoundAnnotation[] | undefined,
  { notText, unlabelled, ofTask }: Others,
  several: ReadonlySet<string>,
): void {
  const type = String(result['type']);
  if (type === 'relation') return;
  const value = isObject(result['value']) ? result['value'] : {};
  const control = String(result['from_name']);
  const count = (counts: Map<string, number>) => counts.set(type, (counts.get(type) ?? 0) + 1);
  if (listLabels(result, value).length > 0) {
    if (!annotations) count(notText);
    return;
  }
  const given = toValue(type, value, several.has(control));
  if (!annotations && value['start'] !== undefined) count(unlabelled);
  else if (given === undefined) count(notText);
  else if (annotations)
    for (const each of annotations) each.attributes = { ...each.attributes, [attributeOf(control, each.label)]: given };
  else ofTask.push({ key: control, value: toPlain(given) });
}

/** Undefined for what is no value. */
function toValue(type: string, value: Json, isSeveral: boolean): unknown {
  const given = value[type === 'textarea' ? 'text' : type];
  if (!Array.isArray(given)) return given ?? undefined;
  return given.length === 1 && !isSeveral ? (given[0] as unknown) : given;
}
