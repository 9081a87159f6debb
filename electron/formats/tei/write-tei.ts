import { createHash } from 'node:crypto';
import type { Chunk, Dataset, DatasetArticle, DatasetEntity } from '../format.ts';
import { escapeXml, escapeXmlText, replaceForbidden } from '../xml/escape-xml.ts';
import { nameCategories, type Categories } from './name-categories.ts';
import { createPointers, listParagraphs } from './paragraphs.ts';
import { writeStandOff } from './write-stand-off.ts';

/** A file for each article: its text in paragraphs, and all that is tagged beside it. Unit: code points of a paragraph. */
export function* writeTei({ codebook, articles, entitiesOf }: Dataset): Generator<Chunk> {
  const categories = nameCategories(codebook);
  const entities = new Map<string, DatasetEntity>();
  for (const item of articles()) {
    const named = new Set(item.annotations.map(({ entityUid }) => entityUid));
    const unknown = [...named].filter((uid) => uid !== null && !entities.has(uid)) as string[];
    if (unknown.length > 0) for (const entity of entitiesOf(unknown)) entities.set(entity.uid, entity);
    yield { file: `${item.article.uid}.xml`, text: toFile(item, categories, entities) };
  }
}

function toFile(item: DatasetArticle, categories: Categories, entities: ReadonlyMap<string, DatasetEntity>): string {
  const text = replaceForbidden(item.article.text);
  const paragraphs = listParagraphs(text);
  const people = [...new Set([...item.annotations, ...item.relations].map(({ annotator }) => annotator))];
  const standOff = writeStandOff(item, {
    text,
    pointTo: createPointers(text, paragraphs),
    categories,
    people: new Map(people.map((name, n) => [name, `who-${n + 1}`])),
    entities,
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    `${writeHeader(item, text, people, categories)}${standOff}<text>`,
    '<body>',
    ...paragraphs.map(
      ({ id, start, end }) => `<p xml:id="${id}" xml:space="preserve">${escapeXmlText(text.slice(start, end))}</p>`,
    ),
    '</body>',
    '</text>',
    '</TEI>',
    '',
  ].join('\n');
}

const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The file is ours; what is known of the article is said of its source. */
function writeHeader(
  { article }: DatasetArticle,
  text: string,
  people: readonly string[],
  { declaration }: Categories,
): string {
  const { uid, sha256, title, outlet, date, language, address, byline } = article;
  const element = (name: string, words: string | null, attributes = '') =>
    words === null ? [] : [`<${name}${attributes} xml:space="preserve">${escapeXml(words)}</${name}>`];
  return [
    '<teiHeader>',
    '<fileDesc>',
    '<titleStmt>',
    ...element('title', title),
    ...people.map(
      (name, n) =>
        `<respStmt xml:id="who-${n + 1}"><resp>annotation</resp>${element('name', name).join('')}</respStmt>`,
    ),
    '</titleStmt>',
    '<publicationStmt>',
    '<publisher>Galley</publisher>',
    ...element('idno', uid, ' type="galley"'),
    ...element('idno', sha256, ' type="sha256"'),
    ...element('idno', text === article.text ? null : sha256Of(text), ' type="sha256-here"'),
    '</publicationStmt>',
    '<sourceDesc>',
    '<bibl>',
    ...element('title', title),
    ...element('author', byline),
    ...element('publisher', outlet),
    ...(date === null ? [] : [`<date when="${date}">${date}</date>`]),
    ...element('idno', address, ' type="URI"'),
    '</bibl>',
    '</sourceDesc>',
    '</fileDesc>',
    `${declaration}${language === null ? '' : `<profileDesc><langUsage><language ident="${escapeXml(language)}"/></langUsage></profileDesc>\n`}</teiHeader>`,
    '',
  ].join('\n');
}
