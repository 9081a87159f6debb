import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeXml,
  escapeXmlText,
  isForbiddenIn,
  replaceForbidden,
} from '../../../../electron/formats/xml/escape-xml.ts';
import { readXml, XmlFault } from '../../../../electron/formats/xml/read-xml.ts';

const readAll = (...slices: string[]) => [...readXml(slices)];
const faultOf = (...slices: string[]): XmlFault => {
  try {
    readAll(...slices);
  } catch (error) {
    return error as XmlFault;
  }
  throw new Error('was read');
};

test('elements have their names, namespaces and lines, and attributes what their prefixes mean', () => {
  const xml =
    '<a xmlns="urn:a" xmlns:x="http://www.omg.org/XMI"\n xmlns:o="urn:o">\n<b x:id="1" xml:id="i" o:c="d" e="&#10;&amp;"/>t</a>';
  expect(readAll(xml)[2]).toEqual({
    open: { name: 'b', uri: 'urn:a', attributes: { 'xmi:id': '1', 'xml:id': 'i', '{urn:o}c': 'd', e: '\n&' }, line: 3 },
  });
});

test('slices may end anywhere, within a tag or a character', () => {
  const xml = '<a b="𝔘&lt;">x&#x1F44D;𝔘<![CDATA[<&]]></a>';
  const join = (slices: string[]) =>
    readAll(...slices)
      .map((event) => ('text' in event ? event.text : JSON.stringify(event)))
      .join('');
  expect(join(xml.split(''))).toBe(join([xml]));
  expect(join([xml])).toContain('x👍𝔘<&');
});

describe('what a file declares is never read', () => {
  test('entities that grow without end', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const xml = `<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY l0 "lol">${entities.join('')}]>\n<l>&l9;</l>`;
    expect(faultOf(xml)).toMatchObject({ line: 2, message: expect.stringContaining('never reads') as string });
  });

  test('an entity from outside', () => {
    const fault = faultOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>');
    expect(fault.message).toContain('never reads');
  });

  test('a document type that only names one is passed over, and nothing is fetched for it', () => {
    expect(readAll('<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd">\n<TEI>x</TEI>')).toContainEqual({ text: 'x' });
    expect(faultOf('<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI>\n&eacute;</TEI>')).toMatchObject({ line: 3 });
  });
});

test('what is nested without end is refused at once', () => {
  const fault = faultOf('\n', '<a>'.repeat(200_000), '</a>'.repeat(200_000));
  expect(fault).toMatchObject({ line: 2, message: expect.stringContaining('more than 1000 levels') as string });
});

test.each([
  ['an element that is not closed', '<a>\n<b>\n</a>', 3],
  ['a file that ends too soon', '<a>\n<b/>\n', 3],
  ['nothing at all', '', 1],
  ['no XML', 'Ann met Bob', 1],
  ['a prefix without a namespace', '<a>\n<x:b/></a>', 2],
  ['a control character', '<a>\n\n\u0001</a>', 3],
])('%s is refused by its line', (_, xml, line) => {
  expect(faultOf(xml)).toBeInstanceOf(XmlFault);
  expect(faultOf(xml).line).toBe(line);
});

/** Of any code points, also those that no text has. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }), fc.constant(0xfffe)))
  .map((points) => String.fromCodePoint(...points));

test('any text comes back from an attribute and from an element, but for what XML cannot hold', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = replaceForbidden(text);
      expect(isForbiddenIn([{ text }])).toBe(expected !== text);
      expect(expected).toHaveLength(text.length);
      const events = readAll(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`, '');
      expect(events[0]).toMatchObject({ open: { attributes: { b: expected } } });
      const words = (xml: string) => readAll(xml).map((event) => ('text' in event ? event.text : ''));
      expect(words(`<a>${escapeXml(text)}</a>`).join('')).toBe(expected);
      expect(words(`<a>${escapeXmlText(text)}</a>`).join('')).toBe(expected);
    }),
    { numRuns: 200 },
  ));
