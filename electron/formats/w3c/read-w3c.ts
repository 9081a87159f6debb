import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { w3cMessages } from '#shared/messages/en/formats/w3c';
import { emptyDocument, type Found, type FoundDocument, type FormatReader } from '../found.ts';
import { readFacts } from '../json/article-facts.ts';
import { readFileValues } from '../json/read-file-values.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { findFault, isContext, listOf } from './find-fault.ts';
import { createTextFinder } from './find-text.ts';
import { readItem, type ReadItem } from './to-annotations.ts';

const isJson = (name: string) => /\.(?:json(?:ld|l)?|ndjson)$/iu.test(name);
const SIGNS =
  /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"|"type"\s*:\s*"Annotation(?:Page|Collection)?"|"Text(?:Quote|Position)Selector"/u;

/**
 * Reads annotations one by one, in pages and in collections, and what Hypothesis and Recogito export; of others than ours, those of
 * one source together. Code points are the rule, but both write UTF-16.
 */
export const w3cReader: FormatReader = {
  name: 'w3c',
  unit: 'codepoint',
  recognises: (files) => files.names.some((name) => isJson(name) && SIGNS.test(files.head(name))),
  *read(files) {
    const faults: Found[] = [];
    const findText = createTextFinder(files, (file, error) => faults.push(refuseFile(file, error)));
    const bySource = new Map<string, FoundDocument>();
    const sourceOf = new Map<string, string>();
    const pages = new Set<unknown>();
    const awaited: Awaited[] = [];
    for (const file of files.names.filter(isJson))
      for (const each of readFileValues(files, file)) {
        const { line } = each;
        if ('reason' in each) yield { refused: { file, line, reason: each.reason } };
        else yield* readValue(each.value, { findText, file, line, bySource, sourceOf, pages, awaited });
      }
    for (const document of bySource.values()) yield { document };
    yield* faults;
    for (const { file, line, page } of awaited)
      if (!pages.has(page)) yield { refused: { file, line, reason: w3cMessages.noPage(page) } };
  },
};

/** The first page of a collection, by its address. */
type Awaited = { file: string; line: number; page: string };

type Where = {
  findText: ReturnType<typeof createTextFinder>;
  file: string;
  line: number;
  bySource: Map<string, FoundDocument>;
  sourceOf: Map<string, string>;
  pages: Set<unknown>;
  awaited: Awaited[];
};

function* readValue(value: unknown, where: Where): Generator<Found> {
  const { file, line } = where;
  const list = isObject(value) ? listItems(value) : undefined;
  if (isObject(value)) {
    const { type, id, first } = value;
    if (listOf(type).includes('AnnotationPage')) where.pages.add(id);
    if (listOf(type).includes('AnnotationCollection') && typeof first === 'string')
      where.awaited.push({ file, line, page: first });
  }
  if (!list) {
    yield { refused: { file, line, reason: w3cMessages.nothing } };
    return;
  }
  const own = isObject(value) ? readFacts(value['galley:article']) : undefined;
  const document = own ? describeOwn(value as Json, own, where) : undefined;
  for (const [n, { item, hasContext }] of list.entries()) {
    // what Hypothesis exports is older than the model, and says neither context nor type
    const fault = !isObject(item)
      ? jsonMessages.noObject
      : isOfHypothesis(item)
        ? undefined
        : findFault(item, { hasContext });
    if (fault !== undefined || !isObject(item)) {
      const reason = list.length === 1 ? fault! : w3cMessages.item(n + 1, fault!);
      yield { refused: { file, line, reason } };
      continue;
    }
    const read = readItem(item, jsonMessages.line(line), document !== undefined);
    add(document ?? getDocument(read, item, where), read);
  }
  if (document) yield { document };
}

type Listed = { item: unknown; hasContext: boolean };

/** The annotations in a value; undefined where it is nothing that has any. */
function listItems(value: Json): Listed[] | undefined {
  const types = listOf(value['type']);
  const hasContext = isContext(value['@context']);
  const within = (items: unknown) => listOf(items).map((item) => ({ item, hasContext }));
  if (types.includes('AnnotationPage')) return within(value['items']);
  if (types.includes('AnnotationCollection')) {
    const { first } = value;
    return isObject(first) ? within(first['items']) : within(value['items']);
  }
  // as the interface of Hypothesis answers, and as its page exports
  for (const name of ['rows', 'annotations']) if (Array.isArray(value[name])) return within(value[name]);
  const isOne = 'target' in value || 'body' in value || types.length > 0;
  return isOne ? [{ item: value, hasContext: false }] : undefined;
}

const isOfHypothesis = (item: Json) =>
  !('type' in item) && !('@context' in item) && Array.isArray(item['target']) && item['target'].every(isObject);

function describeOwn(
  page: Json,
  own: NonNullable<ReturnType<typeof readFacts>>,
  { findText, file }: Where,
): FoundDocument {
  const { title, outlet, date } = page['galley:article'] as Json;
  return {
    ...emptyDocument(own.uid!, file),
    ...own,
    title: toWords(title),
    outlet: toWords(outlet),
    date: toWords(date),
    text: findText(file, own.uid),
  };
}

const toWords = (value: unknown) => (typeof value === 'string' ? value : null);

/** Of one source, whichever files it stands in. */
function getDocument(
  { source, annotations, relations }: ReadItem,
  item: Json,
  { findText, file, bySource, sourceOf }: Where,
): FoundDocument {
  const uri = typeof item['uri'] === 'string' ? item['uri'] : null;
  // a link goes with the annotation that it leads from
  const from = relations[0]?.from;
  const name = (from === undefined ? undefined : sourceOf.get(from)) ?? source ?? uri ?? file;
  const document = bySource.get(name) ?? {
    ...emptyDocument(name, file),
    text: findText(file, name),
    title: titleOf(item),
    address: /^https?:/u.test(name) ? name : null,
  };
  bySource.set(name, document);
  for (const { id } of annotations) sourceOf.set(id, name);
  return document;
}

/** What Hypothesis says that the page is called. */
function titleOf({ document }: Json): string | null {
  const [title] = isObject(document) ? listOf(document['title']) : [];
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

function add(document: FoundDocument, { annotations, relations, left }: ReadItem): void {
  document.annotations.push(...annotations);
  document.relations.push(...relations);
  document.left.push(...left);
}
