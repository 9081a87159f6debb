import { labelStudioMessages } from '#shared/messages/en/formats/label-studio';
import { emptyDocument, type FoundDocument, type FoundRelation } from '../found.ts';
import { embeddedText } from '../html/text-content.ts';
import { readFacts } from '../json/article-facts.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { createQueue } from '../json/uid-queue.ts';
import { toState } from '../side-files/read-side-files.ts';
import type { Configuration } from './read-configuration.ts';
import { placeInDialogue, readDialogue, type Dialogue } from './dialogues.ts';
import { listSaid, type Said } from './results.ts';
import { toAnnotations } from './to-annotations.ts';

type Where = { file: string; n: number; configuration: Configuration };
/** One text of a task, with the names of the objects that show it. */
type Shown = { column: string; names: Set<string>; isPage: boolean; dialogue: Dialogue | undefined };

/** The texts of a task as any format's documents: one for each that has regions, else its text; none where it has none. */
export function toDocuments(task: Json, where: Where): FoundDocument[] {
  const data = task['data'] as Json;
  const said = [...listSaid(task, 'annotations'), ...listSaid(task, 'completions')];
  const counted = said.filter(({ raw }) => raw['was_cancelled'] !== true);
  const ours = isObject(data['galley']) ? data['galley']['relations'] : undefined;
  const shown = listShown(data, counted, where.configuration);
  return shown.map((each, m) => {
    const document = describe(task, each, where);
    for (const one of counted) addSaid(document, one, each, { where, isFirst: m === 0, ours });
    if (m === 0)
      listUncounted(
        document,
        task,
        said.filter((one) => !counted.includes(one)),
        where.n,
      );
    return document;
  });
}

function listShown(data: Json, said: readonly Said[], { texts, keys }: Configuration): Shown[] {
  const shown = new Map<string, Shown>();
  const isText = (column: string) => isWords(data[column]);
  const isDialogue = (column: string) => readDialogue(data[column], keys.get(column)) !== undefined;
  const toShown = (column: string, isPage: boolean): Shown => ({
    column,
    names: new Set(),
    isPage,
    dialogue: readDialogue(data[column], keys.get(column)),
  });
  for (const { to_name: name, type, value, source } of said.flatMap(({ results }) => results)) {
    if (typeof name !== 'string' || !isObject(value) || !('start' in value)) continue;
    const isSaid = type === 'paragraphlabels';
    if (!isSaid && !('text' in value)) continue;
    const meant = texts.get(name) ?? (typeof source === 'string' ? source.replace(/^\$/u, '') : name);
    const column = findColumn(data, { meant, words: toWords(value['text']) }, isSaid ? isDialogue : isText);
    if (column === undefined) continue;
    const each = shown.get(column) ?? toShown(column, typeof value['start'] === 'string');
    each.names.add(name);
    shown.set(column, each);
  }
  if (shown.size > 0) return [...shown.values()];
  const meant = [...texts.values()][0] ?? 'text';
  const column =
    findColumn(data, { meant, words: null }, isText) ?? findColumn(data, { meant, words: null }, isDialogue);
  return column === undefined ? [] : [toShown(column, false)];
}

const isWords = (value: unknown) => typeof value === 'string' && !/^https?:\/\/\S+$/u.test(value);

/** Columns of texts as people call them. */
const USUAL = ['text', 'sentence', 'content', 'document', 'body', 'article'];

/** The column that is meant, or one that is called as texts are; else the longest that has the words, or the only one. */
function findColumn(
  data: Json,
  { meant, words }: { meant: string; words: string | null },
  isIt: (column: string) => boolean,
): string | undefined {
  const usual = [meant, ...USUAL].find(isIt);
  if (usual !== undefined) return usual;
  const columns = Object.keys(data).filter((name) => isIt(name) && data[name] !== '');
  if (columns.length < 2 || words === null) return columns.length === 1 ? columns[0] : undefined;
  const lengthOf = (name: string) => String(data[name]).length;
  return columns
    .filter((name) => String(data[name]).includes(words))
    .sort((one, other) => lengthOf(other) - lengthOf(one))[0];
}

