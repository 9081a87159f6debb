import { listOthers } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';

/** Columns that people name so; a project may call them anything. */
const TEXTS = ['text', 'data', 'sentence', 'content', 'document'];
const LABELS = ['label', 'labels', 'entities', 'annotations', 'spans'];

/** A tag as it stands in a record. Unit: the project's. `quote`: its words, which only few programs write. */
export type DoccanoTag = {
  id: string | null;
  start: number;
  end: number;
  labels: string[];
  quote: string | null;
  annotator: string | null;
  attributes: Record<string, string | number | boolean>;
};

/**
 * The column of a record's text: one that people call so, or `known`, that of a record before; else the longest that its tags fit
 * into, as a project may call it anything.
 */
export function findText(record: Json, known?: string): string | undefined {
  const usual = [...TEXTS, ...(known === undefined ? [] : [known])].find((name) => typeof record[name] === 'string');
  if (usual !== undefined) return usual;
  const column = findLabels(record);
  const ends = (column === undefined ? [] : (record[column] as unknown[])).flatMap((raw) => parseTag(raw)?.end ?? []);
  if (ends.length === 0) return undefined;
  const [longest] = Object.entries(record)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .sort(([, a], [, b]) => b.length - a.length);
  return longest && longest[1].length >= Math.max(...ends) ? longest[0] : undefined;
}

/** The column of tags, or of labels of the whole text. */
export const findLabels = (record: Json): string | undefined =>
  LABELS.find((name) => Array.isArray(record[name])) ?? Object.keys(record).find((name) => areTags(record[name]));

/** Tags as only doccano calls their ends. */
const areTags = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((raw) => isObject(raw) && 'start_offset' in raw && parseTag(raw) !== undefined);

/** What is known of a tag, or only of how it was made; what else it says is kept as attributes. */
const KNOWN = new Set([
  ...['id', 'start', 'end', 'start_offset', 'end_offset', 'label', 'labels', 'type', 'text', 'user', 'uuid'],
  ...['prob', 'manual', 'document', 'example', 'created_at', 'updated_at'],
]);

/** Undefined where something is no tag. */
export function parseTag(raw: unknown): DoccanoTag | undefined {
  if (Array.isArray(raw)) {
    const [start, end, label] = raw as unknown[];
    return toTag(start, end, label);
  }
  if (!isObject(raw)) return undefined;
  const { id, text, user } = raw;
  const label = raw['label'] ?? raw['labels'] ?? raw['type'];
  const tag = toTag(
    raw['start_offset'] ?? raw['start'],
    raw['end_offset'] ?? raw['end'],
    // the first doccano wrote the numbers of labels
    typeof label === 'number' ? String(label) : label,
  );
  if (!tag) return undefined;
  if (isName(id)) tag.id = String(id);
  if (isName(user)) tag.annotator = String(user);
  if (typeof text === 'string') tag.quote = text;
  tag.attributes = listOthers(raw, KNOWN);
  return tag;
}

const isName = (value: unknown) => typeof value === 'number' || typeof value === 'string';

/** Whether a tag is written as programs in Python write it, whose strings count code points. */
export const isOfPython = (raw: unknown) => isObject(raw) && 'start' in raw && !('start_offset' in raw);

function toTag(start: unknown, end: unknown, label: unknown): DoccanoTag | undefined {
  const labels = (Array.isArray(label) ? label : [label]).filter((each): each is string => typeof each === 'string');
  if (!Number.isInteger(start) || !Number.isInteger(end) || labels.length === 0) return undefined;
  return { id: null, start: start as number, end: end as number, labels, quote: null, annotator: null, attributes: {} };
}

/** Whether a record is one of doccano's: a text, with tags in it or none, and no tokens as in files of Prodigy. */
export function isDoccano(record: Json): boolean {
  const labels = findLabels(record);
  if (findText(record) === undefined || labels === undefined || 'tokens' in record) return false;
  const tags = record[labels] as unknown[];
  // Prodigy and others write `start` and `end` under `spans`
  const isOthers = labels === 'spans' && tags.every((each) => !isObject(each) || !('start_offset' in each));
  const areLabels = tags.every((each) => typeof each === 'string');
  return !isOthers && (areLabels || tags.some((each) => parseTag(each) !== undefined));
}
