import type { Handlers } from '../answer.ts';
import { adjudicationHandlers } from './adjudication-handlers.ts';
import { agreementHandlers } from './agreement-handlers.ts';
import { annotationHandlers } from './annotation-handlers.ts';
import { articleHandlers } from './article-handlers.ts';
import { codebookHandlers } from './codebook-handlers.ts';
import { comparisonHandlers } from './comparison-handlers.ts';
import { consistencyHandlers } from './consistency-handlers.ts';
import { corpusHandlers } from './corpus-handlers.ts';
import { datasetHandlers } from './dataset-handlers.ts';
import { decisionHandlers } from './decision-handlers.ts';
import { entityHandlers } from './entity-handlers.ts';
import { filterHandlers } from './filter-handlers.ts';
import { gazetteerHandlers } from './gazetteer-handlers.ts';
import { handOutHandlers } from './hand-out-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { interchangeHandlers } from './interchange-handlers.ts';
import { keepingHandlers } from './keeping-handlers.ts';
import { mergeHandlers } from './merge-handlers.ts';
import { propagationHandlers } from './propagation-handlers.ts';
import { relationHandlers } from './relation-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import { suggestionHandlers } from './suggestion-handlers.ts';
import { workHandlers } from './work-handlers.ts';

/** One for every call of the contract; the compiler says which is missing. */
export const allHandlers: Handlers = {
  ...corpusHandlers,
  ...articleHandlers,
  ...annotationHandlers,
  ...codebookHandlers,
  ...entityHandlers,
  ...relationHandlers,
  ...reviewHandlers,
  ...workHandlers,
  ...adjudicationHandlers,
  ...consistencyHandlers,
  ...decisionHandlers,
  ...handOutHandlers,
  ...historyHandlers,
  ...searchHandlers,
  ...suggestionHandlers,
  ...propagationHandlers,
  ...gazetteerHandlers,
  ...keepingHandlers,
  ...mergeHandlers,
  ...comparisonHandlers,
  ...filterHandlers,
  ...agreementHandlers,
  ...datasetHandlers,
  ...interchangeHandlers,
};
