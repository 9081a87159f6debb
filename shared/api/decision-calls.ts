import { z } from 'zod';
import { DecisionFilter, DecisionOnWork, WorkDecision } from '../domain/decision.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, type Channel } from './channel.ts';

const count = <T extends z.ZodType>(value: T) => z.array(z.object({ value, n: z.int() }));

export const decisionCalls = {
  /**
   * What others decided on a person's annotations and relations, or added to their articles, what was decided last first; of the person at
   * the keyboard where nobody is named. Without articles that the person at the keyboard tags blind still.
   *
   * Each count leaves the filter's own part out: `byReason` is of any reason, `byDecision` of any decision.
   */
  'decisions:list': {
    input: z.object({
      person: typedName(100).optional(),
      filter: DecisionFilter.default({}),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(10_000).default(100),
    }),
    output: z.object({
      total: z.int(),
      byReason: count(z.string()),
      byDecision: count(WorkDecision),
      byChecker: count(z.string()),
      items: z.array(DecisionOnWork),
    }),
    errors: [...READ_ERRORS, 'person-unknown'],
    access: 'read',
    long: true,
  },
} as const satisfies Record<string, Channel>;
