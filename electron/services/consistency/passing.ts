import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { createPacer, type Breathe, type Job } from '../job.ts';

/** What a search does for a while: it says how many articles more it is through, and lets others have their turn. */
export type Passing = {
  pass(articles: number): void;
  /** All is done, also what was known already and was not gone through again. */
  end(): void;
  breathe: Breathe;
};

/** `total`: each article as often as it is gone through. */
export function createPassing(job: Job, total: number): Passing {
  let done = 0;
  const pass = (articles: number) => {
    done += articles;
    job.report({ done, total, what: words.progress });
  };
  pass(0);
  return { pass, end: () => pass(total - done), breathe: createPacer(job) };
}
