import type { TypeDescription } from '../cas/describe-types.ts';
import { escapeXml } from '../xml/escape-xml.ts';

/** A UIMA type system description, without which no program reads the XMI beside it. */
export const writeTypeSystem = (types: readonly TypeDescription[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '<types>',
    ...types.flatMap(({ name, description, supertype, features }) => [
      '<typeDescription>',
      `<name>${name}</name>`,
      `<description>${escapeXml(description)}</description>`,
      `<supertypeName>${supertype}</supertypeName>`,
      '<features>',
      ...features.map(
        (feature) =>
          `<featureDescription><name>${feature.name}</name><description>${escapeXml(feature.description)}</description><rangeTypeName>${feature.range}</rangeTypeName></featureDescription>`,
      ),
      '</features>',
      '</typeDescription>',
    ]),
    '</types>',
    '</typeSystemDescription>',
    '',
  ].join('\n');
