import type { XmlElement, XmlEvent } from './read-xml.ts';

/** An element with all that is in it, in order. */
export type XmlNode = XmlElement & { content: (string | XmlNode)[] };

/** Makes the tree of one element from what is read, beginning with its opening; for those that are small. */
export class XmlTree {
  readonly root: XmlNode;
  readonly #open: XmlNode[];

  constructor(element: XmlElement) {
    this.root = { ...element, content: [] };
    this.#open = [this.root];
  }

  /** Whether the root is closed now. */
  add(event: XmlEvent): boolean {
    const at = this.#open.at(-1)!;
    if ('text' in event) at.content.push(event.text);
    else if ('open' in event) {
      const node = { ...event.open, content: [] };
      at.content.push(node);
      this.#open.push(node);
    } else this.#open.pop();
    return this.#open.length === 0;
  }
}

/** The elements directly in one, of this name where one is given. */
export const listChildren = ({ content }: XmlNode, name?: string): XmlNode[] =>
  content.filter((each): each is XmlNode => typeof each !== 'string' && (name === undefined || each.name === name));

/** All elements in one, however deep, of any of these names, in order; itself among them. */
export function* iterateNodes(root: XmlNode, ...names: string[]): Generator<XmlNode> {
  const open = [root];
  while (open.length > 0) {
    const node = open.pop()!;
    if (names.includes(node.name)) yield node;
    for (let n = node.content.length - 1; n >= 0; n -= 1) {
      const child = node.content[n]!;
      if (typeof child !== 'string') open.push(child);
    }
  }
}

/** All words in an element; white space counts as XML has it, unless `xml:space` keeps it. */
export function wordsOf(node: XmlNode): string {
  const words = rawWordsOf(node);
  return node.attributes['xml:space'] === 'preserve' ? words : words.replace(/[ \t\n\r]+/gu, ' ').trim();
}

/** All words in an element, exactly. */
export function rawWordsOf(root: XmlNode): string {
  const [only = ''] = root.content;
  if (root.content.length <= 1 && typeof only === 'string') return only;
  let words = '';
  const open: (string | XmlNode)[] = [root];
  while (open.length > 0) {
    const at = open.pop()!;
    if (typeof at === 'string') words += at;
    else for (const part of at.content.toReversed()) open.push(part);
  }
  return words;
}
