import type { OffsetUnit } from '#shared/domain/dataset';
import { casPlaces } from '#shared/messages/en/formats/cas';
import { builtInTypes, readRange } from '../cas/built-in-types.ts';
import type { Cas, FeatureStructure, FeatureValue, TypeSystem } from '../cas/cas.ts';

type Json = Record<string, unknown>;

const UNITS: Readonly<Record<string, OffsetUnit>> = { 'utf-8': 'byte', 'utf-16': 'utf16', 'utf-32': 'codepoint' };

/** A CAS as JSON says it, in either of its forms, and what its offsets count, where it says that; undefined where it is other JSON. */
export function parseCasJson(json: unknown): { cas: Cas; unit: OffsetUnit | null } | undefined {
  if (!isObject(json) || !('%TYPES' in json || '%FEATURE_STRUCTURES' in json || '%VIEWS' in json)) return undefined;
  const types: TypeSystem = new Map([...readTypes(json['%TYPES']), ...builtInTypes()]);
  const structures = new Map<string, FeatureStructure>();
  for (const [id, object] of listObjects(json['%FEATURE_STRUCTURES'])) {
    const type = typeof object['%TYPE'] === 'string' ? object['%TYPE'] : '';
    structures.set(id, { id, type, features: readFeatures(type, object), place: casPlaces.structure(id) });
  }
  const header = json['%HEADER'];
  const encoding = isObject(header) ? header['offset-encoding'] : undefined;
  return { cas: { structures, types }, unit: UNITS[String(encoding).toLowerCase()] ?? null };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An array of objects that say their ids, or an object by id. */
function* listObjects(found: unknown): Generator<[string, Json]> {
  if (Array.isArray(found)) {
    for (const each of found as unknown[]) if (isObject(each)) yield [toId(each['%ID']), each];
  } else if (isObject(found)) for (const [id, each] of Object.entries(found)) if (isObject(each)) yield [id, each];
}

function readTypes(found: unknown): TypeSystem {
  const types: TypeSystem = new Map();
  if (!isObject(found)) return types;
  for (const [name, type] of Object.entries(found)) {
    if (!isObject(type)) continue;
    const ranges = Object.entries(type).filter(([feature, said]) => !feature.startsWith('%') && isObject(said));
    types.set(name, {
      supertype: typeof type['%SUPER_TYPE'] === 'string' ? type['%SUPER_TYPE'] : '',
      ranges: new Map(ranges.map(([feature, said]) => [feature, String((said as Json)['%RANGE'])])),
    });
  }
  return types;
}

/** `@` before a name leads to others, `^` counts in the text, `#` is a number that JSON cannot write. */
function readFeatures(type: string, object: Json): Map<string, FeatureValue> {
  const features = new Map<string, FeatureValue>();
  for (const [key, value] of Object.entries(object)) {
    if (value === null || (key.startsWith('%') && key !== '%ELEMENTS')) continue;
    if (key === '%ELEMENTS') features.set('elements', readElements(type, value));
    else if (key.startsWith('@')) {
      // nothing has the id 0
      if (value !== 0) features.set(key.slice(1), { ref: toId(value) });
    } else features.set(key.replace(/^[#^]/u, ''), toPlain(value));
  }
  return features;
}

function readElements(type: string, value: unknown): FeatureValue {
  if (!Array.isArray(value)) return toPlain(value);
  const isLeading = readRange(type).of === 'reference';
  return (value as unknown[])
    .filter((each) => each !== null)
    .map((each) => (isLeading ? { ref: toId(each) } : toPlain(each)));
}

/** Ids are numbers, or what somebody wrote in their place. */
const toId = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const toPlain = (value: unknown): FeatureValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
