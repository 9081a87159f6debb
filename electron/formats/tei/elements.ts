import type { XmlElement } from '../xml/read-xml.ts';

const words = (list: string) => new Set(list.split(' '));

/** Elements that hold others, and no words themselves. */
const HOLDERS = words(
  'text group front body back div div0 div1 div2 div3 div4 div5 div6 div7 list table row lg sp titlePage docTitle figure floatingText argument epigraph castList listBibl listPerson listPlace listOrg',
);
/** Elements that begin on a line of their own. */
const BLOCKS = words(
  'p ab head l item cell speaker stage trailer opener closer byline dateline salute signed titlePart docAuthor docDate docImprint docEdition imprimatur u label figDesc castItem bibl quote cit postscript person place org',
);
/** Names of things, whose words are tagged as what they name. */
const NAMES = words(
  'persName placeName orgName geogName objectName eventName name rs settlement country region district',
);
/** Of two readings of the same words, the one that was not on the page. */
const OTHER_READING = words('corr reg expan');

export const hasLines = (name: string) => HOLDERS.has(name);
export const isBlock = (name: string) => HOLDERS.has(name) || BLOCKS.has(name);
export const isName = (name: string) => NAMES.has(name);
export const isLeftOut = ({ name }: XmlElement, within: XmlElement | undefined) =>
  within?.name === 'choice' && OTHER_READING.has(name);

/** Elements that stand for words, sentences and their parts. */
export const isToken = (name: string) => ['w', 'pc', 's', 'c', 'm', 'phr', 'cl'].includes(name);
