/** What Label Studio cannot carry, where it says more than its kind does. */
export const labelStudioLosses = {
  otherArticle: { what: 'relations that lead to another article', kept: 'left out: a task knows its own text only' },
} as const;

/** What of a Label Studio file Galley has no place for, and what is wrong with a task. */
export const labelStudioMessages = {
  task: (n: number) => `task ${n}`,
  notATask: 'It is no task of Label Studio: it has no data.',
  noText: 'The task has no text: Galley tags texts only.',
  predictions: (model: string) => `regions that a model predicted (${model})`,
  cancelled: 'regions that were skipped',
  draft: 'regions of a draft',
  notText: (type: string) => `${type}: on something that is no text`,
  unlabelled: (type: string) => `${type}: on words that have no label`,
  notAList: 'results that are no list',
  noEnds: 'relation to a region that is not there',
} as const;
