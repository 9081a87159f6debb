import { z } from 'zod';
import { ComparedPair, OfferedPairs, PairInput, PairsInput } from '../domain/article-pair.ts';
import { ClaimComparison, ProposedEvent } from '../domain/claim-comparison.ts';
import { Compared, ComparisonCounts } from '../domain/comparison.ts';
import { Handle } from '../domain/ids.ts';
import { KeynessInput, KeynessTable, WordLines, WordLinesInput } from '../domain/keyness.ts';
import { MentionLines, MentionLinesInput } from '../domain/mention-line.ts';
import { Naming, NamingInput } from '../domain/naming.ts';
import { Silences } from '../domain/silence.ts';
import { Sources } from '../domain/sources.ts';
import { Timeline } from '../domain/timeline.ts';
import { typedName } from '../domain/typed-text.ts';
import { ComparisonOutput, WholeComparison } from '../domain/whole-comparison.ts';
import { FILTER_ERRORS, READ_ERRORS, type Channel } from './channel.ts';

/** Every view of a comparison is a job in the reader's thread: it reads both sides, whatever their size. */
const view = {
  errors: [...READ_ERRORS, ...FILTER_ERRORS, 'cancelled'],
  access: 'read',
  job: true,
  long: true,
} as const;

const fileErrors = ['handle-unknown', 'folder-read-only', 'folder-missing'] as const;

/** Unit: UTF-16 code units. */
const MOST_PICTURE = 20_000_000;

export const comparisonCalls = {
  /** What is counted on either side, and what of it is thin. */
  'compare:counts': { input: Compared, output: ComparisonCounts, ...view },
  /** What either side calls the entities that both name; of one, each form by whose words it stands in. */
  'compare:naming': {
    ...view,
    input: NamingInput,
    output: Naming,
    errors: [...view.errors, 'entity-unknown', 'entity-ambiguous'],
  },
  /** What either side says relatively more often than the other: words, labels, entities or verbs. */
  'compare:words': { input: KeynessInput, output: KeynessTable, ...view },
  /** Where a word stands on a side, in its context. */
  'compare:word-lines': { input: WordLinesInput, output: WordLines, ...view },
  /** Who is quoted, how often, by which words and verbs. */
  'compare:sources': { input: Compared, output: Sources, ...view },
  /** Events with what either side claims of them, and where that differs: questions, no verdicts. */
  'compare:claims': { input: Compared, output: ClaimComparison, ...view },
  /** Claims that may belong on one event card: suggestions, counted nowhere. */
  'compare:proposed-events': { input: Compared, output: z.array(ProposedEvent), ...view },
  /** What one side has and the other has not. */
  'compare:silence': { input: Compared, output: Silences, ...view },
  /** What either side has when and where. */
  'compare:timeline': { input: Compared, output: Timeline, ...view },
  /** Pairs of an article of either side that are worth reading side by side, best first. */
  'compare:pairs': { input: PairsInput, output: OfferedPairs, ...view },
  /** What two articles have in common, and what not. */
  'compare:pair': { input: PairInput, output: ComparedPair, ...view },
  /** What stands behind a number, in its context: mentions of a side. */
  'compare:lines': {
    ...view,
    input: MentionLinesInput,
    output: MentionLines,
    errors: [...view.errors, 'entity-unknown', 'entity-ambiguous'],
  },
  /** All views together, of one moment. */
  'compare:whole': { input: Compared, output: WholeComparison, ...view },
  /** Writes tables as CSV, pictures as SVG and the report as HTML into a new or empty folder: all of the files, or none. */
  'compare:export': {
    ...view,
    input: Compared.extend({ outputs: z.array(ComparisonOutput).min(1).max(3), folder: Handle }),
    output: z.object({ files: z.array(z.string()) }),
    errors: [...view.errors, ...fileErrors, 'folder-not-empty'],
  },
  /** Writes the report to a path where there is nothing yet. */
  'compare:report': {
    ...view,
    input: Compared.extend({ file: Handle }),
    output: z.object({}),
    errors: [...view.errors, ...fileErrors, 'file-exists'],
  },
  /** Puts a picture that the page drew into a new or empty folder; `content` is an SVG file, or a PNG in base64. */
  'compare:save-picture': {
    input: z.object({
      folder: Handle,
      name: typedName(100),
      kind: z.enum(['svg', 'png']),
      content: z.string().max(MOST_PICTURE),
    }),
    output: z.object({}),
    errors: [...READ_ERRORS, ...fileErrors, 'folder-not-empty'],
    access: 'read',
  },
} as const satisfies Record<string, Channel>;
