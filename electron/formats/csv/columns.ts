import { dropPrefix } from './prefixes.ts';

/** What people call the columns of a table of annotations, the surer names first; compared without case and signs. */
const known = {
  id: 'annotation annotationid annotid spanid uid id',
  document:
    'article articleid document documentid documentname doc docid docname file filename textid noteid reportid pmid tweetid postid commentid lineid',
  text: 'text articletext documenttext fulltext content body sentence',
  quote:
    'quote exact quotation span spantext mention mentiontext surface coveredtext selectedtext selection highlight phrase entitytext surfaceform annotationtext labeltext matchedtext',
  start:
    'startcodepoint start startoffset startchar startindex startpos startposition begin beginoffset charstart offsetstart spanstart entitystart docstartpos docstart from offset',
  end: 'endcodepoint end endoffset endchar endindex endpos endposition stop charend offsetend spanend entityend docendpos docend to',
  length: 'length len',
  label:
    'label labelname tag category class entitytype entitylabel nertag annottype annotationtype technique type code concept',
  title: 'title headline articletitle',
  outlet: 'outlet source publisher newspaper media outletname',
  date: 'date published publishedat publicationdate datepublished',
  language: 'language lang',
  address: 'address url link',
  byline: 'byline',
  sha256: 'sha256 texthash',
  annotator: 'annotator annotatorname annotatedby coder rater user createdby',
  state: 'state decision',
  note: 'note notes comment comments memo remark remarks',
  entity: 'entity entityname linkedentity',
  // those that only our own tables have
  entityUid: 'entityuid',
  entityLink: 'entitylink',
  attributes: 'attributes',
  parts: 'partscodepoint',
  kind: 'kind',
  from: 'from',
  to: 'to',
  toArticle: 'toarticle',
  relation: 'relation',
} as const;
export type Field = keyof typeof known;

/** By what columns the tables that we write are known. */
const OURS = [
  ['annotation', 'start_codepoint', 'parts_codepoint'],
  ['article', 'byline', 'sha256'],
  ['relation', 'from', 'to_article'],
];

/** What says again what other columns of ours say. */
const SAID_TWICE = ['parts', 'partsutf16', 'startutf16', 'endutf16', 'symmetric'];

const toKey = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Which column is what, by its place in a row. `others`: columns of none of these names. `isOurs`: the table is one that we
 * wrote.
 */
export type Columns = { of: Partial<Record<Field, number>>; others: number[]; names: string[]; isOurs: boolean };

const isKnown = (key: string) => Object.values(known).some((words) => words.split(' ').includes(key));

/** Columns by the names that people give them; none is taken twice. */
export function mapColumns(columns: readonly string[]): Columns {
  const isRelations = columns.some((name) => toKey(name) === 'relation');
  const written = columns.map(toKey);
  const isPlain = written.some((key) => known.start.split(' ').includes(key));
  const keys = isPlain ? written : dropPrefix(written, isKnown);
  const taken = new Set<number>();
  const of: Columns['of'] = {};
  for (const [field, words] of Object.entries(known) as [Field, string][]) {
    if (isRelations && (field === 'start' || field === 'end')) continue; // their from and to are annotations
    const found = words.split(' ').map((key) => keys.findIndex((own, at) => own === key && !taken.has(at)));
    const column = found.find((at) => at !== -1);
    if (column === undefined) continue;
    of[field] = column;
    taken.add(column);
  }
  return {
    of,
    names: [...columns],
    others: keys.flatMap((key, at) => (taken.has(at) || SAID_TWICE.includes(key) ? [] : [at])),
    isOurs: OURS.some((telling) => telling.every((name) => columns.includes(name))),
  };
}

/** Whether rows are annotations: each has a label and says where it stands, or of what words it is. */
export const areAnnotations = ({ of }: Columns) =>
  of.label !== undefined && ((of.start !== undefined && (of.end ?? of.length) !== undefined) || of.quote !== undefined);

/** Whether rows are the articles that annotations of another table stand in. */
export const areArticles = (columns: Columns) =>
  !areAnnotations(columns) &&
  (columns.of.document ?? columns.of.id) !== undefined &&
  (columns.of.text ?? columns.of.sha256) !== undefined;
