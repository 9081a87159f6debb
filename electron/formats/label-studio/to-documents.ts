import { labelStudioMessages } from '#shared/messages/en/formats/label-studio';
import { emptyDocument, type FoundDocument, type FoundRelation } from '../found.ts';
import { textContent } from '../html/text-content.ts';
import { readFacts } from '../json/article-facts.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { createQueue } from '../json/uid-queue.ts';
import { toState } from '../side-files/read-side-files.ts';
import type { Configuration } from './read-configuration.ts';
import { listSaid, type Said } from './results.ts';
import { toAnnotations } from './to-annotations.ts';

type Where = { file: string; n: number; configuration: Configuration };
/** One text of a task, with the names of the objects that show it. */
type Shown = { column: string; names: Set<string>; isPage: boolean };

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

function listShown(data: Json, said: readonly Said[], { texts }: Configuration): Shown[] {
  const shown = new Map<string, Shown>();
  for (const { to_name: name, value } of said.flatMap(({ results }) => results)) {
    if (typeof name !== 'string' || !isObject(value) || !('start' in value) || !('text' in value)) continue;
    const column = findColumn(data, texts.get(name) ?? name);
    if (column === undefined) continue;
    const each = shown.get(column) ?? { column, names: new Set(), isPage: typeof value['start'] === 'string' };
    each.names.add(name);
    shown.set(column, each);
  }
  if (shown.size > 0) return [...shown.values()];
  const column = findColumn(data, [...texts.values()][0] ?? 'text');
  return column === undefined ? [] : [{ column, names: new Set(), isPage: false }];
}

const isText = (value: unknown): value is string => typeof value === 'string' && !/^https?:\/\/\S+$/u.test(value);

/** The column that is meant, or else the one that is called text, or else the only one with words. */
function findColumn(data: Json, meant: string): string | undefined {
  if (isText(data[meant])) return meant;
  if (isText(data['text'])) return 'text';
  const columns = Object.keys(data).filter((name) => isText(data[name]));
  return columns.length === 1 ? columns[0] : undefined;
}

function describe(task: Json, { column, isPage }: Shown, { file, n }: Where): FoundDocument {
  const data = task['data'] as Json;
  const written = data[column] as string;
  const facts = readFacts(data['galley']);
  const { title, outlet, date } = data;
  const rest = Object.entries(data).filter(
    ([name]) => name !== column && !(facts && ['title', 'outlet', 'date', 'galley'].includes(name)),
  );
  const id = task['id'];
  return {
    ...emptyDocument(typeof id === 'number' || typeof id === 'string' ? String(id) : String(n), file),
    text: isPage ? textContent(written) : written,
    ...facts,
    ...(facts && { title: toWords(title), outlet: toWords(outlet), date: toWords(date) }),
    meta: [...(facts?.meta ?? []), ...toMeta(Object.fromEntries(rest))],
  };
}

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);

function addSaid(
  document: FoundDocument,
  said: Said,
  { names, column }: Shown,
  { where: { n, configuration }, isFirst, ours }: { where: Where; isFirst: boolean; ours: unknown },
): void {
  const place = labelStudioMessages.task(n);
  const isHere = ({ to_name: name }: Json) =>
    typeof name !== 'string' || names.has(name) || (isFirst && (name === column || !configuration.texts.has(name)));
  const results = said.results.filter(isHere);
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
