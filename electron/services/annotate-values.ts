import { ExpectedError } from '#shared/errors';
import type { Attribute, ValueInput, ValuesInput } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { PartialDate } from '#shared/domain/partial-date';
import { Span } from '#shared/domain/span';
import { expectedWords } from '#shared/messages/en/codebook';
import type { ReadDb } from '../corpus/connection.ts';
import type { ValueRecord } from '../corpus/model/kinds.ts';
import { getArticleText } from '../corpus/repositories/article-repository.ts';
import { getCodebook, mapAttributes } from '../corpus/repositories/codebook-repository.ts';
import { resolveEntity } from '../corpus/repositories/resolve-entity.ts';
import { resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { toSpanRecord } from './annotate-spans.ts';

/**
 * One attribute as it is being read: `named` is how a message calls it, `held` what the annotation holds of it already, `text` that
 * of the article, where it is at hand.
 */
type Reading = {
  db: ReadDb;
  resolve: Resolvers;
  article: string;
  text: string | undefined;
  attribute: Attribute;
  named: string;
  held: ValueRecord[];
};
type Columns = Omit<ValueRecord, 'attribute' | 'path'>;
type Found = Omit<ValueRecord, 'path'> & { places: number[] };

const empty: Columns = {
  text: null,
  number: null,
  entity: null,
  article: null,
  start_offset: null,
  end_offset: null,
  quote: null,
};

/** Who gives the uid of what a value names. */
export type Resolvers = { entity(ref: string): string; article(ref: string): string };

/** `text`, `codebook`: where they are at hand. `resolve`: where what is named may not be seen yet. */
type Of = { label: Label; article: string; text?: string; codebook?: Codebook; resolve?: Resolvers };

/**
 * The values of an annotation of that label and article after some were given, in the codebook's order.
 *
 * What the annotation holds already may stay although it would not be taken anew: a retired option, a value of another type.
 * Errors: attribute-unknown, attribute-retired, value-not-understood, and those of entities, articles and spans.
 */
export function setValues(
  db: ReadDb,
  { label, article, text, codebook = getCodebook(db), resolve = toResolvers(db) }: Of,
  before: ValueRecord[],
  given: ValuesInput,
): ValueRecord[] {
  const places = mapAttributes(codebook);
  const rootOf = (uid: string) => places.get(uid)!.group ?? places.get(uid)!.attribute;
  let values = before;
  for (const [name, input] of Object.entries(given)) {
    const attribute = findAttribute(label.attributes, name, name, label.name);
    const held = before.filter((record) => rootOf(record.attribute).uid === attribute.uid);
    const found = readAttribute({ db, resolve, article, text, attribute, named: attribute.name, held }, input);
    values = [
      ...values.filter((record) => rootOf(record.attribute).uid !== attribute.uid),
      ...found.map(({ attribute: uid, places: at, ...columns }) => ({
        attribute: uid,
        path: at.join('.'),
        ...columns,
      })),
    ];
  }
  return inOrder(values, [...places.keys()]);
}

const toResolvers = (db: ReadDb): Resolvers => ({
  entity: (ref) => resolveEntity(db, ref),
  article: (ref) => resolveArticle(db, ref),
});

const byPlaces = (a: string, b: string) => {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)];
  const differing = one.findIndex((place, n) => place !== other[n]);
  return differing === -1 ? one.length - other.length : one[differing]! - (other[differing] ?? -1);
};

/** By attribute, then by place in its lists. */
export const inOrder = (values: ValueRecord[], attributes: string[]): ValueRecord[] =>
  values.toSorted(
    (a, b) => attributes.indexOf(a.attribute) - attributes.indexOf(b.attribute) || byPlaces(a.path, b.path),
  );

function findAttribute(attributes: Attribute[], name: string, named: string, label: string): Attribute {
  const attribute = attributes.find((known) => known.name.toLowerCase() === name.trim().toLowerCase());
  if (attribute) return attribute;
  const known = attributes.filter(({ retired }) => !retired).map((each) => each.name);
  throw new ExpectedError('attribute-unknown', { attribute: named, label, known: known.join(', ') });
}

function readAttribute(reading: Reading, input: ValueInput): Found[] {
  const { attribute } = reading;
  if (input === null) return [];
  if (attribute.isList) return readItems(reading, Array.isArray(input) ? input : [input]);
  if (attribute.type === 'choices' || !Array.isArray(input)) return readItem(reading, input);
  if (input.length === 1) return readItem(reading, input[0]!);
  // several values of what was a list when they were given may stay
  if (input.length > 0 && !input.every((item) => findHeld(reading, item))) throw notUnderstood(reading, input);
  return readItems(reading, input);
}

/** The items of a list, one after the other; what is empty is left out. */
function readItems(reading: Reading, items: ValueInput[]): Found[] {
  let n = 0;
  return items.flatMap((item) => {
    const found = readItem(reading, item);
    if (found.length > 0) n += 1;
    return found.map((value) => ({ ...value, places: [n - 1, ...value.places] }));
  });
}

function readItem(reading: Reading, input: ValueInput): Found[] {
  const { attribute } = reading;
  if (input === null || input === '') return [];
  if (attribute.type === 'group') return readGroup(reading, input);
  if (attribute.type !== 'choices') return [readSimple(reading, input)];
  const chosen = Array.isArray(input) ? input : splitChoices(attribute, input);
  const found = chosen.filter((item) => item !== null && item !== '').map((item) => readSimple(reading, item));
  return found.filter(({ text }, n) => found.findIndex((other) => other.text === text) === n);
}

