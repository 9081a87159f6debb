import type { SideName } from '#shared/domain/comparison';
import { AnnotationId } from '#shared/domain/ids';
import type { MentionLine, MentionLines, MentionLinesInput, MentionsMeant } from '#shared/domain/mention-line';
import { MOST_HITS } from '#shared/domain/search';
import type { ReadDb } from '../../corpus/connection.ts';
import { findLabelId, getAnnotationPlace } from '../../corpus/repositories/mention-lines.ts';
import { resolveEntityRow } from '../../corpus/repositories/resolve-entity.ts';
import { getSearchedArticle, type SearchedArticle } from '../../corpus/repositories/search-repository.ts';
import { createPacer } from '../job.ts';
import { sortHits } from '../search/sort-hits.ts';
import { toHit } from '../search/to-hit.ts';
import { findClaimsMeant } from './claims-meant.ts';
import type { Comparison, Mention } from './comparison.ts';
import { findUnlinkedClaims } from './unlinked-claims.ts';
import { foldWritten } from './writings.ts';

type Found = Pick<Mention, 'annotation' | 'voice' | 'isChecked' | 'isLoaded'>;
/** What is found in an article, in reading order. */
type FoundIn = { article: number; found: Found[] };

/**
 * Mentions of a side in their context, of the newest article first; by the words beside them the newest `MOST_HITS` are sorted.
 * Only articles that are shown, or sorted, are read.
 *
 * Errors: cancelled, entity-unknown, entity-ambiguous.
 */
export async function listMentionLines(
  comparison: Comparison,
  { side, sort, offset, limit, context, ...meant }: MentionLinesInput,
): Promise<MentionLines> {
  const ofArticles = await findMentions(comparison, side, meant);
  const total = ofArticles.reduce((sum, { found }) => sum + found.length, 0);
  const page = sort === 'newest' ? { offset, limit } : { offset: 0, limit: MOST_HITS };
  const lines = await readLines(comparison, ofArticles, page, context);
  return {
    total,
    articles: ofArticles.length,
    lines: sort === 'newest' ? lines : sortHits(lines, sort).slice(offset, offset + limit),
  };
}

async function findMentions(comparison: Comparison, side: SideName, meant: MentionsMeant): Promise<FoundIn[]> {
  const { db } = comparison;
  const entity = meant.entity === undefined ? undefined : resolveEntityRow(db, meant.entity);
  const label = meant.label === undefined ? undefined : (findLabelId(db, meant.label) ?? 0);
  const isForm = meant.form === undefined ? () => true : toFormTest(comparison, meant.form);
  const claims =
    meant.unlinked === undefined
      ? await findClaimsMeant(comparison, side, meant)
      : await findUnlinkedClaims(comparison, side, meant.unlinked);
  const ofArticles: FoundIn[] = [];
  await comparison.eachMention(side, (mention) => {
    if (entity !== undefined && mention.entity !== entity) return;
    if (claims && !claims.has(mention.annotation)) return;
    if (label === undefined ? mention.form === 0 && !claims : mention.label !== label) return;
    if (meant.voice !== undefined && mention.voice !== meant.voice) return;
    if (!isForm(mention.form)) return;
    const { annotation, article, voice, isChecked, isLoaded } = mention;
    if (ofArticles.at(-1)?.article !== article) ofArticles.push({ article, found: [] });
    ofArticles.at(-1)!.found.push({ annotation, voice, isChecked, isLoaded });
  });
  return ofArticles;
}

function toFormTest({ getForm }: Comparison, words: string): (form: number) => boolean {
  const sought = foldWritten(words);
  const known = new Map<number, boolean>();
  return (form) => {
    let isSought = known.get(form);
    if (isSought === undefined) known.set(form, (isSought = foldWritten(getForm(form)) === sought));
    return isSought;
  };
}

async function readLines(
  { db, job }: Comparison,
  ofArticles: readonly FoundIn[],
  { offset, limit }: { offset: number; limit: number },
  context: number,
): Promise<MentionLine[]> {
  const breathe = createPacer(job);
  const lines: MentionLine[] = [];
  let passed = 0;
  for (const { article: id, found } of ofArticles) {
    const shown = found.slice(Math.max(0, offset - passed), Math.max(0, offset + limit - passed));
    passed += found.length;
    if (shown.length > 0) {
      await breathe();
      const article = getSearchedArticle(db, id);
      lines.push(...shown.map((each) => toLine(db, article, each, context)));
    }
    if (passed >= offset + limit) break;
  }
  return lines;
}

function toLine(db: ReadDb, article: SearchedArticle, { annotation, ...says }: Found, context: number): MentionLine {
  const { uid, label, start, end, block } = getAnnotationPlace(db, annotation);
  const hit = toHit(article, { start, end, where: 'text' }, context);
  return { ...hit, annotation: AnnotationId.parse(uid), label, block, ...says };
}
