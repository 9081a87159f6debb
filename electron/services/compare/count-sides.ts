import { THIN, type Compared, type ComparisonCounts, type SideCounts, type SideName } from '#shared/domain/comparison';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { CLAIM } from '../../corpus/repositories/claim-values.ts';
import { createPacer, type Job } from '../job.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { readAllWords, type Words } from './word-store.ts';

/** What is counted on either side. Errors: those of `compare:counts`. */
export async function countSides(db: ReadDb, compared: Compared, job: Job): Promise<ComparisonCounts> {
  const comparison = await openComparison(db, compared, job);
  const { a, b } = comparison.articles;
  const ofA = new Set(a.map(({ id }) => id));
  const onBoth = b.filter(({ id }) => ofA.has(id)).length;
  const ids = [...ofA, ...b.map(({ id }) => id)];
  await createPacer(job)();
  const words = await readAllWords(db, ids, job);
  return {
    a: await countSide(comparison, words, 'a'),
    b: await countSide(comparison, words, 'b'),
    onBoth,
  };
}

async function countSide(comparison: Comparison, words: Words, side: SideName): Promise<SideCounts> {
  const { db } = comparison;
  const claim = statement<[string], { id: number }>(db, 'SELECT id FROM label WHERE uid = ?').get(CLAIM)?.id;
  const counts = { annotations: 0, unchecked: 0, mentions: 0, claims: 0 };
  const owners = new Map<number | null, number>();
  let last = 0;
  await comparison.eachMention(side, ({ article, label, isChecked }) => {
    counts.annotations += 1;
    if (!isChecked) counts.unchecked += 1;
    if (label === claim) counts.claims += 1;
    else counts.mentions += 1;
    if (article === last) return;
    last = article;
    const owner = comparison.getResultOwner(article);
    owners.set(owner, (owners.get(owner) ?? 0) + 1);
  });
  const articles = comparison.articles[side];
  const tokens = { tokens: 0, boilerplate: 0 };
  for (const { id } of articles) {
    const own = words.getRange(id);
    tokens.tokens += own.tokens;
    tokens.boilerplate += own.leftOut;
  }
  const thin: SideCounts['thin'] = [];
  if (articles.length < THIN.articles) thin.push('articles');
  if (counts.mentions < THIN.mentions) thin.push('mentions');
  return { articles: articles.length, ...tokens, ...counts, thin, by: toNames(db, owners) };
}

/** Those whose annotations stand in most articles first. */
function toNames(db: ReadDb, owners: ReadonlyMap<number | null, number>): SideCounts['by'] {
  const find = statement<[number], string>(db, 'SELECT name FROM annotator WHERE id = ?').pluck();
  return Array.from(owners, ([id, articles]) => ({ annotator: id === null ? null : find.get(id)!, articles })).sort(
    (x, y) => y.articles - x.articles || compareNames(x.annotator, y.annotator),
  );
}

const compareNames = (x: string | null, y: string | null) => (x ?? '').localeCompare(y ?? '', 'en');