/** Choices that are typed stand behind one another with commas, unless one has a comma in it. */
const splitChoices = ({ options }: Attribute, input: ValueInput): ValueInput[] =>
  typeof input !== 'string' || options.some(({ value }) => value.toLowerCase() === input.trim().toLowerCase())
    ? [input]
    : input.split(',').map((part) => part.trim());

function readGroup(reading: Reading, input: ValueInput): Found[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw notUnderstood(reading, input);
  const { attribute, named, held } = reading;
  return Object.entries(input).flatMap(([name, value]) => {
    const field = findAttribute(attribute.fields, name, `${named}.${name}`, named);
    const known = attribute.retired ? { ...field, retired: true } : field;
    return readAttribute({ ...reading, attribute: known, named: `${named}.${field.name}`, held }, value);
  });
}

function readSimple(reading: Reading, input: ValueInput): Found {
  const { attribute, named } = reading;
  const held = findHeld(reading, input);
  if (held) return held;
  if (attribute.retired) throw new ExpectedError('attribute-retired', { attribute: named });
  const columns = toColumns(reading, input);
  if (!columns) throw notUnderstood(reading, input);
  return { attribute: attribute.uid, ...empty, ...columns, places: [] };
}

/** The value that the annotation holds already, if that is what was given. */
function findHeld({ attribute, held }: Reading, input: ValueInput): Found | undefined {
  const same = held.find((record) => record.attribute === attribute.uid && isSame(record, input));
  return same && { ...pickColumns(same), attribute: same.attribute, places: [] };
}

const pickColumns = (record: ValueRecord): Columns => ({
  text: record.text,
  number: record.number,
  entity: record.entity,
  article: record.article,
  start_offset: record.start_offset,
  end_offset: record.end_offset,
  quote: record.quote,
});

function isSame(record: ValueRecord, input: ValueInput): boolean {
  if (typeof input === 'string') return record.text === input;
  if (typeof input === 'number') return record.number === input;
  if (typeof input === 'boolean') return record.number === Number(input);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return false;
  if (record.entity !== null) return input['entity'] === record.entity;
  const { article, start_offset: start, end_offset: end, quote } = record;
  return (
    article !== null &&
    input['article'] === article &&
    input['start'] === start &&
    input['end'] === end &&
    input['quote'] === quote
  );
}

/** The columns that a value is kept in, or undefined where it is none of the attribute's type. */
function toColumns(reading: Reading, input: ValueInput): Partial<Columns> | undefined {
  const { attribute } = reading;
  const typed = typeof input === 'string' ? input.trim() : input;
  switch (attribute.type) {
    case 'text':
      return typeof input === 'string' ? { text: input } : undefined;
    case 'date':
      return PartialDate.safeParse(typed).success ? { text: typed as string } : undefined;
    case 'number':
      return toNumber(typed);
    case 'yes-no':
      return toYesNo(typed);
    case 'choice':
    case 'choices':
      return findOption(attribute, typed);
    case 'entity':
      return findOption(attribute, typed) ?? toEntity(reading, typed);
    case 'span':
      return toSpan(reading, typed);
    case 'group':
      return undefined;
  }
}

function toNumber(input: ValueInput): Partial<Columns> | undefined {
  const number = typeof input === 'string' && /^[-+]?\d+(?:\.\d+)?$/u.test(input) ? Number(input) : input;
  // minus zero has no form in JSON
  return typeof number === 'number' && Number.isFinite(number) ? { number: number + 0 } : undefined;
}

function toYesNo(input: ValueInput): Partial<Columns> | undefined {
  const yes = input === true || (typeof input === 'string' && /^(?:yes|true)$/iu.test(input));
  const no = input === false || (typeof input === 'string' && /^(?:no|false)$/iu.test(input));
  return yes || no ? { number: Number(yes) } : undefined;
}

function findOption({ options }: Attribute, input: ValueInput): Partial<Columns> | undefined {
  if (typeof input !== 'string') return undefined;
  const open = options.filter(({ retired }) => !retired);
  const option = open.find(({ value }) => value.toLowerCase() === input.toLowerCase());
  return option && { text: option.value };
}

/** Errors: those of `resolveEntity`. */
function toEntity({ resolve }: Reading, input: ValueInput): Partial<Columns> | undefined {
  const named = typeof input === 'object' && input !== null && !Array.isArray(input) ? input['entity'] : input;
  return typeof named === 'string' ? { entity: resolve.entity(named) } : undefined;
}

/** Errors: article-unknown, uid-ambiguous, span-past-end, span-splits-character. */
function toSpan({ db, resolve, article: own, text }: Reading, input: ValueInput): Partial<Columns> | undefined {
  const given = typeof input === 'string' ? parseSpan(input) : input;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const { article: ref = own, quote } = given;
  const span = Span.safeParse(given);
  if (!span.success || typeof ref !== 'string') return undefined;
  const isOwn = ref === own && text !== undefined;
  const article = isOwn ? own : resolve.article(ref);
  const record = toSpanRecord(isOwn ? text : getArticleText(db, article), span.data);
  return quote === undefined || quote === record.quote ? { article, ...record } : undefined;
}

/** `12-40`, or `ARTICLE:12-40` in another article. */
function parseSpan(input: string): ValueInput {
  const [, article, start, end] = /^(?:([0-9a-f-]+):)?(\d+)[-–](\d+)$/u.exec(input) ?? [];
  if (start === undefined) return null;
  return { ...(article !== undefined && { article }), start: Number(start), end: Number(end) };
}

function notUnderstood({ attribute, named }: Reading, input: ValueInput): ExpectedError {
  const options = attribute.options.filter(({ retired }) => !retired).map(({ value }) => value);
  return new ExpectedError('value-not-understood', {
    attribute: named,
    given: typeof input === 'string' ? input : JSON.stringify(input),
    expected: expectedWords(attribute.type, options),
  });
}
