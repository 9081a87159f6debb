import { z } from 'zod';
import { ClaimComparison } from './claim-comparison.ts';
import { Compared, ComparisonCounts } from './comparison.ts';
import { KeynessTable } from './keyness.ts';
import { Naming } from './naming.ts';
import { Silences } from './silence.ts';
import { Sources } from './sources.ts';
import { Timeline } from './timeline.ts';

/** All views of a comparison together: of one moment, and of the same sides. */
export const WholeComparison = z.object({
  compared: Compared,
  counts: ComparisonCounts,
  naming: Naming,
  claims: ClaimComparison,
  /** Of words, labels, entities and verbs of saying. */
  words: z.array(KeynessTable),
  sources: Sources,
  silence: Silences,
  time: Timeline,
});
export type WholeComparison = z.infer<typeof WholeComparison>;

/** Its parts, in the order of the tabs. */
export const comparisonParts = ['counts', 'naming', 'claims', 'words', 'sources', 'silence', 'time'] as const;
export type ComparisonPart = (typeof comparisonParts)[number];

/** What is written out of a comparison. */
export const ComparisonOutput = z.enum(['tables', 'pictures', 'report']);
export type ComparisonOutput = z.infer<typeof ComparisonOutput>;
