import { z } from 'zod';
import {
  Agreed,
  AgreedArticles,
  AgreedArticlesInput,
  Agreement,
  AgreementBy,
  AgreementGroup,
  CoderAnnotations,
  CoderWorkInput,
  GammaRow,
  Matches,
  MatchesInput,
} from '../domain/agreement.ts';
import { Handle } from '../domain/ids.ts';
import { FILTER_ERRORS, READ_ERRORS, type Channel } from './channel.ts';

/** Each reads all articles that were tagged twice, in the reader's thread. */
const view = {
  errors: [...READ_ERRORS, ...FILTER_ERRORS, 'person-unknown', 'label-unknown', 'cancelled'],
  access: 'read',
  job: true,
  long: true,
} as const;

const fileErrors = ['handle-unknown', 'folder-read-only', 'folder-missing', 'folder-not-empty'] as const;

export const agreementCalls = {
  /** Every coefficient but γ, with intervals, for all coders and each pair, for each label and those that exclude one another together. */
  'agreement:figures': { input: Agreed, output: Agreement, ...view },
  /** The same by outlet, or by when the articles were finished: for all coders. */
  'agreement:groups': { input: Agreed.extend({ by: AgreementBy }), output: z.array(AgreementGroup), ...view },
  /** γ of the same rows as `agreement:figures`, which takes minutes where much was tagged by many. */
  'agreement:gamma': { input: Agreed, output: z.array(GammaRow), ...view },
  /** What stands behind a row: where two coders agree, and where and how they do not. */
  'agreement:matches': { input: MatchesInput, output: Matches, ...view },
  /** The annotations of one coder behind a number of theirs. */
  'agreement:annotations': { input: CoderWorkInput, output: CoderAnnotations, ...view },
  /** The articles that count, and those that would if everybody had finished them. */
  'agreement:articles': { input: AgreedArticlesInput, output: AgreedArticles, ...view },
  /** Writes all tables as CSV, all figures as JSON and the pictures as SVG into a new or empty folder: all of the files, or none. */
  'agreement:export': {
    ...view,
    input: Agreed.extend({ withGamma: z.boolean().default(false), folder: Handle }),
    output: z.object({ files: z.array(z.string()) }),
    errors: [...view.errors, ...fileErrors],
  },
} as const satisfies Record<string, Channel>;
