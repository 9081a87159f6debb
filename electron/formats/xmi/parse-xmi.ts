import { casPlaces, casRefusals } from '#shared/messages/en/formats/cas';
import { builtInTypes, readRange } from '../cas/built-in-types.ts';
import {
  findRange,
  listAncestors,
  type Cas,
  type FeatureStructure,
  type FeatureValue,
  type TypeSystem,
} from '../cas/cas.ts';
import { readXml, XmlFault, type XmlElement } from '../xml/read-xml.ts';

const XMI = 'http://www.omg.org/XMI';
/** Features that lead to others in every tool, where no type system says so. */
const LEADING = new Set([
  ...['Governor', 'Dependent', 'source', 'target', 'first', 'next', 'sofa', 'sofaArray'],
  ...['arg1', 'arg2', 'argument'],
]);

/**
 * All that an XMI file holds, by what is known of its types.
 *
 * Throws XmlFault, also where it is another XML file.
 */
export function parseXmi(slices: Iterable<string>, known: TypeSystem): Cas {
  const types: TypeSystem = new Map([...known, ...builtInTypes()]);
  const cas: Cas = { structures: new Map(), types };
  const rangeOf = createRanges(types);
  const open: XmlElement[] = [];
  let structure: FeatureStructure | undefined;
  let words = '';
  for (const event of readXml(slices)) {
    if ('text' in event) words += event.text;
    else if ('open' in event) {
      words = '';
      open.push(event.open);
      if (open.length === 1 && (event.open.uri !== XMI || event.open.name !== 'XMI'))
        throw new XmlFault(event.open.line, casRefusals.notXmi);
      if (open.length === 2) structure = toStructure(event.open, rangeOf);
    } else {
      open.pop();
      if (open.length === 2 && structure) addItem(structure, event.close, words, rangeOf);
      else if (
        open.length === 1 &&
        structure &&
        structure.type !== 'uima.cas.NULL' &&
        structure.type !== 'uima.cas.View'
      )
        cas.structures.set(structure.id, structure);
    }
  }
  return cas;
}

/** `http:///de/example.ecore` and `Thing` are de.example.Thing. */
const toType = ({ uri, name }: XmlElement): string => {
  const space = /^http:\/\/\/(.*)\.ecore$/u.exec(uri)?.[1] ?? '';
  return space === '' || space === 'uima/noNamespace' ? name : `${space.replaceAll('/', '.')}.${name}`;
};

function toStructure(element: XmlElement, rangeOf: RangeOf): FeatureStructure {
  const type = toType(element);
  const features = new Map<string, FeatureValue>();
  for (const name in element.attributes)
    if (!name.startsWith('xmi:') && !name.startsWith('{'))
      features.set(name, toValue(element.attributes[name]!, rangeOf(type, name)));
  return { id: element.attributes['xmi:id'] ?? '', type, features, place: casPlaces.line(element.line) };
}

/** An element within is one more item of the feature of its name. */
function addItem({ type, features }: FeatureStructure, name: string, words: string, rangeOf: RangeOf): void {
  const items = features.get(name);
  const item = toValue(words, { ...rangeOf(type, name), many: false });
  features.set(name, [...(Array.isArray(items) ? items : []), item]);
}

type Range = ReturnType<typeof readRange>;
type RangeOf = (type: string, feature: string) => Range;

/** What features hold, each found out once. */
function createRanges(types: TypeSystem): RangeOf {
  const known = new Map<string, Map<string, Range>>();
  return (type, feature) => {
    let features = known.get(type);
    if (!features) known.set(type, (features = new Map<string, Range>()));
    let range = features.get(feature);
    if (!range) features.set(feature, (range = readRange(nameRange(types, type, feature))));
    return range;
  };
}

function nameRange(types: TypeSystem, type: string, feature: string): string {
  const range = findRange(types, type, feature);
  if (range === undefined) return guessRange(feature);
  // a type of strings may have a list of what they can be
  for (const each of listAncestors(types, range)) if (each === 'uima.cas.String') return each;
  return range;
}

const guessRange = (feature: string) =>
  LEADING.has(feature) ? 'uima.cas.TOP' : /^(?:begin|end)$/u.test(feature) ? 'uima.cas.Integer' : 'uima.cas.String';

function toValue(written: string, { of, many }: Range): FeatureValue {
  if (of === 'reference') return toReferences(written);
  if (many)
    return of === 'string' ? toReferences(written) : written.split(/\s+/u).map((each) => toPlainValue(each, of));
  return toPlainValue(written, of);
}

function toReferences(written: string): FeatureValue {
  const ids = written.split(/\s+/u).filter((id) => id !== '');
  return ids.length === 1 ? { ref: ids[0]! } : ids.map((ref) => ({ ref }));
}

function toPlainValue(written: string, of: 'string' | 'number' | 'boolean'): FeatureValue {
  if (of === 'boolean') return written === 'true' || written === '1';
  const number = Number(written);
  return of === 'number' && Number.isFinite(number) ? number : written;
}
