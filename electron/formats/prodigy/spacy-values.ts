import { isObject, type Json } from '../json/recognise-values.ts';

/** A text with its entities, as scripts hand them to spaCy: `["text", {"entities": [[0, 5, "ORG"]]}]`. */
const isPair = (value: unknown): value is [string, Json] =>
  Array.isArray(value) && typeof value[0] === 'string' && isObject(value[1]) && Array.isArray(value[1]['entities']);

/** Whether a value is such a pair, or a list of them beside the names of their labels, as annotators for spaCy save it. */
export const isTrainingData = (value: unknown): boolean =>
  isPair(value) || (isObject(value) && Array.isArray(value['annotations']) && value['annotations'].some(isPair));

/** The tasks in such a value: a text without any, which people passed over, is none. */
export function listTasks(value: unknown): unknown[] {
  if (isPair(value)) return [toTask(value)];
  if (!isTrainingData(value)) return [value];
  const pairs = (value as { annotations: unknown[] }).annotations.filter((each) => each !== null);
  return pairs.map((each) => (isPair(each) ? toTask(each) : each));
}

const toTask = ([text, { entities, ...others }]: [string, Json]): Json => ({
  ...others,
  text,
  spans: (entities as unknown[]).map((each) => {
    if (!Array.isArray(each)) return each;
    const [start, end, label] = each as unknown[];
    return { start, end, label };
  }),
});

/** The tags of a task; of a document as spaCy writes it, its entities and the groups of spans beside them. */
export function listSpans({ spans, ents }: Json): unknown[] {
  const groups = isObject(spans) ? Object.values(spans) : [spans];
  return [ents, ...groups].flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []));
}