function describe(task: Json, { column, isPage, dialogue }: Shown, { file, n }: Where): FoundDocument {
  const data = task['data'] as Json;
  const toText = () => (isPage ? embeddedText(data[column] as string) : (data[column] as string));
  const facts = readFacts(data['galley']);
  const { title, outlet, date } = data;
  const rest = Object.entries(data).filter(
    ([name]) => name !== column && !(facts && ['title', 'outlet', 'date', 'galley'].includes(name)),
  );
  const id = task['id'];
  return {
    ...emptyDocument(typeof id === 'number' || typeof id === 'string' ? String(id) : String(n), file),
    text: dialogue?.text ?? toText(),
    unit: dialogue ? 'utf16' : null,
    ...facts,
    ...(facts && { title: toWords(title), outlet: toWords(outlet), date: toWords(date) }),
    meta: [...(facts?.meta ?? []), ...toMeta(Object.fromEntries(rest))],
  };
}

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);

function addSaid(
  document: FoundDocument,
  said: Said,
  { names, column, dialogue }: Shown,
  { where: { n, configuration }, isFirst, ours }: { where: Where; isFirst: boolean; ours: unknown },
): void {
  const place = labelStudioMessages.task(n);
  const isHere = ({ to_name: name }: Json) =>
    typeof name !== 'string' || names.has(name) || (isFirst && (name === column || !configuration.texts.has(name)));
  const isOnOther = ({ to_name: name, type, value }: Json) =>
    /labels$/u.test(String(type)) &&
    names.size > 0 &&
    typeof name === 'string' &&
    !names.has(name) &&
    name !== column &&
    !hasWords(value);
  const results = said.results
    .filter(isHere)
    .map((result) =>
      isOnOther(result) ? withoutPlace(result) : dialogue ? placeInDialogue(result, dialogue) : result,
    );
  const { annotations, others } = toAnnotations(results, { said, place, text: document.text!, ...configuration });
  document.annotations.push(...annotations);
  for (const [type, count] of others.notText)
    document.left.push({ what: labelStudioMessages.notText(type), place, quote: '', count });
  for (const [type, count] of others.unlabelled)
    document.left.push({ what: labelStudioMessages.unlabelled(type), place, quote: '', count });
  const { result } = said.raw;
  if (isFirst && result !== undefined && !Array.isArray(result))
    document.left.push({ what: labelStudioMessages.notAList, place, quote: JSON.stringify(result), count: 1 });
  for (const { key, value } of others.ofTask) document.meta.push({ key, value });
  addRelations(document, said, place, ours);
}

const hasWords = (value: unknown) => isObject(value) && 'text' in value;

/** Numbers of something that is no text are no offsets in one: seconds of a recording. */
const withoutPlace = ({ value, ...result }: Json): Json => ({
  ...result,
  value: { ...(isObject(value) && value), start: undefined },
});

type Known = { uid?: unknown; annotator?: unknown; state?: unknown; note?: unknown };

function addRelations(document: FoundDocument, said: Said, place: string, ours: unknown): void {
  const ids = new Set(document.annotations.map(({ id }) => id));
  const known = createQueue<Known>(ours);
  for (const { type, from_id: a, to_id: b, direction, labels } of said.results) {
    if (type !== 'relation') continue;
    const ends = direction === 'left' ? [b, a] : [a, b];
    const [from, to] = ends.map((id) => `${said.prefix}${String(id)}`) as [string, string];
    const kinds = Array.isArray(labels) && labels.length > 0 ? labels.map(String) : ['relation'];
    if (!ids.has(from) || !ids.has(to)) {
      document.left.push({ what: labelStudioMessages.noEnds, place, quote: `${String(a)} → ${String(b)}`, count: 1 });
      continue;
    }
    for (const kind of kinds)
      document.relations.push(toRelation({ kind, from, to, place }, said, known(from, to, kind)));
  }
}

const toRelation = (
  relation: Pick<FoundRelation, 'kind' | 'from' | 'to' | 'place'>,
  { annotator, state }: Said,
  known: Known | null,
): FoundRelation => ({
  uid: toWords(known?.uid),
  annotator: toWords(known?.annotator) ?? annotator,
  state: toState(known?.state) ?? state,
  note: toWords(known?.note) ?? '',
  ...relation,
});

/** What models predicted, what was skipped and what was not handed in: counted, since nobody settled on it. */
function listUncounted(document: FoundDocument, task: Json, cancelled: readonly Said[], n: number): void {
  const place = labelStudioMessages.task(n);
  const add = (what: string, { results }: Said) => {
    const count = results.filter(({ type }) => type !== 'relation').length;
    if (count > 0) document.left.push({ what, place, quote: '', count });
  };
  for (const each of cancelled) add(labelStudioMessages.cancelled, each);
  for (const each of listSaid(task, 'drafts')) add(labelStudioMessages.draft, each);
  for (const each of listSaid(task, 'predictions'))
    add(labelStudioMessages.predictions(toWords(each.raw['model_version']) ?? ''), each);
}
