import type { ArticleId } from '#shared/domain/ids';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { groupNearCopies, sketchText, type Sketch } from '../dataset/near-copies-of-articles.ts';
import type { Breathe } from '../job.ts';
import type { Found } from './found.ts';

/**
 * Articles that are near copies of another and were tagged otherwise, each held against the first of its group that was tagged. `tags`: by
 * article, label and words of each annotation.
 */
export async function findNearCopies(
  db: ReadDb,
  uids: readonly ArticleId[],
  tags: ReadonlyMap<string, readonly string[]>,
  breathe: Breathe,
): Promise<Found[]> {
  const sketches = new Map<string, Sketch>();
  for (const uid of uids) {
    if (tags.has(uid)) sketches.set(uid, sketchText(getArticleText(db, uid)));
    const waiting = breathe();
    if (waiting) await waiting;
  }
  const { groups } = await groupNearCopies(sketches, breathe);
  return groups.flatMap(([first, ...others]) =>
    others.flatMap((uid): Found[] => {
      const differing = countDiffering(tags.get(first!)!, tags.get(uid)!);
      if (differing === 0) return [];
      const title = statement<[string], string>(db, 'SELECT title FROM article WHERE uid = ?').pluck().get(first!)!;
      return [
        {
          rule: 'near-copies',
          subject: `${first!} ${uid}`,
          article: uid as ArticleId,
          annotation: null,
          annotator: null,
          label: null,
          start: 0,
          end: 0,
          what: words.what.nearCopies(title, differing),
          fix: null,
        },
      ];
    }),
  );
}

/** How many tags of either the other has not. */
function countDiffering(a: readonly string[], b: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const tag of a) rest.set(tag, (rest.get(tag) ?? 0) + 1);
  for (const tag of b) rest.set(tag, (rest.get(tag) ?? 0) - 1);
  return [...rest.values()].reduce((sum, n) => sum + Math.abs(n), 0);
}
