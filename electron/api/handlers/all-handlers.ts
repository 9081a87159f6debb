import type { Handlers } from '../answer.ts';
import { annotationHandlers } from './annotation-handlers.ts';
import { articleHandlers } from './article-handlers.ts';
import { corpusHandlers } from './corpus-handlers.ts';
import { datasetHandlers } from './dataset-handlers.ts';

/** One for every call of the contract; the compiler says which is missing. */
export const allHandlers: Handlers = {
  ...corpusHandlers,
  ...articleHandlers,
  ...annotationHandlers,
  ...datasetHandlers,
};
