import { VARIABLES, type Variable } from './variables.ts';
import type { Chunk, Dataset, DatasetRelation } from '../format.ts';
import { escapeXml, toXmlAttributes } from '../xml/escape-xml.ts';
import { deriveGuid } from './derive-guid.ts';
import { toOwnLine } from './own-line.ts';
import { writeSource } from './write-source.ts';

const FILE = 'project.qde';

/**
 * A project of REFI-QDA 1.5 and its texts, in the order that its schema asks for; articles are gone through once for each part
 * of it, so that no more than one is in memory. Unit: code points, half-open.
 */
export function* writeQdpx(dataset: Dataset): Generator<Chunk> {
  const { title, version, date, codebook } = dataset;
  const attributes = { name: title, origin: `Galley ${version}`, modifiedDateTime: date === '' ? null : date };
  yield line('<?xml version="1.0" encoding="UTF-8"?>');
  yield line(`<Project xmlns="urn:QDA-XML:project:1.0"${toXmlAttributes(attributes)}>`);
  yield* writeUsers(dataset);
  if (codebook.labels.length > 0) {
    const codes = codebook.labels.map(({ uid, name, guideline }) => {
      const said = guideline === '' ? '' : `<Description>${escapeXml(guideline)}</Description>`;
      return `<Code${toXmlAttributes({ guid: uid, name, isCodable: 'true' })}>${said}</Code>`;
    });
    yield line(['<CodeBook>', '<Codes>', ...codes, '</Codes>', '</CodeBook>'].join('\n'));
  }
  yield line(['<Variables>', ...VARIABLES.map(toVariable), '</Variables>'].join('\n'));
  const labels = new Map(codebook.labels.map(({ name, uid }) => [name, uid as string]));
  let isFirst = true;
  for (const item of dataset.articles()) {
    if (isFirst) yield line('<Sources>');
    isFirst = false;
    yield { file: `sources/${item.article.uid}.txt`, text: item.article.text };
    yield line(writeSource(item, labels));
  }
  if (!isFirst) yield line('</Sources>');
  yield* writeOfRelations(dataset, 'Notes', toNote);
  yield* writeOfRelations(dataset, 'Links', toLink);
  yield line('</Project>');
}

const line = (text: string): Chunk => ({ file: FILE, text: `${text}\n` });
/** Others may have their turn. */
const BREATH: Chunk = { file: FILE, text: '' };

function* writeUsers({ articles }: Dataset): Generator<Chunk> {
  const names = new Set<string>();
  for (const { annotations } of articles()) {
    for (const { annotator } of annotations) names.add(annotator);
    yield BREATH;
  }
  if (names.size === 0) return;
  const users = [...names].sort().map((name) => `<User${toXmlAttributes({ guid: deriveGuid('user', name), name })}/>`);
  yield line(['<Users>', ...users, '</Users>'].join('\n'));
}

const toVariable = (name: Variable) =>
  `<Variable${toXmlAttributes({ guid: deriveGuid('variable', name), name, typeOfVariable: 'Text' })}/>`;

function* writeOfRelations(
  { articles }: Dataset,
  section: 'Notes' | 'Links',
  toElement: (relation: DatasetRelation, article: string) => string,
): Generator<Chunk> {
  let isFirst = true;
  for (const { article, relations } of articles()) {
    const elements = relations.map((relation) => toElement(relation, article.uid)).join('\n');
    if (elements !== '') {
      if (isFirst) yield line(`<${section}>`);
      isFirst = false;
    }
    yield elements === '' ? BREATH : line(elements);
  }
  if (!isFirst) yield line(`</${section}>`);
}

/** A link has no words of its own, nobody who made it, and does not say which source it leads to. */
function toNote({ uid, kind, toArticle, annotator, state, note }: DatasetRelation, article: string): string {
  const own = toOwnLine({ annotator, state, note, ...(toArticle !== article && { toArticle }) });
  return [
    `<Note${toXmlAttributes({ guid: deriveGuid('note', uid), name: kind })}>`,
    `<PlainTextContent>${escapeXml(own)}</PlainTextContent></Note>`,
  ].join('');
}

const toLink = ({ uid, kind, isSymmetric, from, to }: DatasetRelation) =>
  `<Link${toXmlAttributes({
    guid: uid,
    name: kind,
    direction: isSymmetric ? 'Bidirectional' : 'OneWay',
    originGUID: from,
    targetGUID: to,
  })}><NoteRef targetGUID="${deriveGuid('note', uid)}"/></Link>`;
