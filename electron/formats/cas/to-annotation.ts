import type { FoundAnnotation, FoundSpan } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import {
  isCollection,
  isReference,
  iterateItems,
  listAncestors,
  shortName,
  type Cas,
  type FeatureStructure,
} from './cas.ts';
import { OWN_FEATURES } from './name-types.ts';

const PLACES = new Set<string>(['sofa', 'begin', 'end', ...OWN_FEATURES]);
/** DKPro's type of names, in whose `value` stands what kind of name it is. */
const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

/** A structure that stands on words, with every feature that leads to nothing else as an attribute. */
export function toAnnotation(
  cas: Cas,
  structure: FeatureStructure,
  originals: ReadonlyMap<string, string>,
): FoundAnnotation {
  const { id, type, features, place } = structure;
  const said = (name: string) => {
    const value = features.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const isName = isNamedEntity(cas, type);
  const attributes: Record<string, unknown> = {};
  for (const name of features.keys()) {
    if (PLACES.has(name) || (isName && (name === 'value' || name === 'identifier'))) continue;
    const value = readPlain(cas, structure, name);
    if (value !== undefined && name !== '__proto__') attributes[originals.get(`${type}:${name}`) ?? name] = value;
  }
  const kept = parseObject(said('galleyKept'));
  return {
    id,
    uid: said('galleyUid'),
    label: originals.get(type) ?? (isName ? said('value') : null) ?? shortName(type),
    spans: readSpans(structure),
    entity: readEntity(said('galleyEntity'), said('galleyEntityUid'), isName ? said('identifier') : null),
    attributes,
    ...(kept && { kept }),
    annotator: said('galleyAnnotator'),
    state: toState(said('galleyState')),
    note: said('galleyNote') ?? '',
    place,
  };
}

function isNamedEntity({ types }: Cas, type: string): boolean {
  for (const each of listAncestors(types, type)) if (each === NAMED_ENTITY) return true;
  return false;
}

/** Undefined where the feature leads to other structures. */
function readPlain(cas: Cas, { features }: FeatureStructure, name: string): unknown {
  const value = features.get(name)!;
  if (!Array.isArray(value) && !isReference(value)) return value;
  if (isReference(value)) {
    const target = cas.structures.get(value.ref);
    if (!target || !isCollection(target)) return undefined;
  }
  const items = [...iterateItems(cas, value)];
  return items.some((item) => typeof item === 'object') ? undefined : items;
}

/** A quote with a character that stands for others says nothing of the text that they are in. */
const toQuote = (written: unknown) => (typeof written === 'string' && !written.includes('\uFFFD') ? written : null);

/** The parts, where they are still from where the annotation begins to where it ends. */
function readSpans({ features }: FeatureStructure): FoundSpan[] {
  const [begin, end] = [features.get('begin') as number, features.get('end') as number];
  const parts = parseParts(features.get('galleyParts'));
  if (parts && parts[0]!.start === begin && parts.at(-1)!.end === end) return parts;
  return [{ start: begin, end, quote: toQuote(features.get('galleyQuote')) }];
}

function parseParts(written: unknown): FoundSpan[] | null {
  if (typeof written !== 'string') return null;
  try {
    const parts = JSON.parse(written) as unknown;
    if (!Array.isArray(parts) || parts.length === 0) return null;
    const isPart = (part: FoundSpan | null) => Number.isInteger(part?.start) && Number.isInteger(part?.end);
    if (!parts.every(isPart)) return null;
    return (parts as FoundSpan[]).map(({ start, end, quote }) => ({ start, end, quote: toQuote(quote) }));
  } catch {
    return null;
  }
}

function parseObject(written: string | null): Record<string, unknown> | null {
  if (written === null) return null;
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** `identifier`: what a knowledge base calls it. */
function readEntity(name: string | null, uid: string | null, identifier: string | null): FoundAnnotation['entity'] {
  if (name !== null) return { name, uid, refs: [] };
  if (identifier === null) return null;
  const wikidata = /wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/u.exec(identifier)?.[1];
  const ref = wikidata ? { scheme: 'wikidata', value: wikidata } : { scheme: 'identifier', value: identifier };
  return { name: ref.value, uid: null, refs: [ref] };
}
