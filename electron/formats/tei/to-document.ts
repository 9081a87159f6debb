import { createUnitMap } from '#shared/text/offset-units';
import { teiLeft } from '#shared/messages/en/formats/tei';
import { xmlMessages } from '#shared/messages/en/formats/xml';
import { emptyDocument, type FoundDocument, type Left } from '../found.ts';
import { iterateNodes, listChildren, type XmlNode } from '../xml/xml-tree.ts';
import { isBlock, isName, isToken } from './elements.ts';
import type { ParsedTei } from './parse-tei.ts';
import { followPaths, followPointers, followSpan, isByPaths } from './pointers.ts';
import { readEntities } from './read-entities.ts';
import { readFeatureStructures } from './read-features.ts';
import { readHeader } from './read-header.ts';
import { readRelations } from './read-relations.ts';
import { hasQuotes, nameToAnnotation, toAnnotation, type Reading } from './to-annotation.ts';

/**
 * A TEI document as any format's: annotations beside the text, and names in it.
 *
 * Unit: code points of the text as it is put together.
 */
export function toDocument(parsed: ParsedTei, name: string, file: string): FoundDocument {
  const document = emptyDocument(name, file);
  const { builder, standOff } = parsed;
  document.text = builder.text;
  document.unit = 'codepoint';
  const names = readHeader(parsed.header, document);
  const entities = readEntities(parsed.header ? [...standOff, parsed.header] : standOff);
  const reading: Reading = { names, entities, features: readFeatureStructures(standOff) };
  const left = new LeftOver();
  for (const { node, type } of listAnnotations(standOff)) {
    const { target, from, to, pos, lemma, msd } = node.attributes;
    if ((pos ?? lemma ?? msd) !== undefined) {
      left.add(teiLeft.tokens(node.name), node.line);
      continue;
    }
    const isStretch = target === undefined && from !== undefined;
    const found = isStretch
      ? followSpan(from, to, builder)
      : (isByPaths(target ?? '') ? followPaths : followPointers)(target ?? '', builder);
    for (const pointer of found.lost) left.add(teiLeft.lostPointer, node.line, pointer);
    if (found.ranges.length === 0 && !hasQuotes(node)) left.add(teiLeft.noTarget(node.name), node.line);
    else document.annotations.push(toAnnotation(node, found.ranges, { type, n: document.annotations.length, reading }));
  }
  addInline(document, parsed, reading, left);
  const related = readRelations(standOff, document, names);
  document.relations = related.relations;
  for (const { line, quote } of related.lost) left.add(teiLeft.relation, line, quote);
  document.left = left.list();
  return document;
}

type Listed = { node: XmlNode; type: string | undefined };

/** Annotations as such, and spans with what their group says that they are. */
function* listAnnotations(roots: readonly XmlNode[]): Generator<Listed> {
  for (const root of roots) {
    for (const node of iterateNodes(root, 'annotation')) yield { node, type: undefined };
    yield* listSpans(root, undefined);
  }
}

function* listSpans(within: XmlNode, type: string | undefined): Generator<Listed> {
  const own = within.name === 'spanGrp' ? within.attributes['type'] : type;
  for (const node of listChildren(within))
    if (node.name === 'span') yield { node, type: own };
    else yield* listSpans(node, own);
}

function addInline(document: FoundDocument, { builder, inline }: ParsedTei, reading: Reading, left: LeftOver): void {
  const { annotations } = document;
  const { toUtf16 } = createUnitMap(builder.text, 'codepoint');
  for (const { element, range } of inline) {
    const { name, line } = element;
    if (isBlock(name)) continue;
    if (isToken(name)) left.add(teiLeft.tokens(name), line);
    else if (!isName(name)) left.add(teiLeft.inline(name), line);
    else {
      const at = builder.locate(range);
      if (!at) {
        left.add(teiLeft.noTarget(name), line);
        continue;
      }
      const words = builder.text.slice(toUtf16(at.start), toUtf16(at.end));
      annotations.push(nameToAnnotation(element, { at, words, n: annotations.length }, reading));
    }
  }
}

/** What is left, alike things counted together unless a quote tells them apart. */
class LeftOver {
  readonly #left = new Map<string, Left>();

  add(what: string, line: number, quote = ''): void {
    const key = `${what}\n${quote}`;
    const known = this.#left.get(key);
    if (known) known.count += 1;
    else this.#left.set(key, { what, place: xmlMessages.line(line), quote, count: 1 });
  }

  list = () => [...this.#left.values()];
}
