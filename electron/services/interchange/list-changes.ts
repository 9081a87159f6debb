import type { Annotation } from '#shared/domain/annotation';
import type { ChangedPart } from '#shared/domain/interchange';
import type { QuotedSpan } from '#shared/domain/span';
import { quoteOf } from '../../formats/losses.ts';
import { toPlain } from '../../formats/plain-values.ts';
import type { FoundAnnotation } from '../../formats/found.ts';
import type { LostParts } from './lost-parts.ts';
import { toComparable, type ReadValues } from './read-values.ts';
import type { Reading } from './reading.ts';

/** An annotation of the files in our names. `ids`: those that the files know it, and its parts, by. */
export type ReadAnnotation = {
  found: FoundAnnotation;
  ids: string[];
  label: string;
  spans: QuotedSpan[];
  read: ReadValues;
};

export type ChangeContext = { reading: Reading; lost: LostParts; text: string; joinsLines: boolean };

/** What of an annotation is otherwise in the files. `values`: those that are, by name; null where the files have none. */
export type Changes = { parts: ChangedPart[]; values: Record<string, unknown> };

/** What of an annotation is otherwise in the files, but for what their format cannot say. */
export function listChanges(theirs: ReadAnnotation, here: Annotation, context: ChangeContext): Changes {
  const { reading, lost } = context;
  const { carries } = reading.format;
  const parts: ChangedPart[] = [];
  const add = (what: ChangedPart['what'], before: string, after: string) => parts.push({ what, before, after });
  if (!isSameSpans(theirs.spans, here, context)) add('span', quoteOf(here), quoteOf(theirs));
  if (theirs.label.toLowerCase() !== here.label.toLowerCase()) add('label', here.label, theirs.label);
  if (carries.has('entity') && !lost(here.uid, 'entity') && !isSameEntity(theirs, here))
    add('entity', here.entity ?? '', theirs.found.entity?.name ?? '');
  const values = carries.has('attribute') ? findOtherValues(theirs, here, context) : {};
  const names = Object.keys(values);
  if (names.length > 0) add('attributes', toWords(names, here.attributes), toWords(names, theirs.read.values));
  const { note } = theirs.found;
  if (carries.has('note') && !lost(here.uid, 'note') && !isSameWords(here.note, note, lost(here.uid, 'changed')))
    add('note', here.note, note);
  return { parts, values };
}

/** Where the format had to write some words in another way, it is enough that the others are the same. */
const isSameWords = (a: string, b: string, isLoose: boolean) =>
  a === b || (isLoose && a.replace(/[^\p{L}\p{N}]+/gu, '') === b.replace(/[^\p{L}\p{N}]+/gu, ''));

function isSameSpans(spans: QuotedSpan[], here: Annotation, { lost, text, joinsLines }: ChangeContext): boolean {
  const own = joinsLines ? joinAtLines(here.spans, text) : here.spans;
  const [first] = spans;
  const isSame = (a: QuotedSpan | undefined, b: QuotedSpan) => a?.start === b.start && a.end === b.end;
  if (spans.length === own.length && own.every((span, n) => isSame(spans[n], span))) return true;
  const hull = { ...here.spans[0]!, end: here.spans.at(-1)!.end };
  if (lost(here.uid, 'gap-joined')) return spans.length === 1 && isSame(first, hull);
  if (lost(here.uid, 'gap-split')) return spans.length === 1 && here.spans.some((span) => isSame(first, span));
  return lost(here.uid, 'moved') && spans.every((span) => span.start < hull.end && hull.start < span.end);
}

function joinAtLines(spans: readonly QuotedSpan[], text: string): QuotedSpan[] {
  const joined: QuotedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.start) === '\n') joined[joined.length - 1] = { ...last, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** A link by rule is nobody's word, so that it may be missing. */
function isSameEntity({ found: { entity } }: ReadAnnotation, here: Annotation): boolean {
  if (entity === null) return here.entity === null || here.entityLink === 'rule';
  return entity.uid === null
    ? entity.name.toLowerCase() === here.entity?.toLowerCase()
    : entity.uid === here.entityUid || entity.name === here.entity;
}

function findOtherValues({ read, found }: ReadAnnotation, here: Annotation, { reading, lost }: ChangeContext) {
  const leftOut = new Set(Object.keys(found.attributes).filter((name) => reading.ours('attribute', name) === null));
  const names = new Set([...Object.keys(here.attributes), ...Object.keys(read.values)]);
  const others = [...names].filter((name) => {
    if (leftOut.has(name) || lost(here.uid, 'attribute', name)) return false;
    const own = toComparable(here.attributes[name], read.isFar);
    return !isSameWords(own, toComparable(read.values[name], read.isFar), lost(here.uid, 'changed', name));
  });
  return Object.fromEntries(others.map((name) => [name, read.values[name] ?? null]));
}

const toWords = (names: readonly string[], values: Record<string, unknown>) =>
  names.flatMap((name) => (values[name] === undefined ? [] : [`${name}: ${toPlain(values[name])}`])).join('; ');
