import type { Finding } from '#shared/domain/consistency';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  findShownAnnotation,
  findShownArticle,
  type ShownArticle,
} from '../../corpus/repositories/consistency-repository.ts';
import type { Breathe } from '../job.ts';
import { cutContext } from '../search/to-hit.ts';
import type { FindingList, Found } from './found.ts';

/** Unit: UTF-16, on each side. */
const CONTEXT = 60;

/** What was found, in the text that it stands in, without what has gone meanwhile; each text is read once. */
export async function describeFound(db: ReadDb, list: FindingList, breathe: Breathe): Promise<Finding[]> {
  const found = list.list();
  const findings = new Map<Found, Finding>();
  for (const [id, own] of Map.groupBy(found, ({ article }) => article.id)) {
    const article = findShownArticle(db, id);
    for (const each of article ? own : []) {
      const finding = describe(db, each, article!, list.isExempt(each));
      if (finding) findings.set(each, finding);
    }
    const waiting = breathe();
    if (waiting) await waiting;
  }
  return found.flatMap((each) => findings.get(each) ?? []);
}

function describe(db: ReadDb, found: Found, article: ShownArticle, isExempt: boolean): Finding | undefined {
  const { rule, what, fix } = found;
  const { title, outlet, text } = article;
  const said = { rule, what, fix, isExempt, article: ArticleId.parse(article.uid), title, outlet };
  if (found.annotation === null) {
    const copy = findShownArticle(db, found.copy);
    return copy && { ...said, ...describeCopy(copy), subject: found.subject };
  }
  const annotation = findShownAnnotation(db, found.annotation);
  if (!annotation) return undefined;
  const parts = JSON.parse(annotation.spans) as [number, number][];
  const [start, end] = [parts[0]![0], parts.at(-1)![1]];
  const { left, right } = cutContext(text, { start, end }, CONTEXT);
  return {
    ...said,
    subject: annotation.uid,
    annotation: AnnotationId.parse(annotation.uid),
    copy: null,
    annotator: annotation.annotator,
    label: annotation.label,
    start,
    end,
    before: trimBefore(left, left.length === start),
    quote: parts.map((part) => text.slice(...part)).join(' … '),
    after: trimAfter(right, end + right.length === text.length),
  };
}

/** Two articles say enough by what they are called. */
const describeCopy = ({ uid, title, outlet }: ShownArticle) => ({
  annotation: null,
  copy: { article: ArticleId.parse(uid), title, outlet },
  annotator: null,
  label: null,
  start: 0,
  end: 0,
  before: '',
  quote: '',
  after: '',
});

/** Another paragraph says nothing of the words, and a word that was cut is none. `isAll`: there is no more before. */
function trimBefore(left: string, isAll: boolean): string {
  const line = left.lastIndexOf('\n') + 1;
  return line > 0 || isAll ? left.slice(line) : left.replace(/^\S*\s/, '…');
}

function trimAfter(right: string, isAll: boolean): string {
  const line = right.indexOf('\n');
  return line >= 0 || isAll ? right.slice(0, line < 0 ? undefined : line) : right.replace(/\s\S*$/, '…');
}
