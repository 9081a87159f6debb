import type { TypeSystem } from '../cas/cas.ts';
import { readXml } from '../xml/read-xml.ts';

const isUima = (uri: string) => uri === 'http://uima.apache.org/resourceSpecifier';

/**
 * The types that a description has of its own; what it imports is not looked for. None where it is another XML file.
 *
 * Throws XmlFault.
 */
export function readTypeSystem(slices: Iterable<string>): TypeSystem {
  const types: TypeSystem = new Map();
  let [type, feature] = ['', ''];
  let words = '';
  let isInFeature = false;
  for (const event of readXml(slices)) {
    if ('open' in event) {
      const { name, uri } = event.open;
      if (!isUima(uri)) return types;
      if (name === 'featureDescription') isInFeature = true;
      words = '';
    } else if ('text' in event) words += event.text;
    else {
      const said = words.trim();
      if (event.close === 'name' && isInFeature) feature = said;
      else if (event.close === 'name') type = said;
      else if (event.close === 'supertypeName') addType(types, type).supertype = said;
      else if (event.close === 'rangeTypeName') addType(types, type).ranges.set(feature, said);
      // what others may share stands for itself, and is led to
      else if (event.close === 'multipleReferencesAllowed' && said === 'true')
        addType(types, type).ranges.set(feature, 'uima.cas.TOP');
      else if (event.close === 'featureDescription') isInFeature = false;
    }
  }
  return types;
}

/** Type systems that are merged may each say something of one type. */
function addType(types: TypeSystem, name: string) {
  const type = types.get(name) ?? { supertype: '', ranges: new Map<string, string>() };
  types.set(name, type);
  return type;
}
