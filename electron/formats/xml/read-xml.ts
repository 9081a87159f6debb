import { SaxesParser, type SaxesTagNS } from 'saxes';
import { xmlMessages } from '#shared/messages/en/formats/xml';

/**
 * An element as it opens. `name` is without its prefix. Attributes go by their names, with `xml:` or `xmi:` before those of these
 * namespaces, and the namespace in braces before those of others. `line` counts from 1.
 */
export type XmlElement = { name: string; uri: string; attributes: Readonly<Record<string, string>>; line: number };
export type XmlEvent = { open: XmlElement } | { close: string } | { text: string };

/** Why a file cannot be read as XML, and where. */
export class XmlFault extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

const PREFIXES: Readonly<Record<string, string>> = {
  '': '',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  'http://www.omg.org/XMI': 'xmi:',
};

/** Deeper than files nest; to find what a prefix means takes as long as elements are deep. */
const DEEPEST = 1000;

/**
 * What a file holds, in its order, of which no more than a slice is in memory at once. Nothing outside of it is ever read, and no
 * entity of its own is: a document type that only names one is passed over.
 *
 * Throws XmlFault where it is not well formed, declares anything of its own, or is nested too deep.
 */
export function* readXml(slices: Iterable<string>): Generator<XmlEvent> {
  const parser = new SaxesParser({ xmlns: true });
  let events: XmlEvent[] = [];
  let line = 1;
  let depth = 0;
  parser.on('error', ({ message }) => {
    throw new XmlFault(parser.line, xmlMessages.malformed(message.replace(/^\d+:\d+: /u, '')));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new XmlFault(parser.line, xmlMessages.declares);
  });
  parser.on('opentagstart', () => {
    line = parser.line;
    depth += 1;
    if (depth > DEEPEST) throw new XmlFault(line, xmlMessages.tooDeep(DEEPEST));
  });
  parser.on('opentag', (tag) => events.push({ open: toElement(tag, line) }));
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    events.push({ close: local });
  });
  parser.on('text', (text) => events.push({ text }));
  parser.on('cdata', (text) => events.push({ text }));
  for (const slice of slices) {
    parser.write(slice);
    yield* events;
    events = [];
  }
  parser.close();
  yield* events;
}

function toElement({ local, uri, attributes }: SaxesTagNS, line: number): XmlElement {
  const named = Object.create(null) as Record<string, string>;
  for (const attribute of Object.values(attributes)) {
    const prefix = PREFIXES[attribute.uri] ?? `{${attribute.uri}}`;
    named[prefix + attribute.local] = attribute.value;
  }
  return { name: local, uri, attributes: named, line };
}
