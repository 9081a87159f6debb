import { teiRefusals } from '#shared/messages/en/formats/tei';
import { readXml, XmlFault, type XmlElement, type XmlEvent } from '../xml/read-xml.ts';
import { XmlTree, type XmlNode } from '../xml/xml-tree.ts';
import { TextBuilder, type RawRange } from './text-builder.ts';

export const TEI = 'http://www.tei-c.org/ns/1.0';

/** An element within the text that says something of its words. */
type Inline = { element: XmlElement; range: RawRange };

/** One TEI document: `header` and `standOff` as trees, its text put together, and what stands in it. */
export type ParsedTei = {
  line: number;
  header: XmlNode | null;
  standOff: XmlNode[];
  builder: TextBuilder;
  inline: Inline[];
};

/** Elements in a text that are beside it. */
const BESIDE = new Set(['spanGrp', 'listAnnotation', 'linkGrp', 'interpGrp', 'fs', 'fLib', 'fvLib']);

/**
 * Every document of a file, also those of a corpus.
 *
 * Throws XmlFault, also where it is another XML file.
 */
export function* parseTei(slices: Iterable<string>): Generator<ParsedTei> {
  const parser = new Parser();
  let isRoot = true;
  for (const event of readXml(slices)) {
    if ('open' in event && isRoot) {
      const { name, uri, line } = event.open;
      if (uri !== TEI || (name !== 'TEI' && name !== 'teiCorpus')) throw new XmlFault(line, teiRefusals.notTei);
      isRoot = false;
    }
    const done = parser.add(event);
    if (done) yield done;
  }
}

class Parser {
  readonly #documents: ParsedTei[] = [];
  #tree: { tree: XmlTree; take: (root: XmlNode) => void } | null = null;
  /** How deep in a text; 0 is outside. */
  #depth = 0;

  /** A document that ends here. */
  add(event: XmlEvent): ParsedTei | undefined {
    if (this.#tree) {
      const { tree, take } = this.#tree;
      if (!tree.add(event)) return undefined;
      this.#tree = null;
      take(tree.root);
      return undefined;
    }
    const document = this.#documents.at(-1);
    if (this.#depth > 0 && document) this.#addToText(event, document);
    else if ('open' in event) this.#open(event.open, document);
    else if ('close' in event && event.close === 'TEI') return this.#documents.pop();
    return undefined;
  }

  #open(element: XmlElement, document: ParsedTei | undefined): void {
    if (element.name === 'TEI') this.#documents.push(createParsed(element.line));
    else if (element.name === 'teiHeader')
      this.#collect(element, (root) => {
        if (document) document.header = root;
      });
    else if (element.name === 'standOff') this.#collect(element, (root) => document?.standOff.push(root));
    else if (element.name === 'text' && document) {
      this.#depth = 1;
      document.builder.open(element);
    }
  }

  #addToText(event: XmlEvent, document: ParsedTei): void {
    if ('text' in event) document.builder.add(event.text);
    else if ('close' in event) {
      this.#depth -= 1;
      document.builder.close();
    } else if (BESIDE.has(event.open.name)) this.#collect(event.open, (root) => document.standOff.push(root));
    else {
      this.#depth += 1;
      document.builder.open(event.open);
    }
  }

  #collect(element: XmlElement, take: (root: XmlNode) => void): void {
    this.#tree = { tree: new XmlTree(element), take };
  }
}

function createParsed(line: number): ParsedTei {
  const inline: Inline[] = [];
  const builder = new TextBuilder((element, range) => inline.push({ element, range }));
  return { line, header: null, standOff: [], builder, inline };
}
