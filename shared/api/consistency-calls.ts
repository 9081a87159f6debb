import { z } from 'zod';
import { ConsistencyFix, ConsistencyRule, Findings, MOST_MENDED, Repaired } from '../domain/consistency.ts';
import { ArticleFilter } from '../domain/filter.ts';
import { AnnotationRef } from '../domain/ids.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

export const consistencyCalls = {
  /** What does not fit together in the annotations that count; without articles that the person at the keyboard still tags blind. */
  'consistency:find': {
    input: z.object({
      filter: ArticleFilter.prefault({}),
      rules: z
        .array(ConsistencyRule)
        .min(1)
        .default([...ConsistencyRule.options]),
      /** What somebody said is right as it is, and nothing else. */
      onlyExempt: z.boolean().default(false),
      /** Of each rule. */
      limit: z.int().min(1).max(5000).default(1000),
    }),
    output: Findings,
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'cancelled'],
    access: 'read',
    job: true,
    long: true,
  },
  /**
   * Mends findings as one step. What is not as it was found any more is left, and what somebody has decided on already. One that is stopped
   * leaves all as it was.
   */
  'consistency:fix': {
    input: z.object({
      fixes: z
        .array(
          z.object({ annotation: AnnotationRef, label: z.string(), start: z.int(), end: z.int(), fix: ConsistencyFix }),
        )
        .min(1)
        .max(MOST_MENDED),
    }),
    output: Repaired,
    errors: [...WRITE_ERRORS, 'uid-ambiguous', 'cancelled', 'undo-takes-others', 'undo-needs-others'],
    access: 'write',
    job: true,
  },
  /** Says that a finding is right as it is, or takes that back. */
  'consistency:exempt': {
    input: z.object({
      rule: ConsistencyRule,
      subject: z.string().min(1).max(200),
      isExempt: z.boolean().default(true),
    }),
    output: z.object({}),
    errors: WRITE_ERRORS,
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
