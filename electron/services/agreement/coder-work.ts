import type { CoderWork } from '#shared/domain/agreement';
import { layOut } from '../../statistics/continuum.ts';
import type { Breathe } from '../job.ts';
import type { CoderSet } from './coder-sets.ts';
import { pickMade, type LabelGroup } from './label-groups.ts';
import type { FinishedArticle, Made } from './open-agreement.ts';

/** What of a coder's work a number counts. */
export type WorkOf = 'united' | 'severalSpans' | 'clashing';

/** What a coder made of a group's labels in an article, and which of it is which. */
export function sortWork(
  article: FinishedArticle,
  place: number,
  group: LabelGroup,
): Record<WorkOf | 'annotations', Made[]> {
  const made = pickMade(article.made[place]!, group);
  const { united, clashing } = layOut(made);
  return {
    annotations: made,
    united: made.filter((_, n) => united.has(n)),
    severalSpans: made.filter(({ spans }) => spans.length > 1),
    clashing: made.filter((_, n) => clashing.has(n)),
  };
}

/** Of each coder of a set, in its articles. Errors: cancelled. */
export async function countWork(
  { places, names, articles }: CoderSet,
  group: LabelGroup,
  breathe: Breathe,
): Promise<CoderWork[]> {
  const made: CoderWork[] = [];
  for (const [n, place] of places.entries()) {
    const counts: CoderWork = {
      coder: names[n]!,
      annotations: 0,
      origins: {},
      united: 0,
      severalSpans: 0,
      clashing: 0,
    };
    for (const article of articles) {
      const work = sortWork(article, place, group);
      for (const what of ['annotations', 'united', 'severalSpans', 'clashing'] as const)
        counts[what] += work[what].length;
      for (const { origin } of work.annotations) counts.origins[origin] = (counts.origins[origin] ?? 0) + 1;
      await breathe();
    }
    made.push(counts);
  }
  return made;
}
