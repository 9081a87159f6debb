import { parseHTML } from 'linkedom';
import { fonts, resolveProperties } from '#shared/pictures/palette';
import type { DrawPicture } from '#shared/pictures/picture';
import { escapeMarkup } from './escape-markup.ts';

/** Unit: pixels. As wide as a printed page reads well. */
const WIDTH = 760;
const SVG = 'http://www.w3.org/2000/svg';
/** Attributes of other names are left out. */
const attributeName = /^(?!on)[A-Za-z_][\w:.-]*$/u;

/** What is read of a drawn node: here nothing else of a browser's is known. */
type Drawn = {
  nodeType: number;
  localName: string;
  textContent: string | null;
  attributes: Iterable<{ name: string; value: string }>;
  childNodes: Iterable<Drawn>;
  setAttribute(name: string, value: string): void;
};

/** A picture as markup that stands in a page of its own colours: they are custom properties still. */
export const drawInPage = (picture: DrawPicture): string => toMarkup(draw(picture));

/** A picture as an SVG file, in the colours of the light theme. */
export function drawFile(picture: DrawPicture): string {
  const drawn = draw(picture);
  drawn.setAttribute('xmlns', SVG);
  drawn.setAttribute('font-family', fonts['font-ui']!);
  drawn.setAttribute('color', 'var(--ink)');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolveProperties(toMarkup(drawn))}\n`;
}

function draw(picture: DrawPicture): Drawn {
  const { document } = parseHTML('<!doctype html><html><body></body></html>') as { document: unknown };
  return (picture as (document: unknown, width: number) => Drawn)(document, WIDTH);
}

/** Well-formed XML, which what draws it does not promise: other people's words stand in it. */
function toMarkup(element: Drawn): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => attributeName.test(name))
    .map(({ name, value }) => ` ${name}="${escapeMarkup(value)}"`);
  const inside = [...element.childNodes].map((node) =>
    node.nodeType === 1 ? toMarkup(node) : node.nodeType === 3 ? escapeMarkup(node.textContent ?? '') : '',
  );
  const tag = element.localName;
  return `<${tag}${attributes.join('')}>${inside.join('')}</${tag}>`;
}
