import type { datasetCalls } from '#shared/api/dataset-calls';
import { exportDataset, previewDataset } from '../../services/dataset/export-dataset.ts';
import { listSavedDatasets, removeDataset, saveDataset } from '../../services/dataset/saved-datasets.ts';
import { toArticleFilter } from '#shared/domain/filter';
import { datasetHoldsBlind } from '#shared/messages/en/notices';
import type { Handlers } from '../answer.ts';
import { sayBlind } from '../sight.ts';

export const datasetHandlers: Pick<Handlers, keyof typeof datasetCalls> = {
  'dataset:preview': (choice, { session, job }) => previewDataset(session.getCorpus(), choice, job),
  'dataset:export': ({ folder, ...choice }, { session, job }) => {
    sayBlind(session, toArticleFilter(choice.filter), datasetHoldsBlind);
    return exportDataset(session.getCorpus(), choice, session.grants.get(folder).path, job);
  },
  'dataset:list': (_, { session }) => ({ datasets: listSavedDatasets(session.getCorpus().read) }),
  'dataset:save': (input, { session }) => saveDataset(session.getCorpus(), session.getAnnotator(), input),
  'dataset:remove': ({ name }, { session }) => {
    removeDataset(session.getCorpus(), session.getAnnotator(), name);
    return {};
  },
};
