import { describeTypes } from '../cas/describe-types.ts';
import { nameTypes } from '../cas/name-types.ts';
import { SOFA, toStructures, type WrittenStructure } from '../cas/to-structures.ts';
import type { Chunk, Dataset } from '../format.ts';
import { escapeXml, replaceForbidden, replaceInValue, toXmlAttributes } from '../xml/escape-xml.ts';
import { writeTypeSystem } from './write-type-system.ts';

/** The type system, and a file for each article. Unit: UTF-16, half-open. */
export function* writeXmi({ codebook, articles }: Dataset): Generator<Chunk> {
  const names = nameTypes(codebook);
  const types = describeTypes(codebook, names);
  yield { file: 'TypeSystem.xml', text: writeTypeSystem(types) };
  const namespaces = new Set(types.map(({ name }) => name.slice(0, name.lastIndexOf('.'))));
  for (const item of articles()) {
    const text = replaceForbidden(item.article.text);
    const structures = toStructures(item, codebook, names, { text, toValue: replaceInValue });
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"${declare(namespaces)} xmi:version="2.0">`,
      '<cas:NULL xmi:id="0"/>',
      ...structures.map(toElement),
      `<cas:Sofa xmi:id="${SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="${escapeXml(text)}"/>`,
      `<cas:View sofa="${SOFA}" members="${structures.map(({ id }) => id).join(' ')}"/>`,
      '</xmi:XMI>',
      '',
    ];
    yield { file: `${item.article.uid}.xmi`, text: lines.join('\n') };
  }
}

const declare = (namespaces: Iterable<string>) =>
  Array.from(namespaces, (name) => ` xmlns:${name}="http:///${name}.ecore"`).join('');

/** On one line; an array of strings is an element for each. */
function toElement({ id, type, features }: WrittenStructure): string {
  const name = type.replace(/^uima\./u, '').replace('.', ':');
  const attributes: Record<string, string | number> = { 'xmi:id': id };
  let children = '';
  for (const [feature, value] of features)
    if (Array.isArray(value)) children += value.map((each) => `<${feature}>${escapeXml(each)}</${feature}>`).join('');
    else attributes[feature] = typeof value === 'object' ? value.ref : value;
  const open = `<${name}${toXmlAttributes(attributes)}`;
  return children === '' ? `${open}/>` : `${open}>${children}</${name}>`;
}
